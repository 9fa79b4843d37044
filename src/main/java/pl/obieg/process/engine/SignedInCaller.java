package pl.obieg.process.engine;

import java.util.ArrayList;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import pl.obieg.process.StaffDirectory;

/** Asks the engine in the name of the person who is signed in, so that it answers only what that person may see. */
@Component
class SignedInCaller {

    private final IdentityService identity;
    private final StaffDirectory staff;

    SignedInCaller(@Lazy IdentityService identity, @Lazy StaffDirectory staff) {
        this.identity = identity;
        this.staff = staff;
    }

    <T> T ask(Supplier<T> question) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !person.isAuthenticated()) {
            throw new IllegalStateException("Nobody is signed in");
        }
        identity.setAuthentication(person.getName(), new ArrayList<>(staff.groupsOf(person.getName())));
        try {
            return question.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
