package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.obieg.tax.assessment.Things.between;
import static pl.obieg.tax.assessment.Things.building;
import static pl.obieg.tax.assessment.Things.declared;
import static pl.obieg.tax.assessment.Things.field;
import static pl.obieg.tax.assessment.Things.land;
import static pl.obieg.tax.assessment.Things.share;
import static pl.obieg.tax.assessment.Things.storeys;
import static pl.obieg.tax.assessment.Things.structure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Instalment;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/**
 * The worked examples E1 to E14 of the rule book and the vectors of its appendix, each computed as a case is: declared
 * objects through the tables D02 to D07, at the maximum rates of 2026. Due dates (P1) are in the ledger's tests.
 */
class WorkedExamplesTest {

    private static final TestDecisions TABLES = Things.atMaximumRates();
    private static final JointAssessment TAXES = Things.joint(TABLES);
    private static final TaxObject[] FARM = {
        field("RIIIb", "1.2000"),
        field("RIVa", "0.9500"),
        field("ŁIV", "0.6500"),
        field("W", "0.0500"),
        field("Br-RIVa", "0.1500"),
        field("RV", "0.4000")
    };

    @Test
    @DisplayName("E1: house with an attic and a garage, the whole year: 968 zł in four parts of 242")
    void house() {
        Assessment tax = decided(
                2026,
                land("B", "RESIDENTIAL", "1000", null, null),
                storeys("RESIDENTIAL", "120", "2.60", "40", "2.10", "10", "1.20"),
                building("GARAGE_IN_RESIDENTIAL", "18.00", false));

        assertThat(rows(tax))
                .containsExactly(
                        "L_OTHER 1000 × 0.77, 12 m-cy = 770.00",
                        "B_RES 140.0 × 1.25, 12 m-cy = 175.00",
                        "B_RES 18.00 × 1.25, 12 m-cy = 22.50");
        assertThat(tax.total()).isEqualByComparingTo("967.50");
        assertThat(tax.taxDue()).isEqualTo("968");
        assertThat(parts(tax)).containsExactly("2026-03-16 242", "2026-05-15 242", "2026-09-15 242", "2026-11-16 242");
        assertThat(decisionDue(tax, 2026)).isEqualTo("YES");
    }

    @Test
    @DisplayName("E2: plot bought on 10 May 2026: seven months, 674 zł in two parts; IN-1 until 25 May")
    void purchaseInTheYear() {
        LocalDate bought = LocalDate.of(2026, 5, 10);
        Assessment tax = decided(declared(2026, "ACQUISITION", bought, null, land("B", "OTHER", "1500", null, null)));

        assertThat(rows(tax)).containsExactly("L_OTHER 1500 × 0.77, 7 m-cy = 673.75");
        assertThat(tax.taxDue()).isEqualTo("674");
        assertThat(parts(tax)).containsExactly("2026-09-15 337", "2026-11-16 337");
        assertThat(new StatutoryCalendar().endOfDays(bought, 14)).isEqualTo("2026-05-25");
    }

    @Test
    @DisplayName("E3: company with a hall, an office and a structure: 60 235 zł, January 5026, then 5019")
    void company() {
        Assessment tax = Things.property(TABLES)
                .of(
                        declared(
                                2026,
                                null,
                                null,
                                null,
                                Things.thing("LAND", "Ba", "BUSINESS", "5000", null, null, true, null, null),
                                building("BUSINESS", "1200", true),
                                building("BUSINESS", "150.55", true),
                                structure("ANNEX_4", "250000.49")),
                        "SELF");

        assertThat(rows(tax))
                .containsExactly(
                        "L_BIZ 5000 × 1.45, 12 m-cy = 7250.00",
                        "B_BIZ 1200 × 35.53, 12 m-cy = 42636.00",
                        "B_BIZ 150.55 × 35.53, 12 m-cy = 5349.04",
                        "S_STD 250000 × 2, 12 m-cy = 5000.00");
        assertThat(tax.total()).isEqualByComparingTo("60235.04");
        assertThat(tax.taxDue()).isEqualTo("60235");
        assertThat(parts(tax))
                .startsWith("2026-02-02 5026", "2026-02-16 5019", "2026-03-16 5019")
                .hasSize(12);
        assertThat(tax.instalments().stream().skip(1).map(Instalment::amount)).containsOnly(new BigDecimal("5019"));
    }

