package pl.obieg.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Decisions;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.assessment.CouncilRates;
import pl.obieg.tax.assessment.InstalmentPlan;
import pl.obieg.tax.assessment.LawTables;
import pl.obieg.tax.assessment.LetterCost;

/**
 * D05 to D08 of the yearly assessment for many accounts, by one thread, without database: rates of three objects, whether
 * to issue, instalments, due dates. The decision engine on a sample, the compiled tables on all.
 */
@Tag("benchmark")
class AssessmentBenchmark {

    private static final int ACCOUNTS = Integer.getInteger("obieg.benchmark.accounts", 1_000_000);
    private static final int SAMPLE = Integer.getInteger("obieg.benchmark.sample", 20_000);
    private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 5);
    private static final StatutoryCalendar CALENDAR = new StatutoryCalendar();

    /** What an account comes to: full zł, and a number made of every date and amount. */
    private record Result(long tax, long trace) {}

    @Test
    void ratesDecisionInstalmentsAndDueDates() {
        Decisions compiled = new CompiledDecisions();
        assertThat(run("decision engine", new TestDecisions(), SAMPLE)).isEqualTo(run("compiled", compiled, SAMPLE));
        run("compiled", compiled, ACCOUNTS);
    }

    private static Result run(String how, Decisions tables, int accounts) {
        account(tables, new Random(1), 500);
        long begun = System.nanoTime();
        Result result = account(tables, new Random(2026), accounts);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "BENCHMARK D05-D08 %s: %d accounts in %.1f s, %.0f accounts/s%n",
                how, accounts, seconds, accounts / seconds);
        return result;
    }

    private static Result account(Decisions tables, Random random, int accounts) {
        LawTables law = new LawTables(tables);
        CouncilRates rates = new CouncilRates(tables, law);
        InstalmentPlan plan = new InstalmentPlan(tables, law, CALENDAR);
        LetterCost cost = new LetterCost(law);
        long sum = 0;
        long trace = 0;
        for (int i = 0; i < accounts; i++) {
            BigDecimal tax = area(random, 300_000)
                    .multiply(rates.of("L_OTHER", "OTHER", 2026).amount())
                    .add(area(random, 30_000)
                            .multiply(rates.of("B_RES", "RESIDENTIAL", 2026).amount()))
                    .add(area(random, 6_000)
                            .multiply(rates.of("B_OTHER", "GARAGE", 2026).amount()))
                    .setScale(0, java.math.RoundingMode.HALF_UP);
            Map<String, Object> due = tables.askOne(
                    "czy-wydac-decyzje",
                    Map.of(
                            "regime",
                            "DECISION",
                            "taxDue",
                            tax.longValueExact(),
                            "letterCost",
                            cost.of(2026),
                            "taxpayerDied",
                            false,
                            "limitationPassed",
                            false));
            sum += tax.longValueExact();
            if (!"YES".equals(due.get("decisionDue"))) {
                continue;
            }
            LocalDate soonest = CALENDAR.endOfDays(DELIVERED, 14);
            for (Instalment part : plan.of("DECISION", tax, LocalDate.of(2026, 1 + random.nextInt(12), 1))) {
                LocalDate day = part.date().isBefore(soonest) ? soonest : part.date();
                trace = trace * 31 + day.toEpochDay() * part.amount().longValueExact();
            }
        }
        return new Result(sum, trace);
    }

    private static BigDecimal area(Random random, int hundredths) {
        return BigDecimal.valueOf(1 + random.nextInt(hundredths), 2);
    }

    private static final class CompiledDecisions implements Decisions {

        private final Map<String, CompiledTable> tables = new ConcurrentHashMap<>();

        @Override
        public List<Map<String, Object>> ask(String decision, Map<String, ?> inputs) {
            return tables.computeIfAbsent(decision, CompiledDecisions::load).ask(inputs);
        }

        private static CompiledTable load(String decision) {
            String folder =
                    List.of("raty", "czy-wydac-decyzje").contains(decision) ? "podatek-od-nieruchomosci" : "prawo";
            try (var dmn = Files.newInputStream(Path.of("decisions", folder, decision + ".dmn"))) {
                return CompiledTable.of(dmn);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
