package pl.obieg.security;

import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pl.obieg.process.StaffDirectory;

/**
 * Refuses to start on a database that holds sample people with a known password, unless the run says of itself that it
 * is a local one ({@code obieg.local=true}, set by the local start only).
 */
@Component
class SampleStaffGuard implements SmartInitializingSingleton {

    private final StaffDirectory staff;
    private final boolean local;

    SampleStaffGuard(StaffDirectory staff, @Value("${obieg.local:false}") boolean local) {
        this.staff = staff;
        this.local = local;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> samples = staff.sampleLogins();
        if (!local && !samples.isEmpty()) {
            throw new IllegalStateException("Baza zawiera przykładowych pracowników ze znanym hasłem: " + samples
                    + ". Aplikacja nie wystartuje.");
        }
    }
}