    @Test
    @DisplayName("E4: 30 m² of a house taken for business on 12 August: 25.00 for eight months, 355.30 for four")
    void changeOfUse() {
        LocalDate september = LocalDate.of(2026, 9, 1);
        Assessment declaredSo = decided(declared(
                2026,
                "BUSINESS_USE",
                LocalDate.of(2026, 8, 12),
                LocalDate.of(2020, 1, 1),
                between(building("RESIDENTIAL", "30", false), null, september.minusDays(1)),
                between(building("RESIDENTIAL", "30", true), september, null)));
        List<TaxObject> learned = new ObjectChanges(TABLES)
                .after(
                        new ObjectChanges.Event(
                                "BUSINESS_USE", LocalDate.of(2026, 8, 12), java.util.Set.of(1), null, "BUSINESS"),
                        2026,
                        List.of(building("RESIDENTIAL", "30", false)));

        assertThat(rows(declaredSo))
                .containsExactly("B_RES 30 × 1.25, 8 m-cy = 25.00", "B_BIZ 30 × 35.53, 4 m-cy = 355.30");
        assertThat(rows(decided(2026, learned.toArray(TaxObject[]::new)))).isEqualTo(rows(declaredSo));
    }

    @Test
    @DisplayName("E5: 1/40 of a garage unit and its land: 53 zł at once, by the share alone")
    void garageByShare() {
        Map<String, Object> filing = TABLES.askOne(
                "tryb-skladania",
                Map.of("subjectKind", "NATURAL", "coOwnsWithLegal", true, "objectKind", "GARAGE_3_4A"));
        Assessment tax = decided(
                2026,
                share(building("GARAGE_IN_RESIDENTIAL", "1200", false), 1, 40, "3.4a"),
                share(land("B", "RESIDENTIAL", "800", null, null), 1, 40, "3.4a"));

        assertThat(filing.get("regime")).isEqualTo("DECISION");
        assertThat(rows(tax))
                .containsExactly(
                        "B_RES 1200 × 1.25, 12 m-cy × 1/40 = 37.50", "L_OTHER 800 × 0.77, 12 m-cy × 1/40 = 15.40");
        assertThat(tax.taxDue()).isEqualTo("53");
        assertThat(decisionDue(tax, 2026)).isEqualTo("YES");
        assertThat(parts(tax)).containsExactly("2026-03-16 53");
    }

    @Test
    @DisplayName("E6: 6 zł of 2023 is less than the letter of 9.80 zł: no decision")
    void belowTheCostOfALetter() {
        Assessment tax = decided(2023, land("B", "OTHER", "10", null, null));

        assertThat(rows(tax)).containsExactly("L_OTHER 10 × 0.61, 12 m-cy = 6.10");
        assertThat(tax.taxDue()).isEqualTo("6");
        assertThat(new LetterCost(new LawTables(TABLES)).of(2023)).isEqualTo("9.80");
        assertThat(decisionDue(tax, 2023)).isEqualTo("NO");
    }

