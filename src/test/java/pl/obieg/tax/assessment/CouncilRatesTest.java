package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.tax.assessment.Things.building;
import static pl.obieg.tax.assessment.Things.declared;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.process.Refusal;
import pl.obieg.support.TestDecisions;

/** Rates are the council's, within the law; what the law pack does not know is refused by the name of its table (D05). */
class CouncilRatesTest {

    @Test
    @DisplayName("PT-30: a rate above the year's maximum is refused with the number of its resolution")
    void refusesRateAboveMaximum() {
        assertThatThrownBy(() ->
                        rates(rate("1.46", "Uchwała nr I/1/2025", "OBJECT")).of("L_BIZ", null, 2026))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_ABOVE_MAXIMUM"))
                .hasMessageContaining("Uchwała nr I/1/2025")
                .hasMessageContaining("1,45")
                .hasMessageContaining("2026");
        assertThat(rates(rate("1.45", "Uchwała nr I/1/2025", "OBJECT"))
                        .of("L_BIZ", null, 2026)
                        .amount())
                .isEqualTo("1.45");
    }

    @Test
    @DisplayName("PT-30: a sub-rate above the maximum of its category is refused too")
    void refusesSubRateAboveMaximum() {
        TestDecisions garages = new TestDecisions()
                .with(
                        "stawka-podatku",
                        inputs -> inputs.get("subcode") == null
                                ? new TestDecisions().ask("stawka-podatku", inputs)
                                : List.of(row("12.01", "Uchwała nr 7", "OBJECT")));

        assertThatThrownBy(() -> Things.property(garages)
                        .of(declared(2026, null, null, null, building("GARAGE", "20", false)), "DECISION"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Uchwała nr 7");
    }

    @Test
    @DisplayName("PT-30: a year before the council's first resolution has no rate, and the table is named")
    void refusesYearWithoutRates() {
        assertThatThrownBy(() -> rates(new TestDecisions()).of("L_BIZ", null, 2025))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_MISSING"))
                .hasMessageContaining("„Stawka podatku”");
    }

    @Test
    @DisplayName("PT-30: last year's rates stay, but not without the maximum of the year")
    void lastYearsRatesStay() {
        assertThat(new TestDecisions().ask("stawka-podatku", noSubcode("L_BIZ", 2027)))
                .hasSize(1);
        assertThatThrownBy(() -> rates(new TestDecisions()).of("L_BIZ", null, 2027))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_MAXIMUM_MISSING"))
                .hasMessageContaining("„Stawka maksymalna”")
                .hasMessageContaining("2027");
    }

    @ParameterizedTest(name = "PT-30: {0} of 20 m² is taxed at the sub-rate {1}")
    @CsvSource({"GARAGE, 9.90", "SUMMER_HOUSE, 11.50", "OUTBUILDING, 6.60", "OTHER, 12.00"})
    void takesTheSubRateWhereThereIsOne(String usage, BigDecimal rate) {
        AssessmentRow row = Things.property(new TestDecisions())
                .of(declared(2026, null, null, null, building(usage, "20", false)), "DECISION")
                .rows()
                .get(0);

        assertThat(row.code()).isEqualTo("B_OTHER");
        assertThat(row.rate()).isEqualTo(rate);
        assertThat(row.amount()).isEqualByComparingTo(rate.multiply(new BigDecimal("20")));
    }

    @Test
    @DisplayName("PT-31: a rate for pensioners, as Wejherowo had in 2011, is refused with its resolution")
    void refusesRateByPerson() {
        assertThatThrownBy(() -> rates(rate("0.50", "Uchwała nr VIk/X/117/2011", "PERSON"))
                        .of("B_RES", "PENSIONER", 2026))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("RATE_BY_PERSON"))
                .hasMessageContaining("VIk/X/117/2011")
                .hasMessageContaining("od osoby podatnika");
    }

    @Test
    @DisplayName(
            "PT-16, AG-03, FO-01: figures of 2027 that nobody announced yet are refused by the name of their table")
    void refusesWhatIsNotAnnounced() {
        LawTables law = new LawTables(new TestDecisions());

        assertThatThrownBy(() -> law.ryePrice(2027)).hasMessageContaining("„Cena żyta”", "2027");
        assertThatThrownBy(() -> law.woodPrice(2027)).hasMessageContaining("„Cena drewna”", "2027");
        assertThatThrownBy(() -> new LetterCost(law).of(2027)).hasMessageContaining("„Koszt listu poleconego”", "2027");
    }

    @ParameterizedTest(name = "PT-16: the letter of {0} cost {1}")
    @CsvSource({"2016, 6.10", "2022, 9.20", "2023, 9.80"})
    void knowsTheCostOfALetter(int year, BigDecimal cost) {
        assertThat(new LetterCost(new LawTables(new TestDecisions())).of(year)).isEqualTo(cost);
    }

    private static TestDecisions rate(String rate, String resolution, String criterion) {
        return new TestDecisions().with("stawka-podatku", inputs -> List.of(row(rate, resolution, criterion)));
    }

    private static Map<String, Object> row(String rate, String resolution, String criterion) {
        return Map.of("rate", rate, "unit", "m2", "resolution", resolution, "criterion", criterion);
    }

    private static CouncilRates rates(TestDecisions decisions) {
        return new CouncilRates(decisions, new LawTables(decisions));
    }

    private static Map<String, Object> noSubcode(String code, int year) {
        Map<String, Object> inputs = new HashMap<>(Map.of("code", code, "year", year));
        inputs.put("subcode", null);
        return inputs;
    }
}
