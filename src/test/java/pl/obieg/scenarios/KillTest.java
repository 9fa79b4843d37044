package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.local.LocalOffice;
import pl.obieg.simulators.OutsideWorld;
import pl.obieg.support.ChildJvm;
import pl.obieg.support.ManyCases;
import pl.obieg.support.OfficeNode;
import pl.obieg.support.TestDatabase;

/**
 * The application is killed twice with {@code kill -9} in the midst of many cases and started again; PostgreSQL and the
 * world outside go on. Number of cases: {@code -Dobieg.kill.cases=200}.
 */
class KillTest {

    private static final Logger LOG = LoggerFactory.getLogger(KillTest.class);
    private static final int CASES = Integer.getInteger("obieg.kill.cases", 40);

    @TempDir
    private Path home;

    private final TestDatabase database = TestDatabase.empty();
    private final TestDatabase outsideDatabase = TestDatabase.empty();
    private ConfigurableApplicationContext outside;
    private ChildJvm office;
    private ManyCases cases;

    @BeforeEach
    void startWorldOutside() {
        OfficeClock clock = new OfficeClock();
        outside = OutsideWorld.start(0, clock, LocalOffice.outsideSettings(outsideDatabase.url(), home), clock::moveTo);
        LocalOffice.register(OutsideWorld.port(outside), home);
        cases = new ManyCases(CASES, database.jdbc(), "http://localhost:" + OutsideWorld.port(outside))
                .prepareOutside();
        cases.file();
    }

    @AfterEach
    void stop() {
        if (office != null) {
            office.close();
        }
        outside.close();
    }

    @Test
    void everyCaseEndsOnceThoughTheApplicationIsKilledTwice() throws IOException {
        startOffice();
        goOnUntil("a third is decided", () -> number("select count(*) from correspondence.decision") >= CASES / 3);
        kill();
        startOffice();
        goOnUntil(
                "two thirds of the letters are sent",
                () -> number("select count(*) from delivery.dispatch") >= cases.addressees() * 2 / 3);
        kill();
        startOffice();
        goOnUntil("all have ended", () -> cases.ended() == CASES);

        everyCaseEndedWell();
        registersHaveNoGaps();
        everythingWasDoneOnce();
        nothingIsLeft();
    }

    private void everyCaseEndedWell() {
        assertThat(number("""
                select count(*) from act_hi_procinst
                where proc_def_key_ = 'podatek-od-nieruchomosci' and end_act_id_ = 'podatek-rozliczony'
                """)).isEqualTo(CASES);
        assertThat(number("select count(*) from act_hi_procinst where proc_def_key_ = 'podatek-od-nieruchomosci'"))
                .isEqualTo(CASES);
        assertThat(number("select count(*) from act_hi_incident")).isZero();
    }

    private void registersHaveNoGaps() {
        assertThat(numbers("select number from correspondence.incoming order by 1"))
                .isEqualTo(upTo(CASES));
        assertThat(numbers("select number from correspondence.case_file order by 1"))
                .isEqualTo(upTo(CASES));
        assertThat(numbers("select number from correspondence.decision order by 1"))
                .isEqualTo(upTo(CASES));
        assertThat(numbers("select number from correspondence.outgoing order by 1"))
                .isEqualTo(upTo(cases.addressees()));
    }

