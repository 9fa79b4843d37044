package pl.obieg.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.support.TestDatabase;

class CallJournalTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final JdbcClient jdbc = DATABASE.jdbc();
    private final CallJournal journal = new CallJournal(
            jdbc, Clock.fixed(Instant.parse("2026-12-15T11:00:00Z"), ZoneOffset.UTC), DATABASE.transactions());
    private final AtomicInteger calls = new AtomicInteger();
    private final Supplier<String> outside = () -> "reference " + calls.incrementAndGet();

    @Test
    void successIsNotRepeatedAndAnswersTheFirstReference() {
        assertThat(journal.once("post", "addShipment", "key 1", outside)).isEqualTo("reference 1");
        assertThat(journal.once("post", "addShipment", "key 1", outside)).isEqualTo("reference 1");

        assertThat(calls).hasValue(1);
        assertThat(journal.successes("post", "addShipment", "key 1")).isEqualTo(1);
    }

    @Test
    void newKeyAnotherOperationAndAnotherSystemAreCalled() {
        journal.once("post", "addShipment", "key 2", outside);
        journal.once("post", "addShipment", "key 3", outside);
        journal.once("post", "sendEnvelope", "key 2", outside);
        journal.once("epuap", "addShipment", "key 2", outside);

        assertThat(calls).hasValue(4);
    }

    @Test
    void failureIsTriedAgainAndBothAttemptsAreWritten() {
        assertThatThrownBy(() -> journal.once("post", "addShipment", "key 4", () -> {
                    throw new IllegalStateException("personal words of an outside system");
                }))
                .hasMessage("personal words of an outside system");
        assertThat(journal.successes("post", "addShipment", "key 4")).isZero();

        assertThat(journal.once("post", "addShipment", "key 4", outside)).isEqualTo("reference 1");
        assertThat(attempts("key 4")).isEqualTo("FAILED IllegalStateException, DONE reference 1");
    }

    @Test
    void successSurvivesTheRollBackOfTheJob() {
        TransactionTemplate job = new TransactionTemplate(DATABASE.transactions());

        assertThatThrownBy(() -> job.executeWithoutResult(status -> {
                    journal.once("post", "addShipment", "key 5", outside);
                    throw new IllegalStateException("the job fails after the call");
                }))
                .hasMessage("the job fails after the call");
        String reference = job.execute(status -> journal.once("post", "addShipment", "key 5", outside));

        assertThat(reference).isEqualTo("reference 1");
        assertThat(calls).hasValue(1);
    }

    @Test
    void failureSurvivesTheRollBackOfTheJob() {
        TransactionTemplate job = new TransactionTemplate(DATABASE.transactions());

        assertThatThrownBy(() -> job.executeWithoutResult(status -> journal.once("post", "addShipment", "key 6", () -> {
                    throw new IllegalStateException("down");
                })))
                .hasMessage("down");

        assertThat(attempts("key 6")).isEqualTo("FAILED IllegalStateException");
    }

    private String attempts(String key) {
        return jdbc.sql("""
                select string_agg(outcome || ' ' || reference, ', ' order by id) from transport.call
                where idempotency_key = ?
                """).param(key).query(String.class).single();
    }
}
