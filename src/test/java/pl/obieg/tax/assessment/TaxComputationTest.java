package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.tax.assessment.Things.building;
import static pl.obieg.tax.assessment.Things.declared;
import static pl.obieg.tax.assessment.Things.land;
import static pl.obieg.tax.assessment.Things.storeys;
import static pl.obieg.tax.assessment.Things.structure;
import static pl.obieg.tax.assessment.Things.thing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.obieg.process.Refusal;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.declaration.TaxObject;

/** What is taxed with property tax, by what measure and category (rulebook §1.3, §1.5), at the maximum rates. */
class TaxComputationTest {

    private static final TestDecisions TABLES = Things.atMaximumRates();

    @ParameterizedTest(name = "PT-20, PT-21: silo in use for business, declared as {0}: taxed by its value")
    @CsvSource({"BUILDING", "STRUCTURE"})
    void siloIsNoBuilding(String kind) {
        AssessmentRow row = row(2026, valued(kind, "STORAGE_TANK", "80000.50", true));

        assertThat(row.code()).isEqualTo("S_STD");
        assertThat(row.base()).isEqualTo("80001");
        assertThat(row.amount()).isEqualTo("1600.02");
    }

    @Test
    @DisplayName("PT-20: until 2024 a silo with walls and a roof was a building; now its value is asked for")
    void siloDeclaredByItsArea() {
        TaxObject silo = building("STORAGE_TANK", "50", true);

        assertThat(row(2024, silo).code()).isEqualTo("B_BIZ");
        assertThatThrownBy(() -> row(2026, silo))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("VALUE_MISSING"))
                .hasMessageContaining("Przedmiot nr 1");
    }

    @ParameterizedTest(name = "PT-21: {0} is a structure: {1}")
    @CsvSource({
        "ANNEX_4, true",
        "DEVICE_BUILDING_PART, true",
        "CONNECTION_DEVICE, true",
        "MACHINE_FOUNDATION, true",
        "DEVICE_TECHNICAL_PART, false",
        "OUTSIDE_ANNEX_4, false"
    })
    void structuresByTheirFeature(String feature, boolean taxed) {
        AssessmentRow row = row(2026, structure(feature, "10000"));

        assertThat(row.isTaxed()).isEqualTo(taxed);
        assertThat(row.amount()).isEqualTo(taxed ? "200.00" : "0.00");
    }

    @ParameterizedTest(name = "PT-22: {0} of an entrepreneur is not taxed")
    @ValueSource(strings = {"CHAPEL", "GARDEN_FEATURE", "WASTE_SHELTER", "BIKE_SHELTER", "PLAYGROUND", "MINE_WORKING"})
    void smallObjects(String usage) {
        AssessmentRow row = row(2026, structure(usage, "10000"));

        assertThat(row.treatment()).isEqualTo("NONE");
        assertThat(row.amount()).isEqualTo("0.00");
        assertThat(row.reason()).isEqualTo("Nie podlega podatkowi od nieruchomości");
    }

    @ParameterizedTest(name = "PT-23: garage in a house in {0}: {1}")
    @CsvSource({"2024, B_OTHER, 201.06", "2025, B_RES, 21.42", "2026, B_RES, 22.50"})
    void garageInAHouse(int year, String code, String amount) {
        AssessmentRow row = row(year, building("GARAGE_IN_RESIDENTIAL", "18", false));

        assertThat(row.code()).isEqualTo(code);
        assertThat(row.amount()).isEqualTo(amount);
    }

    @Test
    @DisplayName(
            "PT-24: a house and its land stay residential with an entrepreneur; only what is tied to business is not")
    void tiedToBusiness() {
        assertThat(row(2026, thing("LAND", "B", "RESIDENTIAL", "100", null, null, true, null, null))
                        .code())
                .isEqualTo("L_OTHER");
        assertThat(row(2026, thing("LAND", "Ba", "OTHER", "100", null, null, true, null, null))
                        .code())
                .isEqualTo("L_BIZ");
        assertThat(row(2026, building("OTHER", "100", false)).code()).isEqualTo("B_OTHER");
        assertThat(row(2026, building("OTHER", "100", true)).code()).isEqualTo("B_BIZ");
    }

    @Test
    @DisplayName(
            "PT-25, PT-26: cellar and attic count by their height, staircase and lift shaft do not, and the row says so")
    void usableArea() {
        AssessmentRow row = row(
                2026,
                storeys(
                        "RESIDENTIAL",
                        List.of(
                                storey("100.00", "2.60", null),
                                storey("60.00", "2.00", "CELLAR"),
                                storey("30.00", "2.30", "USABLE_ATTIC"),
                                storey("20.00", "1.30", "USABLE_ATTIC"),
                                storey("12.00", "2.60", "STAIRCASE"),
                                storey("4.00", "9.00", "LIFT_SHAFT"))));

        assertThat(row.base()).isEqualByComparingTo("160");
        assertThat(row.amount()).isEqualTo("200.00");
        assertThat(row.reason())
                .contains(
                        "Powierzchnia użytkowa 160,00 m²",
                        "piwnica 60,00 m² o wysokości 2,00 m w części 0,5",
                        "klatka schodowa 12,00 m² o wysokości 2,60 m nie wlicza się",
                        "szyb dźwigowy 4,00 m²");
    }

    @Test
    @DisplayName("PT-27: land by its area, under a lake by hectares, a structure by its full value")
    void bases() {
        AssessmentRow lake = row(2026, thing("LAND", "Ws", "LAKE_WATER", "25000", null, null, false, null, null));

        assertThat(lake.base()).isEqualByComparingTo("2.5");
        assertThat(lake.unit()).isEqualTo("ha");
        assertThat(lake.amount()).isEqualTo("17.88");
        assertThat(row(2026, land("B", "OTHER", "1234.56", null, null)).base()).isEqualTo("1234.56");
        assertThat(row(2026, structure("ANNEX_4", "999.49")).base()).isEqualTo("999");
    }

    @Test
    @DisplayName("PT-28: a field and a forest are property tax only where business is done on them")
    void fieldsAndForests() {
        assertThat(row(2026, land("RIIIa", null, "3000", null, null)).treatment())
                .isEqualTo("AGRICULTURAL");
        assertThat(row(2026, land("LsIV", null, "3000", null, null)).treatment())
                .isEqualTo("FOREST");
        assertThat(row(2026, thing("LAND", "RIIIa", null, "3000", null, null, true, null, null))
                        .code())
                .isEqualTo("L_BIZ");
        assertThat(row(2026, thing("LAND", "LsIV", null, "3000", null, null, true, null, null))
                        .code())
                .isEqualTo("L_BIZ");
    }

    @Test
    void keepsExemptObjectsWithoutTax() {
        Assessment tax = assess(2026, building("FARM", "200", false), land("B", "OTHER", "100", null, null));

        assertThat(tax.rows()).extracting(AssessmentRow::treatment).containsExactly("EXEMPT", "PROPERTY");
        assertThat(amounts(tax)).containsExactly("0.00", "77.00");
    }

    @Test
    @DisplayName("PT-44: each month of the obligation is a twelfth of the year's tax")
    void monthsAreTwelfths() {
        for (int months = 1; months <= 12; months++) {
            TaxObject plot =
                    thing("LAND", "B", "OTHER", "1200", null, null, false, LocalDate.of(2026, 13 - months, 1), null);

            assertThat(row(2026, plot).amount()).isEqualByComparingTo(new BigDecimal(77 * months));
        }
    }

    @ParameterizedTest(name = "PT-45: rows {0} m² and {1} m² at 0.77 make {2} zł, rounded once at the end")
    @CsvSource({"100.60, 0.05, 78", "100.60, 0.03, 77", "0.64, 0.01, 1", "0.62, 0.01, 0"})
    void roundsTheSum(String one, String other, String tax) {
        assertThat(assess(2026, land("B", "OTHER", one, null, null), land("B", "OTHER", other, null, null))
                        .taxDue())
                .isEqualTo(tax);
    }

    @ParameterizedTest(name = "PT-45: a value of {0} zł is taxed as {1} zł")
    @CsvSource({"1000.49, 1000", "1000.50, 1001"})
    void roundsTheValue(String value, String base) {
        assertThat(row(2026, structure("ANNEX_4", value)).base()).isEqualTo(base);
    }

    private static TaxObject valued(String kind, String usage, String value, boolean occupied) {
        return new TaxObject(
                kind,
                null,
                usage,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal(value),
                List.of(),
                occupied,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static TaxObject.Floor storey(String area, String height, String part) {
        return new TaxObject.Floor(new BigDecimal(area), new BigDecimal(height), part);
    }

    private static AssessmentRow row(int year, TaxObject object) {
        return assess(year, object).rows().get(0);
    }

    private static Assessment assess(int year, TaxObject... objects) {
        return Things.property(TABLES).of(declared(year, null, null, null, objects), "DECISION");
    }

    private static List<String> amounts(Assessment tax) {
        return tax.rows().stream().map(row -> row.amount().toPlainString()).toList();
    }
}