    private void everythingWasDoneOnce() {
        assertThat(number("select count(distinct case_number) from correspondence.decision"))
                .isEqualTo(CASES);
        assertThat(number("select count(distinct case_number) from tax.decision"))
                .isEqualTo(CASES);
        assertThat(number("select count(*) from documents.seal")).isEqualTo(CASES);
        int letters = cases.addressees();
        assertThat(number("select count(*) from delivery.delivery where status = 'DELIVERED'"))
                .isEqualTo(letters);
        assertThat(number("select count(*) from delivery.dispatch")).isEqualTo(letters);
        assertThat(number("select count(distinct delivery_id) from delivery.dispatch"))
                .isEqualTo(letters);
        int byPost = number("select count(*) from delivery.dispatch where channel = 'REGISTERED'");
        assertThat(byPost).isBetween(1, letters - 1);
        JdbcClient world = outsideDatabase.jdbc();
        assertThat(number(world, "select count(*) from post.shipment where envelope_id is not null"))
                .isEqualTo(byPost);
        assertThat(number(world, "select count(*) from post.shipment")).isEqualTo(byPost);
        assertThat(number(world, "select count(*) from edoreczenia.message")).isEqualTo(letters - byPost);
        assertThat(number(world, "select count(distinct case_id) from edoreczenia.message"))
                .isEqualTo(letters - byPost);
        assertThat(number("select count(*) from ledger.receivable")).isEqualTo(CASES);
        assertThat(number("select count(distinct case_number) from ledger.receivable where settled_at is not null"))
                .isEqualTo(CASES);
        assertThat(number("select count(*) from ledger.payment")).isEqualTo(CASES);
        assertThat(number("""
                select count(*) from ledger.receivable r
                where r.charged <> (select sum(a.amount) from ledger.allocation a
                    where a.receivable_id = r.id and a.kind = 'PRINCIPAL' and a.reversed_at is null)
                """)).isZero();
    }

    private void nothingIsLeft() {
        assertThat(number("select count(*) from act_ru_execution")).isZero();
        assertThat(number("select count(*) from process.message where delivered_at is null"))
                .isZero();
        assertThat(number(outsideDatabase.jdbc(), "select count(*) from epuap.incoming where confirmed_at is null"))
                .isZero();
    }

    private void startOffice() throws IOException {
        Path output = Files.createTempFile("office-node", ".log");
        office = ChildJvm.start(
                OfficeNode.class,
                output,
                OfficeNode.READY,
                List.of(database.url(), Integer.toString(OutsideWorld.port(outside)), home.toString()));
        LOG.info("The office is open; its log: {}", output);
    }

    private void kill() {
        int held = number("select count(*) from act_ru_job where lock_owner_ is not null");
        office.kill();
        LOG.info("Killed with {} jobs in its hands, {} cases ended", held, cases.ended());
    }

    private void goOnUntil(String what, BooleanSupplier reached) {
        try {
            Awaitility.await(what)
                    .atMost(Duration.ofSeconds(60 + CASES * 3L))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        cases.pay();
                        if (!office.isAlive()) {
                            throw new IllegalStateException("The office died by itself:\n" + office.text());
                        }
                        return reached.getAsBoolean();
                    });
        } catch (ConditionTimeoutException stuck) {
            throw new AssertionError(stuck.getMessage() + "\n" + whatIsLeft(), stuck);
        }
    }

    /** Where the cases stand, for whoever has to find out why they do not go on. */
    private String whatIsLeft() {
        return String.join("\n", lines("""
                select 'at ' || coalesce(act_id_, '-') || ': ' || count(*) from act_ru_execution
                where is_active_ group by act_id_
                """)) + "\n" + String.join("\n", lines("""
                select 'job of ' || coalesce(act_id_, '-') || ', retries ' || j.retries_ || ', due ' || coalesce(j.duedate_::text, '-')
                    || ', locked till ' || coalesce(j.lock_exp_time_::text, '-') || ', ' || coalesce(j.exception_msg_, 'no failure')
                from act_ru_job j left join act_ru_execution e on e.id_ = j.execution_id_
                where j.type_ <> 'history-cleanup'
                """)) + "\n"
                + String.join("\n", lines("""
                select 'e-Doręczenia: ' || delivery_id || ', task ' || coalesce(message_task_id, 'unknown')
                    || ', closed ' || coalesce(closed_at::text, 'no')
                from delivery.edoreczenia_message where collected_at is null
                """)) + "\n" + String.join("\n", lines("""
                select 'message ' || name || ' waits' from process.message where delivered_at is null
                """));
    }

    private List<String> lines(String query) {
        return database.jdbc().sql(query).query(String.class).list();
    }

    private int number(String query) {
        return number(database.jdbc(), query);
    }

    private static int number(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Integer.class).single();
    }

    private List<Integer> numbers(String query) {
        return database.jdbc().sql(query).query(Integer.class).list();
    }

    private static List<Integer> upTo(int last) {
        return java.util.stream.IntStream.rangeClosed(1, last).boxed().toList();
    }
}
