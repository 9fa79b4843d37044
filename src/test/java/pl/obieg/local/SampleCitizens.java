package pl.obieg.local;

import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.obieg.portal.Citizens;
import pl.obieg.simulators.town.Town;

/** Portal accounts of the first inhabitants and companies of the sample town. */
@Configuration(proxyBeanMethods = false)
public class SampleCitizens {

    /** Everybody's password in the portal. */
    public static final String PASSWORD = "obieg-mieszkaniec";

    private static final int ACCOUNTS = 12;

    @Bean
    ApplicationRunner sampleCitizensHaveAccounts(Citizens citizens) {
        return arguments -> {
            for (int n = 1; n <= ACCOUNTS; n++) {
                citizens.register(
                        "obywatel" + n, PASSWORD, Town.naturalPerson(n).pesel());
                citizens.register("firma" + n, PASSWORD, Town.company(n).nip());
            }
        };
    }
}
