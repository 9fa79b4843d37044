package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.tax.assessment.Things.atMaximumRates;
import static pl.obieg.tax.assessment.Things.declared;
import static pl.obieg.tax.assessment.Things.field;
import static pl.obieg.tax.assessment.Things.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Refusal;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** Agricultural and forest tax, alone and in one obligation (rulebook §1.10 to §1.12). */
class JointAssessmentTest {

    @Test
    @DisplayName("LZ-02: measures the single payment on the sum")
    void measuresSinglePaymentOnTheSum() {
        // 83 + 50: each alone would be paid at once
        JointAssessment.Result tax = assess(2026, field("RIIIa", "0.25"), field("Ls", "0.80"));

        assertThat(tax.taxDue()).isEqualTo("133");
        assertThat(tax.instalments()).hasSize(4);
    }

    @Test
    @DisplayName("AG-01: farm begins above one hectare of either kind")
    void farmBeginsAboveOneHectareOfEitherKind() {
        assertThat(assess(2026, field("RVI", "1.0000")).agricultural().farm()).isFalse();
        assertThat(assess(2026, field("RVI", "1.0001")).agricultural().farm()).isTrue();
        assertThat(assess(2026, field("RI", "0.5600")).agricultural().farm()).isTrue();
    }

    @Test
    @DisplayName("AG-02: a farm pays 2.5 q of rye per conversion hectare, other farm land 5 q per hectare")
    void farmPaysByConversionHectares() {
        LandTax farm = assess(2026, field("RIIIa", "2.00")).agricultural();
        LandTax garden = assess(2026, field("RIIIa", "0.40")).agricultural();

        assertThat(farm.taxedBase()).isEqualByComparingTo("3.00");
        assertThat(farm.total()).isEqualByComparingTo("498.15");
        assertThat(garden.taxedBase()).isEqualByComparingTo("0.40");
        assertThat(garden.total()).isEqualByComparingTo("132.84");
    }

    @Test
    @DisplayName("AG-01, AG-02: land that becomes a farm in the year is taxed as one from that month on, not before")
    void landIsAFarmFromTheMonthInWhichItGrewToOne() {
        LandTax tax = assess(
                        2026,
                        field("RIIIa", "0.48"),
                        Things.between(field("RIVa", "0.80"), LocalDate.of(2026, 9, 1), null))
                .agricultural();

        // 0.48 × 332.10 × 8/12 = 106.27; (0.48 × 1.50 + 0.80 × 1.00) × 166.05 × 4/12 = 84.13
        assertThat(tax.total()).isEqualByComparingTo("190.40");
        assertThat(tax.taxDue()).isEqualTo("190");
        assertThat(tax.rows())
                .extracting(row -> row.objectPosition() + " " + row.farm() + " " + row.span())
                .containsExactly(
                        "0 false Months[first=1, last=8]",
                        "0 true Months[first=9, last=12]",
                        "1 true Months[first=9, last=12]");
    }

    @Test
    @DisplayName("AG-01: what was sold in March makes no farm of what is left")
    void landIsNoFarmAfterPartOfItIsSold() {
        Assessment tax = Things.joint(atMaximumRates())
                .assess(
                        declaration(
                                2026,
                                field("RIIIa", "0.48"),
                                Things.between(field("RIVa", "0.80"), null, LocalDate.of(2026, 3, 31))),
                        List.of());

        // (0.72 + 0.80) × 166.05 × 3/12 = 63.10; 0.48 × 332.10 × 9/12 = 119.56
        assertThat(tax.taxDue()).isEqualTo("183");
        assertThat(tax.rows())
                .extracting(row -> row.objectPosition() + " " + row.code() + " " + row.months())
                .containsExactly("0 AG_FARM 3", "0 AG_OTHER 9", "1 AG_FARM 3");
    }

    @Test
    @DisplayName("AG-04: built-up farm land and salmonid ponds count 1.0, other ponds, ditches and wooded land 0.20")
    void fixedFactors() {
        LandTax tax = assess(
                        2026,
                        field("RIIIa", "2.00"),
                        field("Br-RVI", "0.10"),
                        land("Wsr", "SALMONID_POND", null, "0.10", null),
                        field("Wsr", "0.10"),
                        field("W", "0.10"))
                .agricultural();

        assertThat(tax.rows())
                .extracting(row -> row.base().stripTrailingZeros().toPlainString())
                .containsExactly("3", "0.1", "0.1", "0.02", "0.02");
    }

