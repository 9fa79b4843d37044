package pl.obieg.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.law.Arrear;
import pl.obieg.ledger.law.Interest;
import pl.obieg.ledger.law.InterestRates;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.RateOnDay;
import pl.obieg.support.DecisionExamples;
import pl.obieg.support.TestDecisions;

/** Interest of a million accounts by one thread, with cached rates and with the table itself; see docs/benchmarks.md. */
@Tag("benchmark")
class InterestBenchmark {

    private static final int ACCOUNTS = Integer.getInteger("obieg.benchmark.accounts", 1_000_000);
    private static final int BY_TABLE = Integer.getInteger("obieg.benchmark.table-accounts", 1_000);
    private static final int WARM_UP = 200_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final BigDecimal LIMIT = new BigDecimal("8.70");

    @Test
    void interestOfEveryAccount() {
        TestDecisions decisions = new TestDecisions();
        InterestRates cached = new LegalFigures(decisions, new OfficeClock()).rates();
        RateOnDay table = LegalFigures.asked(decisions);
        List<DecisionExamples.Example> examples = DecisionExamples.of("decisions/prawo/stopa-odsetek");
        examples.forEach(example -> {
            LocalDate day = new java.sql.Date(((java.util.Date) example.inputs().get("day")).getTime()).toLocalDate();
            assertThat(cached.on(day)).as(example.toString()).isEqualTo(table.on(day));
        });

        run(WARM_UP, 1, cached);
        long sum = run(ACCOUNTS, 2, cached);
        run(20, 1, table);
        long fewByTable = run(BY_TABLE, 2, table);

        assertThat(run(BY_TABLE, 2, cached)).as("the same by both ways").isEqualTo(fewByTable);
        assertThat(sum).isGreaterThan(fewByTable);
    }

    /** @return the sum of interest and raw interest of all accounts, in 1/10000 zł */
    private static long run(int accounts, long seed, RateOnDay rates) {
        SplittableRandom random = new SplittableRandom(seed);
        long sum = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < accounts; i++) {
            Arrear arrear = Arrear.basic(
                    BigDecimal.valueOf(random.nextLong(100, 2_000_000), 2), TODAY.minusDays(random.nextInt(1, 1800)));
            Interest interest = Interest.of(arrear, TODAY, rates, LIMIT);
            sum += interest.charged().longValueExact() * 10_000
                    + interest.raw().unscaledValue().longValueExact();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "BENCHMARK interest by %s: %d accounts, %.2f s, %.0f accounts/s%n",
                rates instanceof InterestRates ? "cached rates" : "the decision table",
                accounts,
                seconds,
                accounts / seconds);
        return sum;
    }
}
