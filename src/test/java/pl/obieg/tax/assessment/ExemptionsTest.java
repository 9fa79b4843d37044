package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.tax.assessment.Things.atMaximumRates;
import static pl.obieg.tax.assessment.Things.declared;
import static pl.obieg.tax.assessment.Things.land;
import static pl.obieg.tax.assessment.Things.thing;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Refusal;
import pl.obieg.tax.declaration.TaxObject;

/** Exempt objects stay in the assessment, each with its basis (§1.6, PT-32). */
class ExemptionsTest {

    @Test
    void keepsExemptRowWithItsBasis() {
        AssessmentRow row = row(building("OTHER", "art. 7 ust. 1 pkt 6 u.p.o.l.", false));

        assertThat(row.treatment()).isEqualTo("EXEMPT");
        assertThat(row.amount()).isEqualTo("0.00");
        assertThat(row.base()).isEqualByComparingTo("200");
        assertThat(row.reason()).contains("art. 7 ust. 1 pkt 6 u.p.o.l.", "zabytek");
    }

    @Test
    void exemptsFarmBuildingAndWastelandWithoutAClaim() {
        assertThat(row(building("FARM", null, false)).reason()).contains("art. 7 ust. 1 pkt 4");
        assertThat(row(land("N", "OTHER", "500", null, null)).reason()).contains("art. 7 ust. 1 pkt 10");
    }

    @Test
    void refusesClaimForBusinessAndForUnknownBasis() {
        assertThatThrownBy(() -> row(building("BUSINESS", "7.1.6", true)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EXEMPTION_UNKNOWN"))
                .hasMessageContaining("Przedmiot nr 1");
        assertThatThrownBy(() -> row(building("OTHER", "bo mi się należy", false)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EXEMPTION_UNKNOWN"));
    }

    @Test
    @DisplayName("PT-32: exempts by resolution of the council")
    void exemptsByResolutionOfTheCouncil() {
        assertThat(row(building("FIRE_BRIGADE", null, false)).reason())
                .contains("Uchwała przykładowa nr 2/2025", "ochronę przeciwpożarową");
        assertThat(row(building("FIRE_BRIGADE", null, true)).code()).isEqualTo("B_BIZ");
    }

    @Test
    @DisplayName("PT-31: refuses exemption by person")
    void refusesExemptionByPerson() {
        var tables = atMaximumRates()
                .with(
                        "zwolnienia-rady",
                        inputs -> List.of(
                                Map.of("resolution", "Uchwała nr 3", "ground", "emeryci", "criterion", "PERSON")));

        assertThatThrownBy(() -> Things.property(tables)
                        .of(declared(2026, null, null, null, building("RESIDENTIAL", null, false)), "DECISION"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EXEMPTION_BY_PERSON"));
    }

    @Test
    void readsArticleHoweverItIsWritten() {
        assertThat(List.of("art. 7 ust. 1 pkt 8a", "7.1.8a", "art.7 ust.1 pkt 8a u.p.o.l."))
                .map(Exemptions::article)
                .containsOnly("7.1.8a");
        assertThat(List.of("art. 13c u.p.r.", "13c", "art. 13c ustawy o podatku rolnym"))
                .map(Exemptions::article)
                .containsOnly("13c");
        assertThat(Exemptions.article("art. 12 ust. 6")).isEqualTo("12.6");
        assertThat(Exemptions.article("uchwała rady")).isNull();
    }

    @Test
    void readsMarksOfTheLandRegister() {
        assertThat(List.of("RIIIb", "ŁIV", "S-PsIV", "Br-RIVa", "Lzr-RV", "LsVI", "W", "RVIz", "Ba", "Tk"))
                .map(LandUse::of)
                .containsExactly(
                        new LandUse("R", "IIIb"),
                        new LandUse("Ł", "IV"),
                        new LandUse("S", "IV"),
                        new LandUse("Br", "IVa"),
                        new LandUse("Lzr", "V"),
                        new LandUse("Ls", "VI"),
                        new LandUse("W", null),
                        new LandUse("R", "VIz"),
                        new LandUse("Ba", null),
                        new LandUse("Tk", null));
    }

    private static AssessmentRow row(TaxObject object) {
        return Things.property(atMaximumRates())
                .of(declared(2026, null, null, null, object), "DECISION")
                .rows()
                .get(0);
    }

    private static TaxObject building(String usage, String exemption, boolean occupied) {
        return thing("BUILDING", null, usage, "200", null, exemption, occupied, null, null);
    }
}
