package pl.obieg.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.Obieg;
import pl.obieg.local.LocalOffice;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.support.AutoStaff;
import pl.obieg.support.ManyCases;
import pl.obieg.support.RunningOffice;
import pl.obieg.support.TestDatabase;

/**
 * Whole tax cases, from the ePUAP box to the settled account, with a staff and a world outside that answer at once; and
 * the same models with operations that do nothing. Numbers go to standard output; see docs/benchmarks.md.
 */
@Tag("benchmark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeCaseBenchmark {

    private static final int CASES = Integer.getInteger("obieg.benchmark.cases", 100);
    private static final int WARM_UP = Integer.getInteger("obieg.benchmark.warm-up", 20);

    private static double office;

    /** @param jobsPerSecond of the job executor, all that ended well */
    private record Speed(double casesPerSecond, double jobsPerSecond) {}

    @Test
    @Order(1)
    void wholeOffice() {
        RunningOffice running = RunningOffice.get();
        Thread staff = AutoStaff.work(running.application());
        ManyCases cases = new ManyCases(WARM_UP + CASES, running.jdbc(), running.outsideAddress()).prepareOutside();
        cases.file(0, WARM_UP);
        until(WARM_UP, () -> {
            cases.pay();
            return cases.ended();
        });
        Speed speed = measure(running.jdbc(), () -> cases.file(WARM_UP, WARM_UP + CASES), () -> {
            cases.pay();
            return cases.ended();
        });
        staff.interrupt();
        office = speed.casesPerSecond();
        print("whole office", speed);
        steps(running.jdbc());
        assertThat(cases.ended()).isEqualTo(WARM_UP + CASES);
    }

    @Test
    @Order(2)
    void sameModelsWithOperationsThatDoNothing() {
        TestDatabase database = TestDatabase.empty();
        ConfigurableApplicationContext engine = engineOnly(database.url());
        Thread staff = AutoStaff.work(engine);
        ManyCases cases = new ManyCases(CASES, database.jdbc(), "http://localhost");
        start(engine, WARM_UP);
        until(WARM_UP, cases::ended);
        Speed speed = measure(database.jdbc(), () -> start(engine, CASES), cases::ended);
        staff.interrupt();
        engine.close();
        print("models with no-op operations", speed);
        System.out.printf("BENCHMARK ratio no-op : office = %.1f%n", speed.casesPerSecond() / office);
        assertThat(database.jdbc()
                        .sql("select count(*) from act_hi_procinst where end_act_id_ = 'podatek-rozliczony'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(WARM_UP + CASES);
    }

    private static void start(ConfigurableApplicationContext engine, int count) {
        for (int i = 0; i < count; i++) {
            String id = UUID.randomUUID().toString();
            engine.publishEvent(new ProcedureMessage(
                    "DeclarationArrived", id, id, Map.of("submissionId", id, "formCode", "IN-1", "channel", "EPUAP")));
        }
    }

    private static Speed measure(JdbcClient jdbc, Runnable begin, IntSupplier ended) {
        int jobs = jobs(jdbc);
        long started = System.nanoTime();
        begin.run();
        until(WARM_UP + CASES, ended);
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Speed(CASES / seconds, (jobs(jdbc) - jobs) / seconds);
    }

    private static void until(int wanted, IntSupplier ended) {
        Awaitility.await(wanted + " ended cases")
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ended.getAsInt() >= wanted);
    }

    private static int jobs(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from act_hi_job_log where job_state_ = 2")
                .query(Integer.class)
                .single();
    }

    private static void print(String what, Speed speed) {
        System.out.printf(
                "BENCHMARK %s: %d cases, %.2f cases/s, %.0f jobs/s%n",
                what, CASES, speed.casesPerSecond(), speed.jobsPerSecond());
    }

    /** The time of each service task, without the wait for its job and without its commit. */
    private static void steps(JdbcClient jdbc) {
        jdbc.sql("""
                select act_id_, count(*), round(avg(duration_), 1),
                       percentile_disc(0.95) within group (order by duration_), sum(duration_)
                from act_hi_actinst where act_type_ in ('serviceTask', 'businessRuleTask')
                group by act_id_ order by sum(duration_) desc
                """)
                .query((row, number) -> String.format(
                        "BENCHMARK step %-45s n=%4d avg=%6s ms p95=%5d ms",
                        row.getString(1), row.getInt(2), row.getString(3), row.getInt(4)))
                .list()
                .forEach(System.out::println);
        System.out.println("BENCHMARK failed jobs: "
                + jdbc.sql("select count(*) from act_hi_job_log where job_state_ = 1")
                        .query(Integer.class)
                        .single());
    }

    private static ConfigurableApplicationContext engineOnly(String databaseUrl) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("obieg.local", "true");
        settings.put("server.port", 0);
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.hikari.maximum-pool-size", 30);
        settings.put("camunda.bpm.process-engine-name", "instant");
        settings.put("camunda.bpm.job-execution.max-wait", 500);
        settings.put("obieg.process.sweep-delay", "PT1S");
        return new SpringApplicationBuilder(Obieg.class, LocalOffice.class)
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("engine-only", settings));
                    LocalOffice.scanProductOnly(context);
                    context.addBeanFactoryPostProcessor(
                            factory -> factory.addBeanPostProcessor(new InstantOperations(context)));
                })
                .run();
    }
}