    @ParameterizedTest(name = "E7, split: {0} zł gives {1}")
    @CsvSource({"250, 64 62 62 62", "101, 26 25 25 25", "100, 100"})
    void split(String tax, String expected) {
        assertThat(Things.plan(TABLES).of("DECISION", new BigDecimal(tax), LocalDate.of(2026, 1, 1)))
                .extracting(part -> part.amount().toPlainString())
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest(name = "heightFactor: {0} m counts {1}")
    @CsvSource({"1.39, 0", "1.40, 0.5", "2.20, 0.5", "2.21, 1"})
    void heightFactor(String height, String factor) {
        BigDecimal counted =
                UsableArea.of(storeys("RESIDENTIAL", "100", height), TABLES).squareMetres();

        assertThat(counted).isEqualByComparingTo(new BigDecimal(factor).movePointRight(2));
    }

    @Test
    @DisplayName("E8: farm of 3.0650 conversion hectares in district II, class V exempt: 509 zł")
    void farm() {
        LandTax tax =
                TAXES.of(declared(2026, null, null, null, FARM), List.of()).agricultural();

        assertThat(tax.farm()).isTrue();
        assertThat(tax.rows())
                .extracting(row ->
                        row.exempt() ? "zw." : row.base().stripTrailingZeros().toPlainString())
                .containsExactly("1.5", "0.95", "0.455", "0.01", "0.15", "zw.");
        assertThat(tax.taxedBase()).isEqualByComparingTo("3.0650");
        assertThat(tax.rows().get(0).rate()).isEqualByComparingTo("166.05");
        assertThat(tax.total()).isEqualByComparingTo("508.94");
        assertThat(decided(2026, FARM).taxDue()).isEqualTo("509");
    }

    @Test
    @DisplayName("E9: 0.48 ha that is no farm: 159 zł")
    void landThatIsNoFarm() {
        LandTax tax = TAXES.of(declared(2026, null, null, null, field("RIIIa", "0.48")), List.of())
                .agricultural();

        assertThat(tax.farm()).isFalse();
        assertThat(tax.rows().get(0).rate()).isEqualByComparingTo("332.10");
        assertThat(tax.total()).isEqualByComparingTo("159.41");
        assertThat(decided(2026, field("RIIIa", "0.48")).taxDue()).isEqualTo("159");
    }

    @Test
    @DisplayName("E10: the same bought on 3 August: four months, 53 zł at once")
    void landBoughtInTheYear() {
        Assessment tax = decided(declared(2026, "ACQUISITION", LocalDate.of(2026, 8, 3), null, field("RIIIa", "0.48")));

        assertThat(tax.rows().get(0).months()).isEqualTo(4);
        assertThat(tax.total()).isEqualByComparingTo("53.14");
        assertThat(parts(tax)).containsExactly("2026-09-15 53");
    }

    @Test
    @DisplayName("E11: 2.35 ha of forest: 145 zł")
    void forest() {
        Assessment tax = decided(2026, field("LsIII", "2.35"));

        assertThat(tax.rows().get(0).rate()).isEqualByComparingTo("61.9014");
        assertThat(tax.total()).isEqualByComparingTo("145.47");
        assertThat(tax.taxDue()).isEqualTo("145");
    }

    @Test
    @DisplayName("E12: 0.80 ha of forest in a nature reserve, half the rate: 25 zł")
    void forestInAReserve() {
        Assessment tax = decided(2026, land("Ls", "NATURE_RESERVE", null, "0.80", null));

        assertThat(tax.rows().get(0).rate()).isEqualByComparingTo("30.9507");
        assertThat(tax.total()).isEqualByComparingTo("24.76");
        assertThat(tax.taxDue()).isEqualTo("25");
    }

    @Test
    @DisplayName("E13: the same outside a reserve: 50 zł")
    void forestOutsideAReserve() {
        Assessment tax = decided(2026, field("Ls", "0.80"));

        assertThat(tax.total()).isEqualByComparingTo("49.52");
        assertThat(tax.taxDue()).isEqualTo("50");
    }

    @Test
    @DisplayName("E14: farm, forest and house in one obligation, each rounded for itself: 684 zł in four parts of 171")
    void jointObligation() {
        List<TaxObject> all = new ArrayList<>(List.of(FARM));
        all.add(field("Ls", "0.80"));
        all.add(building("RESIDENTIAL", "100", false));

        Assessment tax = decided(2026, all.toArray(TaxObject[]::new));

        assertThat(tax.kind()).isEqualTo(TaxKind.JOINT);
        assertThat(tax.parts())
                .extracting(part -> part.kind() + " " + part.taxDue())
                .containsExactlyInAnyOrder("AGRICULTURAL 509", "FOREST 50", "PROPERTY 125");
        assertThat(tax.taxDue()).isEqualTo("684");
        assertThat(parts(tax)).containsExactly("2026-03-16 171", "2026-05-15 171", "2026-09-15 171", "2026-11-16 171");
    }

    private static Assessment decided(int year, TaxObject... objects) {
        return decided(declared(year, null, null, null, objects));
    }

    /** As {@code assessTax} computes what a decision establishes. */
    private static Assessment decided(Declaration declaration) {
        return TAXES.assess(TAXES.merged(List.of(declaration)), List.of());
    }

    /** D06. */
    private static Object decisionDue(Assessment tax, int year) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("regime", "DECISION");
        inputs.put("taxDue", tax.taxDue().longValueExact());
        inputs.put("letterCost", new LetterCost(new LawTables(TABLES)).of(year));
        inputs.put("taxpayerDied", false);
        inputs.put("limitationPassed", false);
        inputs.put("assessedElsewhere", false);
        inputs.put("assessedInCase", null);
        return TABLES.askOne("czy-wydac-decyzje", inputs).get("decisionDue");
    }

    private static List<String> rows(Assessment tax) {
        return tax.rows().stream()
                .map(row -> row.code() + " " + row.base() + " × " + row.rate() + ", " + row.months() + " m-cy"
                        + (row.shareNumerator() == null
                                ? ""
                                : " × " + row.shareNumerator() + "/" + row.shareDenominator())
                        + " = " + row.amount())
                .toList();
    }

    private static List<String> parts(Assessment tax) {
        return Stream.of(tax.instalments())
                .flatMap(List::stream)
                .map(part -> part.date() + " " + part.amount())
                .toList();
    }
}
