package pl.obieg.correspondence.builtin;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.correspondence.CaseClass;
import pl.obieg.correspondence.CaseTerms;
import pl.obieg.correspondence.CorrespondenceSystem;
import pl.obieg.correspondence.TermDesk;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Call;
import pl.obieg.process.Reasons;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;

/** An office with an empty EZD, on the 14th of May 2026. */
public final class Office {

    public static final Instant MORNING = Instant.parse("2026-05-14T08:00:00Z");

    public final TestDatabase database = TestDatabase.fresh();
    public final TransactionTemplate transaction = new TransactionTemplate(database.transactions());
    public final OfficeClock clock = new OfficeClock(Clock.fixed(MORNING, ZoneOffset.UTC));
    public final Submissions submissions = made(Submissions.class);
    public final Parties parties = made(Parties.class);
    public final CaseRecords records = new CaseRecords(database.jdbc(), clock);
    public final CorrespondenceSystem ezd =
            new BuiltInCorrespondence(database.jdbc(), new Series(database.jdbc()), records, parties, clock);
    public final CaseChronicle chronicle = new CaseChronicle(database.jdbc(), records);
    public final List<Object> published = new ArrayList<>();
    public final CaseTerms terms = new CaseTerms(database.jdbc(), new StatutoryCalendar());
    public final Map<String, List<String>> reasons = new LinkedHashMap<>();
    public final Reasons keptReasons = new KeptSteps(reasons);
    public final CaseClass classes = new CaseClass(new TestDecisions(), keptReasons, clock);
    public final TermDesk termDesk = new TermDesk(
            terms, records, new TestDecisions(), keptReasons, new StatutoryCalendar(), clock, published::add);

    /** A letter with one attachment and an UPP. */
    public Submission anyLetter() {
        return letterFrom("Anna Próbna", "90010112345");
    }

    public Submission letterFrom(String senderName, String senderIdentifier) {
        return letter("DN-1", senderName, senderIdentifier);
    }

    /** @param formCode {@code null} for a letter on no form */
    public Submission letterOn(String formCode) {
        return letter(formCode, "Anna Próbna", "90010112345");
    }

    private Submission letter(String formCode, String senderName, String senderIdentifier) {
        String id = submissions
                .accept(new Submission(
                        null,
                        "EPUAP",
                        UUID.randomUUID().toString(),
                        "urn:proba",
                        formCode,
                        senderName,
                        senderIdentifier,
                        "/próbna/skrytka",
                        "Deklaracja na podatek od nieruchomości",
                        MORNING,
                        sha(1),
                        sha(2),
                        List.of(new Submission.Attachment("zalacznik.xml", sha(3)))))
                .id();
        return submissions.get(id);
    }

    public <T> T inTransaction(java.util.function.Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    public String register(Submission letter) {
        return transaction.execute(status -> ezd.register(letter));
    }

    /** A case FN.3120 opened with a letter of its own. */
    public String anyCase() {
        return caseOf(anyLetter());
    }

    public String caseOf(Submission letter) {
        return transaction.execute(status -> ezd.openCase(letter, ezd.register(letter), "3120", "FN"));
    }

    /** The case becomes known to those who guard terms. */
    public void opened(String caseNumber, String formCode, LocalDate startedOn) {
        transaction.executeWithoutResult(
                status -> termDesk.on(new CaseFact.CaseOpened(caseNumber, "3120", formCode, startedOn, false)));
    }

    /** A fact told to those who guard terms. */
    public void tells(CaseFact.CaseOpened fact) {
        transaction.executeWithoutResult(status -> termDesk.on(fact));
    }

    /** Keeps the steps of computations by title. */
    private record KeptSteps(Map<String, List<String>> steps) implements Reasons {

        @Override
        public List<Reason> of(String caseNumber) {
            return steps.entrySet().stream()
                    .map(kept -> new Reason(
                            caseNumber,
                            "",
                            "",
                            kept.getKey(),
                            "",
                            Map.of(),
                            kept.getValue().stream()
                                    .map(step -> new Answer(step, Map.of()))
                                    .toList(),
                            MORNING))
                    .toList();
        }

        @Override
        public void keep(
                String caseNumber, String subject, String title, Map<String, String> inputs, List<String> sentences) {
            steps.put(title, sentences);
        }
    }

    public static Call call(String key) {
        return new Call(key, "FN.3120.1.2026", "podatek-od-nieruchomosci");
    }

    /** A visit of a step of the procedure. */
    public static Call call(String key, String procedure) {
        return new Call(key, "FN.3120.1.2026", procedure);
    }

    public static String sha(int number) {
        return String.format("%064x", number);
    }

    /** The client base keeps its constructors to itself. */
    private <T> T made(Class<T> type) {
        try {
            Constructor<T> constructor =
                    type.getDeclaredConstructor(org.springframework.jdbc.core.simple.JdbcClient.class);
            constructor.setAccessible(true);
            return constructor.newInstance(database.jdbc());
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
