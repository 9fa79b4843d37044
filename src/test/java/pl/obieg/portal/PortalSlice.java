package pl.obieg.portal;

import static org.springframework.security.config.Customizer.withDefaults;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.freemarker.FreeMarkerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.IntakeForms;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.StampDutyAccount;
import pl.obieg.exchange.Submissions;
import pl.obieg.portal.applications.Applications;
import pl.obieg.process.Decisions;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;

/** The portal alone: its beans, a database, documents in memory, and a chain as the office's security will have it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ComponentScan("pl.obieg.portal")
@Import({Parties.class, Submissions.class, StatutoryCalendar.class})
@ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    FreeMarkerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public class PortalSlice {

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh().dataSource();
    }

    /** 15 December 2026, noon in Warsaw. */
    @Bean
    OfficeClock clock() {
        return new OfficeClock(Clock.fixed(Instant.parse("2026-12-15T11:00:00Z"), ZoneOffset.UTC));
    }

    @Bean
    IntakeForms forms() {
        return new IntakeForms(List.of(
                new IntakeForms.Form(Applications.NAMESPACE, "ZASWIADCZENIE", "CertificateApplicationArrived")));
    }

    @Bean
    Decisions decisions() {
        return new TestDecisions();
    }

    @Bean
    StampDutyAccount stampDutyAccount() {
        return () -> "27114020040000300201355387";
    }

    @Bean
    DocumentStore documents() {
        Map<String, StoredDocument> documents = new ConcurrentHashMap<>();
        return new DocumentStore() {
            @Override
            public String put(byte[] content, String fileName, String mediaType) {
                String id = Integer.toHexString(new String(content, StandardCharsets.UTF_8).hashCode());
                documents.put(id, new StoredDocument(id, fileName, mediaType, content));
                return id;
            }

            @Override
            public StoredDocument get(String id) {
                return documents.get(id);
            }
        };
    }

    @Bean
    SecurityFilterChain citizens(HttpSecurity http, AuthenticationProvider citizenAuthentication) throws Exception {
        return http.securityMatcher("/gmina24", "/gmina24/**")
                .authenticationManager(new ProviderManager(citizenAuthentication))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/gmina24/zaloguj")
                        .permitAll()
                        .anyRequest()
                        .hasRole("CITIZEN"))
                .formLogin(form -> form.loginPage("/gmina24/zaloguj").defaultSuccessUrl("/gmina24"))
                .logout(logout -> logout.logoutUrl("/gmina24/wyloguj").logoutSuccessUrl("/gmina24/zaloguj?wylogowano"))
                .csrf(withDefaults())
                .build();
    }
}
