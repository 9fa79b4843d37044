package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.exchange.Instalment;
import pl.obieg.support.TestDecisions;

/** On which days and in which parts a tax is paid (D07, rulebook §1.8). */
class InstalmentPlanTest {

    private static final InstalmentPlan PLAN = Things.plan(new TestDecisions());

    @ParameterizedTest(name = "PT-60, PT-64: a person pays in {0} on {1}")
    @CsvSource({
        "2025, 2025-03-17 2025-05-15 2025-09-15 2025-11-17",
        "2026, 2026-03-16 2026-05-15 2026-09-15 2026-11-16",
        "2027, 2027-03-15 2027-05-17 2027-09-15 2027-11-15"
    })
    void personsPayFourTimes(int year, String days) {
        assertThat(dates(TaxKind.PROPERTY, "DECISION", "400", LocalDate.of(year, 1, 1)))
                .containsExactly(days.split(" "));
    }

    @ParameterizedTest(name = "PT-60, PT-66: of an obligation since month {0} of 2026, the parts are {1}")
    @CsvSource({
        "3, 100 100 100 100",
        "4, 134 133 133",
        "5, 134 133 133",
        "6, 200 200",
        "9, 200 200",
        "10, 400",
        "11, 400",
        "12, 400"
    })
    void onlyDatesSinceTheObligationBegan(int month, String parts) {
        assertThat(PLAN.of("DECISION", new BigDecimal("400"), LocalDate.of(2026, month, 1)))
                .extracting(part -> part.amount().toPlainString())
                .containsExactly(parts.split(" "));
    }

    @Test
    @DisplayName("PT-61: a company pays property tax monthly, January until the 31st, forest tax by the 15th")
    void companiesPayMonthly() {
        assertThat(dates(TaxKind.PROPERTY, "SELF", "1200", LocalDate.of(2025, 1, 1)))
                .hasSize(12)
                .startsWith("2025-01-31", "2025-02-17", "2025-03-17");
        assertThat(dates(TaxKind.FOREST, "SELF", "1200", LocalDate.of(2026, 1, 1)))
                .hasSize(12)
                .startsWith("2026-01-15", "2026-02-16", "2026-03-16");
    }

    @Test
    @DisplayName("PT-62: a company pays agricultural tax four times a year")
    void companiesPayAgriculturalTaxFourTimes() {
        assertThat(dates(TaxKind.AGRICULTURAL, "SELF", "1200", LocalDate.of(2026, 1, 1)))
                .containsExactly("2026-03-16", "2026-05-15", "2026-09-15", "2026-11-16");
    }

    @ParameterizedTest(name = "PT-63: {1} of {0} zł is paid in {2} parts")
    @CsvSource({
        "100, PROPERTY, 1",
        "101, PROPERTY, 4",
        "100, JOINT, 1",
        "101, JOINT, 4",
        "100, AGRICULTURAL, 1",
        "101, AGRICULTURAL, 4"
    })
    void smallTaxIsPaidAtOnce(String tax, TaxKind kind, int parts) {
        assertThat(dates(kind, "DECISION", tax, LocalDate.of(2026, 1, 1)))
                .hasSize(parts)
                .startsWith("2026-03-16");
    }

    @Test
    @DisplayName("PT-66: with no date of the year left there is one part, which the delivery dates")
    void noDateIsLeft() {
        assertThat(dates(TaxKind.PROPERTY, "DECISION", "500", LocalDate.of(2026, 12, 1)))
                .containsExactly("2026-12-01");
    }

    @Test
    @DisplayName("PT-61: a hall bought in August is paid for from September on, and nothing is due for it before")
    void whatBeginsInTheYearIsNotDueBefore() {
        Assessment tax = Things.property(Things.atMaximumRates())
                .of(
                        Things.declared(
                                2026,
                                null,
                                null,
                                null,
                                Things.land("Ba", "BUSINESS", "5000", null, null)
                                        .within(null, null),
                                Things.between(
                                        Things.building("BUSINESS", "1200", true), LocalDate.of(2026, 9, 1), null)),
                        "SELF");

        // land 5000 × 0.77 is not tied to business here: 3850.00, a month 320.83; hall a month 3553.00
        assertThat(tax.taxDue()).isEqualTo("18062");
        assertThat(tax.instalments())
                .extracting(part -> part.amount().toPlainString())
                .containsExactly(
                        "330", "320", "320", "320", "320", "320", "320", "320", "3873", "3873", "3873", "3873");
    }

    @Test
    @DisplayName("PT-61: of a tax owed until May the last instalment is in May")
    void whatEndsInTheYearIsNotSpreadOverTheRest() {
        assertThat(PLAN.ofSelfAssessed(
                        TaxKind.FOREST,
                        new BigDecimal("1000"),
                        2026,
                        List.of(new InstalmentPlan.Owed(new BigDecimal("1000.20"), new Months(1, 5)))))
                .extracting(part -> part.date() + " " + part.amount())
                .containsExactly(
                        "2026-01-15 200", "2026-02-16 200", "2026-03-16 200", "2026-04-15 200", "2026-05-15 200");
    }

    @Test
    @DisplayName("PT-62: a company's field sold in June is paid for in March and May, one sold in February in March")
    void agriculturalTaxOfACompanyEndsWithItsObligation() {
        assertThat(agricultural(new Months(1, 6))).containsExactly("2026-03-16 300", "2026-05-15 300");
        assertThat(agricultural(new Months(1, 2))).containsExactly("2026-03-16 600");
        assertThat(agricultural(new Months(6, 8))).containsExactly("2026-09-15 600");
    }

    private static List<String> agricultural(Months months) {
        return PLAN
                .ofSelfAssessed(
                        TaxKind.AGRICULTURAL,
                        new BigDecimal("600"),
                        2026,
                        List.of(new InstalmentPlan.Owed(new BigDecimal("600"), months)))
                .stream()
                .map(part -> part.date() + " " + part.amount())
                .toList();
    }

    @Property(tries = 200)
    void partsOfASelfAssessedTaxSumToIt(
            @ForAll @IntRange(min = 101, max = 2_000_000) int one,
            @ForAll @IntRange(min = 1, max = 2_000_000) int other,
            @ForAll @IntRange(min = 1, max = 12) int begins,
            @ForAll @IntRange(min = 1, max = 12) int ends) {
        List<Instalment> parts = PLAN.ofSelfAssessed(
                TaxKind.PROPERTY,
                BigDecimal.valueOf(one + other),
                2026,
                List.of(
                        new InstalmentPlan.Owed(BigDecimal.valueOf(one), new Months(begins, 12)),
                        new InstalmentPlan.Owed(BigDecimal.valueOf(other), new Months(1, ends))));

        assertThat(parts.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(one + other));
        assertThat(parts).extracting(Instalment::date).isSorted();
    }

    @Property(tries = 300)
    void instalmentsSumToTheTax(
            @ForAll @IntRange(min = 1, max = 2_000_000) int tax,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll boolean self) {
        List<Instalment> parts =
                PLAN.of(self ? "SELF" : "DECISION", BigDecimal.valueOf(tax), LocalDate.of(2026, month, 1));

        assertThat(parts.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(BigDecimal.valueOf(tax));
        assertThat(parts).extracting(Instalment::date).isSorted();
        assertThat(parts.stream().skip(1).map(Instalment::amount).distinct().count())
                .isLessThanOrEqualTo(1);
    }

    private static List<String> dates(TaxKind kind, String regime, String tax, LocalDate start) {
        return PLAN.of(kind, regime, new BigDecimal(tax), start).stream()
                .map(part -> part.date().toString())
                .toList();
    }
}
