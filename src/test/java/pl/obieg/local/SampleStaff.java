package pl.obieg.local;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.obieg.delivery.LetterKind;
import pl.obieg.delivery.Signatories;
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
            new Person("katarzyna", "Katarzyna", "Lis", "kancelaria", Set.of("kancelaria", "OR")),
            new Person("wojtek", "Wojciech", "Sowa", "kierownik referatu", Set.of("kierownictwo", "podpisujacy", "FN")),
            new Person("piotr", "Piotr", "Dudek", "inspektor ds. podatków", Set.of("podatki", "FN")),
            new Person("anna", "Anna", "Czapla", "inspektor ds. podatków", Set.of("podatki", "FN")),
            new Person("marek", "Marek", "Kania", "inspektor ds. opłat i podatków", Set.of("podatki", "GK")),
            new Person("ewa", "Ewa", "Gil", "księgowa", Set.of("ksiegowosc", "FN")),
            new Person("zofia", "Zofia", "Bażant", "księgowa", Set.of("ksiegowosc", "FN")),
            new Person("kurier", "Jan", "Wilga", "kurier urzędu", Set.of("kurierzy", "OR")),
            new Person("analityk", "Olga", "Kos", "analityczka procedur", Set.of("analitycy")),
            new Person("zarzad", "Maria", "Żuraw", "sekretarz gminy", Set.of("zarzad")),
            new Person("admin", "Adam", "Bocian", "administrator", Set.of("camunda-admin")));

    /** Units of the office by their symbols. */
    public static final Map<String, String> UNITS = Map.of(
            "FN", "Referat podatków i finansów",
            "GK", "Referat gospodarki komunalnej",
            "OR", "Referat organizacyjny");

    @Bean
    ApplicationRunner sampleStaffIsHired(StaffDirectory staff) {
        return arguments -> {
            UNITS.forEach(staff::keepUnit);
            PEOPLE.forEach(person ->
                    staff.keepSample(person.login(), person.firstName(), person.lastName(), PASSWORD, person.groups()));
        };
    }

    /** The head may sign everything by hand, an inspector ordinary letters and certificates only. */
    @Bean
    ApplicationRunner sampleStaffMaySign(Signatories signatories) {
        return arguments -> {
            if (signatories.all().isEmpty()) {
                authorise(signatories, "wojtek", List.of(LetterKind.values()), "upoważnienie nr 1/2026");
                authorise(
                        signatories,
                        "anna",
                        List.of(LetterKind.LETTER, LetterKind.CERTIFICATE),
                        "upoważnienie nr 2/2026");
            }
        };
    }

    private static void authorise(Signatories signatories, String login, List<LetterKind> kinds, String basis) {
        Person person = PEOPLE.stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
        signatories.authorise(
                login,
                person.firstName() + " " + person.lastName(),
                person.post(),
                kinds,
                basis,
                LocalDate.of(2026, 1, 1),
                null);
    }
}
