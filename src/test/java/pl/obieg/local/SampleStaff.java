package pl.obieg.local;

import java.util.List;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.obieg.process.StaffDirectory;

/** The fictitious staff of Gmina Przykładowo, for local runs and tests only. */
@Configuration(proxyBeanMethods = false)
public class SampleStaff {

    /** Everybody's password. */
    public static final String PASSWORD = "obieg";

    /** A person of the office. */
    public record Person(String login, String firstName, String lastName, String post, Set<String> groups) {}

    /** Who works there. */
    public static final List<Person> PEOPLE = List.of(
            new Person("katarzyna", "Katarzyna", "Lis", "kancelaria", Set.of("kancelaria")),
            new Person("wojtek", "Wojciech", "Sowa", "kierownik referatu", Set.of("kierownictwo")),
            new Person("piotr", "Piotr", "Dudek", "inspektor ds. podatków", Set.of("podatki")),
            new Person("anna", "Anna", "Czapla", "inspektor ds. podatków", Set.of("podatki")),
            new Person("ewa", "Ewa", "Gil", "księgowa", Set.of("ksiegowosc")),
            new Person("kurier", "Jan", "Wilga", "kurier urzędu", Set.of("kurierzy")),
            new Person("analityk", "Olga", "Kos", "analityczka procedur", Set.of("analitycy")),
            new Person("zarzad", "Maria", "Żuraw", "sekretarz gminy", Set.of("zarzad")),
            new Person("admin", "Adam", "Bocian", "administrator", Set.of("camunda-admin")));

    @Bean
    ApplicationRunner sampleStaffIsHired(StaffDirectory staff) {
        return arguments -> PEOPLE.forEach(person ->
                staff.keepSample(person.login(), person.firstName(), person.lastName(), PASSWORD, person.groups()));
    }
}