    @Test
    @DisplayName("AG-05: classes V, VI and VIz and wooded farm land carry no tax but make the farm")
    void poorClassesAreExempt() {
        LandTax tax = assess(
                        2026,
                        field("RV", "0.60"),
                        field("PsVI", "0.60"),
                        field("RVIz", "0.10"),
                        field("Lzr-RIII", "0.10"))
                .agricultural();

        assertThat(tax.farm()).isTrue();
        assertThat(tax.rows()).allSatisfy(row -> {
            assertThat(row.exempt()).isTrue();
            assertThat(row.reason()).contains("art. 12 ust. 1 pkt 1 u.p.r.");
        });
        assertThat(tax.taxDue()).isEqualTo("0");
    }

    @Test
    @DisplayName("LZ-01: agricultural tax with another one is one obligation, without it each is for itself")
    void jointOnlyWithAgriculturalTax() {
        assertThat(assess(2026, field("RIIIa", "0.25"), field("Ls", "0.80")).joint())
                .isTrue();
        assertThat(assess(2026, field("Ls", "0.80"), Things.building("RESIDENTIAL", "100", false))
                        .joint())
                .isFalse();
        assertThat(assess(2026, field("RV", "0.25"), field("Ls", "0.80")).joint())
                .as("exempt fields owe nothing")
                .isFalse();
    }

    @Test
    @DisplayName("LZ-02, PT-15: the cost of a letter is measured on the sum: 6 zł and 6 zł are assessed together")
    void smallTaxesAreAssessedTogether() {
        JointAssessment.Result tax = assess(2026, field("RIIIa", "0.0180"), field("Ls", "0.0970"));

        assertThat(tax.agricultural().taxDue()).isEqualTo("6");
        assertThat(tax.forest().taxDue()).isEqualTo("6");
        assertThat(tax.taxDue()).isEqualTo("12");
        assertThat(decisionDue(tax.agricultural().taxDue())).isEqualTo("NO");
        assertThat(decisionDue(tax.taxDue())).isEqualTo("YES");
    }

