package pl.obieg.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
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

    @Test
    void ofTwoSimultaneousCallersInAPoolOfTwoConnectionsOnlyOneCalls() throws Exception {
        try (HikariDataSource pool = pool(2)) {
            CallJournal small =
                    new CallJournal(JdbcClient.create(pool), Clock.systemUTC(), new DataSourceTransactionManager(pool));
            TransactionTemplate job = new TransactionTemplate(new DataSourceTransactionManager(pool));
            CountDownLatch calling = new CountDownLatch(1);
            CountDownLatch answer = new CountDownLatch(1);
            FutureTask<String> first =
                    new FutureTask<>(() -> job.execute(status -> small.once("post", "send", "k", () -> {
                        calling.countDown();
                        awaitOrFail(answer);
                        return outside.get();
                    })));
            new Thread(first).start();
            awaitOrFail(calling);

            assertThatThrownBy(() -> job.execute(status -> small.once("post", "send", "k", outside)))
                    .isInstanceOf(CallInProgress.class);
            assertThatThrownBy(() -> small.once("post", "send", "k", outside))
                    .as("also outside a transaction")
                    .isInstanceOf(CallInProgress.class);
            assertThat(job.<String>execute(status -> reading(pool)))
                    .as("the refused caller holds no connection")
                    .isEqualTo("free");
            answer.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("reference 1");
            assertThat(job.<String>execute(status -> small.once("post", "send", "k", outside)))
                    .isEqualTo("reference 1");
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void callerWhoFailedLetsTheNextOneTry() {
        TransactionTemplate job = new TransactionTemplate(DATABASE.transactions());
        assertThatThrownBy(() -> job.executeWithoutResult(status -> journal.once("post", "send", "key 7", () -> {
                    throw new IllegalStateException("down");
                })))
                .hasMessage("down");

        assertThat(journal.once("post", "send", "key 7", outside)).isEqualTo("reference 1");
    }

    private static HikariDataSource pool(int connections) {
        HikariConfig settings = new HikariConfig();
        settings.setDataSource(DATABASE.dataSource());
        settings.setMaximumPoolSize(connections);
        settings.setConnectionTimeout(5_000);
        return new HikariDataSource(settings);
    }

    private static String reading(HikariDataSource pool) {
        return JdbcClient.create(pool).sql("select 'free'").query(String.class).single();
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String attempts(String key) {
        return jdbc.sql("""
                select string_agg(outcome || ' ' || reference, ', ' order by id) from transport.call
                where idempotency_key = ?
                """).param(key).query(String.class).single();
    }
}
