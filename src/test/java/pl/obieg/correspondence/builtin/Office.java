package pl.obieg.correspondence.builtin;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.CorrespondenceSystem;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Call;
import pl.obieg.support.TestDatabase;

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

    /** A letter with one attachment and an UPP. */
    public Submission anyLetter() {
        return letterFrom("Anna Próbna", "90010112345");
    }

    public Submission letterFrom(String senderName, String senderIdentifier) {
        String id = submissions
                .accept(new Submission(
                        null,
                        "EPUAP",
                        UUID.randomUUID().toString(),
                        "urn:proba",
                        "DN-1",
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

    public static Call call(String key) {
        return new Call(key, "FN.3120.1.2026", "podatek-od-nieruchomosci");
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