    @Test
    @DisplayName("AG-03: takes the price lowered by the council but no higher one")
    void takesPriceLoweredByTheCouncilButNoHigherOne() {
        assertThat(Things.joint(ryeAt("60.00"))
                        .of(declaration(2026, field("RIIIa", "0.50")), List.of())
                        .taxDue())
                .isEqualTo("150");
        assertThatThrownBy(() -> Things.joint(ryeAt("70.00")).of(declaration(2026, field("RIIIa", "0.50")), List.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PRICE_ABOVE_ANNOUNCED"));
    }

    @Test
    @DisplayName("AG-06: exemption on application does not cut the tax by itself")
    void exemptionOnApplicationDoesNotCutTheTaxByItself() {
        LandTax tax = assess(2026, land("RIIIa", null, null, "0.50", "art. 12 ust. 1 pkt 3 u.p.r."))
                .agricultural();

        assertThat(tax.taxDue()).isEqualTo("166");
        assertThat(tax.rows().get(0).reason()).contains("na wniosek");
        assertThat(assess(2024, land("RIIIa", null, null, "0.50", "12.1.3")).taxDue())
                .isEqualTo("0");
    }

    @Test
    @DisplayName("AG-06: what a decision granted is exempt from the month it names, on the plot it names")
    void grantedExemptionCutsTheTaxFromItsMonth() {
        GrantedRelief bought = relief("12.1.4", "100", "1/2", LocalDate.of(2026, 4, 1));
        LandTax tax = Things.joint(atMaximumRates())
                .of(declaration(2026, plot("1/2", "12.1.4"), plot("1/3", null)), List.of(bought))
                .agricultural();

        // a farm of 1.50 conversion ha: 0.75 × 166.05 for 3 months 31.13, for 12 months 124.54
        assertThat(tax.total()).isEqualByComparingTo("155.67");
        assertThat(LandRows.of(tax))
                .extracting(row -> row.months() + " " + row.amount())
                .containsExactly("3 31.13", "9 0.00", "12 124.54");
        assertThat(LandRows.of(tax).get(1).reason())
                .contains("ulga: art. 12 ust. 1 pkt 4 u.p.r., 100 % (decyzja nr RL.3.2026 z 10 marca 2026 r.)")
                .doesNotContain("dopiero decyzją");
    }

    @Test
    @DisplayName("AG-07: applies reliefs in their order, each on what the former left")
    void appliesReliefsInTheirOrder() {
        // 13b 30 %, then 12 50 %, and 25 zł off for what was invested: 166.05 → 116.235 → 58.1175 → 58.12 − 25
        GrantedRelief invested = new GrantedRelief(
                null,
                "13",
                null,
                new BigDecimal("25"),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                "RL.4.2026",
                LocalDate.of(2026, 1, 2));
        List<GrantedRelief> all = List.of(
                invested,
                relief("12.6", "50", null, LocalDate.of(2026, 1, 1)),
                relief("13b", "30", null, LocalDate.of(2026, 1, 1)));
        LandTax tax = Things.joint(atMaximumRates())
                .of(declaration(2026, plot("1/2", null)), all)
                .agricultural();

        assertThat(GrantedRelief.inOrder(all))
                .extracting(GrantedRelief::article)
                .containsExactly("13b", "12.6", "13");
        assertThat(tax.total()).isEqualByComparingTo("33.12");
        assertThat(LandRows.of(tax).get(0).amount()).isEqualByComparingTo("33.12");
        assertThat(LandRows.of(tax).get(0).reason()).contains("art. 13b", "odliczono 25,00");
    }

    @Test
    @DisplayName("FO-01: young forest is exempt with its basis")
    void youngForestIsExemptWithItsBasis() {
        LandTax tax = assess(2026, land("Ls", "YOUNG_STAND", null, "3.0", null)).forest();

        assertThat(tax.taxDue()).isEqualTo("0");
        assertThat(tax.rows().get(0).reason()).contains("art. 7 ust. 1 pkt 1 u.p.l.");
    }

    @Test
    @DisplayName("AG-03, FO-01: the land taxes of 2027 are refused until their prices are entered")
    void refuses2027WithoutItsPrices() {
        assertThatThrownBy(() -> assess(2027, field("RIIIa", "0.48"))).hasMessageContaining("„Cena żyta”", "2027");
        assertThatThrownBy(() -> assess(2027, field("Ls", "0.48"))).hasMessageContaining("„Cena drewna”", "2027");
    }

    private static Object decisionDue(BigDecimal tax) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("regime", "DECISION");
        inputs.put("taxDue", tax.longValueExact());
        inputs.put("letterCost", new LetterCost(new LawTables(new TestDecisions())).of(2026));
        inputs.put("taxpayerDied", false);
        inputs.put("limitationPassed", false);
        inputs.put("assessedElsewhere", false);
        inputs.put("assessedInCase", null);
        return new TestDecisions().askOne("czy-wydac-decyzje", inputs).get("decisionDue");
    }

    private static TestDecisions ryeAt(String council) {
        return atMaximumRates().with("cena-zyta", inputs -> {
            Map<String, Object> row =
                    new HashMap<>(new TestDecisions().ask("cena-zyta", inputs).get(0));
            row.put("councilPrice", council);
            row.put("resolution", "Uchwała nr I/2/2025");
            return List.of(row);
        });
    }

    private static GrantedRelief relief(String article, String percent, String plot, LocalDate from) {
        return new GrantedRelief(
                plot,
                article,
                new BigDecimal(percent),
                null,
                from,
                LocalDate.of(2031, 3, 31),
                "RL.3.2026",
                LocalDate.of(2026, 3, 10));
    }

    private static TaxObject plot(String id, String claim) {
        return new TaxObject(
                "LAND",
                "RIIIa",
                null,
                null,
                id,
                null,
                null,
                new BigDecimal("0.50"),
                null,
                List.of(),
                false,
                null,
                null,
                null,
                claim,
                null,
                null,
                null);
    }

    private static JointAssessment.Result assess(int year, TaxObject... objects) {
        return Things.joint(atMaximumRates()).of(declaration(year, objects), List.of());
    }

    private static Declaration declaration(int year, TaxObject... objects) {
        return declared(year, null, null, null, objects);
    }
}
