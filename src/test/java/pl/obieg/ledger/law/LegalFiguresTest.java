package pl.obieg.ledger.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.law.InterestRates.Rate;
import pl.obieg.ledger.law.LegalFigures.Figure;
import pl.obieg.support.DecisionExamples;
import pl.obieg.support.TestDecisions;

/** The dated tables of decisions/prawo as the ledger reads them. */
class LegalFiguresTest {

    private final LegalFigures law = new LegalFigures(new TestDecisions(), new OfficeClock());

    /** INT-02: what is kept in memory answers as the table does, on each day of its examples. */
    @Test
    void cachedRatesAnswerAsTheTable() {
        RateOnDay table = LegalFigures.asked(new TestDecisions());

        assertThat(DecisionExamples.of("decisions/prawo/stopa-odsetek"))
                .isNotEmpty()
                .allSatisfy(example -> {
                    LocalDate day =
                            new java.sql.Date(((java.util.Date) example.inputs().get("day")).getTime()).toLocalDate();
                    assertThat(law.rates().on(day)).isEqualTo(table.on(day));
                });
    }

    /** The date a row begins stands in it twice: as condition and as answer. */
    @Test
    void eachRowBeginsOnTheDayItSays() {
        RateOnDay table = LegalFigures.asked(new TestDecisions());

        List<Rate> rates = List.copyOf(law.rates().all());
        for (int i = 0; i < rates.size(); i++) {
            assertThat(table.on(rates.get(i).from())).isEqualTo(rates.get(i));
            if (i > 0) {
                assertThat(table.on(rates.get(i).from().minusDays(1))).isEqualTo(rates.get(i - 1));
            }
        }
        assertThat(rates).hasSize(17);
    }

    /** INT-02: 200 % of the lombard rate and 2 points, 8 % at least. */
    @Test
    void everyRateFollowsFromTheLombardRateBesideIt() {
        law.rates().all().stream().skip(1).forEach(rate -> {
            Map<String, Object> row = new TestDecisions().askOne("stopa-odsetek", Map.of("day", rate.from()));
            BigDecimal lombard = new BigDecimal(row.get("lombardRate").toString());
            assertThat(rate.percent())
                    .isEqualByComparingTo(lombard.multiply(new BigDecimal("2"))
                            .add(new BigDecimal("2"))
                            .max(new BigDecimal("8")));
        });
    }

    @Test
    void dayBeforeTheFirstRowHasNoRate() {
        assertThatThrownBy(() -> law.rates().on(LocalDate.of(2014, 10, 8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stopa-odsetek");
    }

    /** ARR-05, PAY-06. */
    @Test
    void multiplesOfTheCostOfUpomnienie() {
        LocalDate day = LocalDate.of(2026, 11, 23);

        assertThat(law.timesCostOfUpomnienie(day, Figure.KROTNOSC_PROGU_EGZEKUCJI))
                .isEqualByComparingTo("160");
        assertThat(law.timesCostOfUpomnienie(day, Figure.KROTNOSC_POSTANOWIENIA))
                .isEqualByComparingTo("80");
        for (Figure figure : Figure.values()) {
            assertThat(law.on(day, figure)).as(figure.name()).isPositive();
        }
    }

    @Test
    void newRateCountsAfterTenMinutes() {
        OfficeClock clock = new OfficeClock();
        LocalDate newDay = LocalDate.of(2026, 12, 3);
        boolean[] changed = {false};
        TestDecisions original = new TestDecisions();
        LegalFigures kept = new LegalFigures(
                new TestDecisions()
                        .with(
                                "stopa-odsetek",
                                inputs -> changed[0] && !((LocalDate) inputs.get("day")).isBefore(newDay)
                                        ? List.of(Map.of("validFrom", "2026-12-03", "rate", "10.0"))
                                        : original.ask("stopa-odsetek", inputs)),
                clock);
        assertThat(kept.rates().on(newDay).percent()).isEqualByComparingTo("10.5");
        changed[0] = true;
        assertThat(kept.rates().on(newDay).percent()).isEqualByComparingTo("10.5");

        clock.moveTo(Duration.ofMinutes(11));

        assertThat(kept.rates().on(newDay).percent()).isEqualByComparingTo("10.0");
        assertThat(kept.rates().on(newDay.minusDays(1)).percent()).isEqualByComparingTo("10.5");
    }
}
