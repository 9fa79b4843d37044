package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.tax.assessment.Things.atMaximumRates;
import static pl.obieg.tax.assessment.Things.building;
import static pl.obieg.tax.assessment.Things.declared;
import static pl.obieg.tax.assessment.Things.field;
import static pl.obieg.tax.assessment.Things.land;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Refusal;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.assessment.AgriculturalReliefs.Relief;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** Agricultural and forest tax, alone and in one obligation: worked examples of the rule book, §1.10 to §1.12. */
class JointAssessmentTest {

    private static final TaxObject[] FARM = {
        field("RIIIb", "1.2000"),
        field("RIVa", "0.9500"),
        field("ŁIV", "0.6500"),
        field("W", "0.0500"),
        field("Br-RIVa", "0.1500"),
        field("RV", "0.4000")
    };

    @Test
    void e8FarmInDistrictTwo() {
        LandTax tax = assess(2026, FARM).agricultural();

        assertThat(tax.farm()).isTrue();
        assertThat(tax.taxedBase()).isEqualByComparingTo("3.0650");
        assertThat(tax.rows().get(0).rate()).isEqualByComparingTo("166.05");
        assertThat(tax.total()).isEqualByComparingTo("508.94");
        assertThat(tax.taxDue()).isEqualTo("509");
        assertThat(tax.rows().get(5).exempt()).isTrue();
        assertThat(tax.rows().get(5).reason()).contains("art. 12 ust. 1 pkt 1 u.p.r.");
    }

    @Test
    void e9LandThatIsNoFarm() {
        LandTax tax = assess(2026, field("RIIIa", "0.48")).agricultural();

        assertThat(tax.farm()).isFalse();
        assertThat(tax.rows().get(0).rate()).isEqualByComparingTo("332.10");
        assertThat(tax.taxDue()).isEqualTo("159");
    }

    @Test
    void e10LandBoughtInTheYear() {
        JointAssessment.Result tax = Things.joint(atMaximumRates())
                .of(declared(2026, "ACQUISITION", LocalDate.of(2026, 8, 3), null, field("RIIIa", "0.48")));

        assertThat(tax.agricultural().rows().get(0).months()).isEqualTo(4);
        assertThat(tax.agricultural().total()).isEqualByComparingTo("53.14");
        assertThat(tax.taxDue()).isEqualTo("53");
        assertThat(tax.instalments())
                .singleElement()
                .satisfies(part -> assertThat(part.date()).isEqualTo("2026-09-15"));
    }

    @Test
    void e11e12e13Forests() {
        assertThat(assess(2026, field("LsIII", "2.35")).taxDue()).isEqualTo("145");
        assertThat(assess(2026, land("Ls", "NATURE_RESERVE", null, "0.80", null))
                        .taxDue())
                .isEqualTo("25");
        assertThat(assess(2026, field("Ls", "0.80")).taxDue()).isEqualTo("50");
    }

    @Test
    void e14JointObligationIsSumOfRoundedTaxes() {
        List<TaxObject> all = new ArrayList<>(List.of(FARM));
        all.add(field("Ls", "0.80"));
        all.add(building("RESIDENTIAL", "100", false));

        JointAssessment.Result tax = assess(2026, all.toArray(TaxObject[]::new));

        assertThat(tax.joint()).isTrue();
        assertThat(tax.agricultural().taxDue()).isEqualTo("509");
        assertThat(tax.forest().taxDue()).isEqualTo("50");
        assertThat(tax.property().taxDue()).isEqualTo("125");
        assertThat(tax.taxDue()).isEqualTo("684");
        assertThat(tax.instalments())
                .extracting(part -> part.amount().intValue())
                .containsExactly(171, 171, 171, 171);
    }

    @Test
    void lz02MeasuresSinglePaymentOnTheSum() {
        // 83 + 50: each alone would be paid at once
        JointAssessment.Result tax = assess(2026, field("RIIIa", "0.25"), field("Ls", "0.80"));

        assertThat(tax.taxDue()).isEqualTo("133");
        assertThat(tax.instalments()).hasSize(4);
    }

    @Test
    void ag01FarmBeginsAboveOneHectareOfEitherKind() {
        assertThat(assess(2026, field("RVI", "1.0000")).agricultural().farm()).isFalse();
        assertThat(assess(2026, field("RVI", "1.0001")).agricultural().farm()).isTrue();
        assertThat(assess(2026, field("RI", "0.5600")).agricultural().farm()).isTrue();
    }

    @Test
    void ag03TakesPriceLoweredByTheCouncilButNoHigherOne() {
        assertThat(Things.joint(ryeAt("60.00"))
                        .of(declaration(2026, field("RIIIa", "0.50")))
                        .taxDue())
                .isEqualTo("150");
        assertThatThrownBy(() -> Things.joint(ryeAt("70.00")).of(declaration(2026, field("RIIIa", "0.50"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PRICE_ABOVE_ANNOUNCED"));
    }

    @Test
    void ag06ExemptionOnApplicationDoesNotCutTheTaxByItself() {
        LandTax tax = assess(2026, land("RIIIa", null, null, "0.50", "art. 12 ust. 1 pkt 3 u.p.r."))
                .agricultural();

        assertThat(tax.taxDue()).isEqualTo("166");
        assertThat(tax.rows().get(0).reason()).contains("na wniosek");
        assertThat(assess(2024, land("RIIIa", null, null, "0.50", "12.1.3")).taxDue())
                .isEqualTo("0");
    }

    @Test
    void ag07AppliesReliefsInTheirOrder() {
        // 13b 30 %, then 12 50 %, then 13 25 %: 1000 → 700 → 350 → 262.50
        assertThat(AgriculturalReliefs.apply(
                        new BigDecimal("1000"), List.of(relief("13", "25"), relief("13b", "30"), relief("12", "50"))))
                .isEqualTo("262.50");
    }

    @Test
    void fo01YoungForestIsExemptWithItsBasis() {
        LandTax tax = assess(2026, land("Ls", "YOUNG_STAND", null, "3.0", null)).forest();

        assertThat(tax.taxDue()).isEqualTo("0");
        assertThat(tax.rows().get(0).reason()).contains("art. 7 ust. 1 pkt 1 u.p.l.");
    }

    @Test
    void refuses2027WithoutItsPrices() {
        assertThatThrownBy(() -> assess(2027, field("RIIIa", "0.48"))).hasMessageContaining("„Cena żyta”", "2027");
        assertThatThrownBy(() -> assess(2027, field("Ls", "0.48"))).hasMessageContaining("„Cena drewna”", "2027");
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

    private static Relief relief(String article, String percent) {
        return new Relief(article, new BigDecimal(percent));
    }

    private static JointAssessment.Result assess(int year, TaxObject... objects) {
        return Things.joint(atMaximumRates()).of(declaration(year, objects));
    }

    private static Declaration declaration(int year, TaxObject... objects) {
        return declared(year, null, null, null, objects);
    }
}
