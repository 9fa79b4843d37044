package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.tax.assessment.Liability.CoOwner;
import pl.obieg.tax.assessment.Liability.Holding;
import pl.obieg.tax.declaration.TaxObject;

/** Who owes, until when a decision can bind them, and when it is final. */
class LiabilityTest {

    private static final CoOwner ANNA = new CoOwner("anna", 1, 2, false);
    private static final CoOwner ADAM = new CoOwner("adam", 1, 2, false);
    private final StatutoryCalendar calendar = new StatutoryCalendar();

    @Test
    @DisplayName("PT-50, PT-54: co-owners and spouses owe the whole together")
    void coOwnersAndSpousesOweTheWholeTogether() {
        assertThat(Liability.of(new Holding(TaxKind.PROPERTY, whole(), List.of(ANNA, ADAM))))
                .containsExactly(new Liability(Set.of("anna", "adam"), 1, 1));
    }

    @Test
    @DisplayName("PT-51, PT-52: share in garage or common parts is owed alone")
    void shareInGarageOrCommonPartsIsOwedAlone() {
        for (String basis : List.of("3.4a", "3.5")) {
            assertThat(Liability.of(new Holding(
                            TaxKind.PROPERTY,
                            share(basis),
                            List.of(new CoOwner("anna", 1, 40, false), new CoOwner("adam", 3, 40, false)))))
                    .containsExactly(new Liability(Set.of("anna"), 1, 40), new Liability(Set.of("adam"), 3, 40));
        }
    }

    @Test
    @DisplayName("PT-55: co-owner who runs the farm owes its agricultural tax alone")
    void coOwnerWhoRunsTheFarmOwesItsAgriculturalTaxAlone() {
        List<CoOwner> owners = List.of(ANNA, new CoOwner("adam", 1, 2, true));

        assertThat(Liability.of(new Holding(TaxKind.AGRICULTURAL, whole(), owners)))
                .containsExactly(new Liability(Set.of("adam"), 1, 1));
        assertThat(Liability.of(new Holding(TaxKind.PROPERTY, whole(), owners)))
                .containsExactly(new Liability(Set.of("anna", "adam"), 1, 1));
    }

    @Test
    @DisplayName("LZ-03: makes one decision for each group of owners")
    void makesOneDecisionForEachGroupOfOwners() {
        var groups = Liability.groups(List.of(
                new Holding(TaxKind.PROPERTY, whole(), List.of(ANNA)),
                new Holding(TaxKind.AGRICULTURAL, whole(), List.of(ANNA, ADAM)),
                new Holding(TaxKind.FOREST, whole(), List.of(ADAM, ANNA))));

        assertThat(groups.keySet()).containsExactly(Set.of("anna"), Set.of("anna", "adam"));
        assertThat(groups.get(Set.of("anna", "adam"))).hasSize(2);
    }

    @Test
    @DisplayName("PT-52: flat pays its share of the land")
    void flatPaysItsShareOfTheLand() {
        // flat 48.50 m² whole, land 2000 m² by 485/12500: 60.625 → 60.63; 2000 × 0.77 × 485/12500 = 59.752 → 59.75
        TaxObject flat = Things.building("RESIDENTIAL", "48.50", false);
        TaxObject ground = new TaxObject(
                "LAND",
                "B",
                "RESIDENTIAL",
                null,
                null,
                null,
                new BigDecimal("2000"),
                null,
                null,
                List.of(),
                false,
                485,
                12500,
                "3.5",
                null,
                null,
                null,
                null);
        Assessment tax = Things.property(Things.atMaximumRates())
                .of(Things.declared(2026, null, null, null, flat, ground), "DECISION");

        assertThat(tax.rows()).extracting(row -> row.amount().toPlainString()).containsExactly("60.63", "59.75");
        assertThat(tax.taxDue()).isEqualTo("120");
    }

    @Test
    @DisplayName("PT-53: decision is final when the last term has passed")
    void decisionIsFinalWhenTheLastTermHasPassed() {
        Finality finality =
                Finality.of(Map.of("anna", LocalDate.of(2026, 4, 22), "adam", LocalDate.of(2026, 5, 10)), calendar);

        assertThat(finality.appealEnds())
                .containsEntry("anna", LocalDate.of(2026, 5, 6))
                .containsEntry("adam", LocalDate.of(2026, 5, 25));
        assertThat(finality.finalOn()).contains(LocalDate.of(2026, 5, 26));
        assertThat(finality.isFinalOn(LocalDate.of(2026, 5, 25))).isFalse();
        assertThat(finality.isFinalOn(LocalDate.of(2026, 5, 26))).isTrue();
    }

    @Test
    @DisplayName("PT-53: decision is not final while one addressee is not reached")
    void decisionIsNotFinalWhileOneAddresseeIsNotReached() {
        Map<String, LocalDate> deliveries = new HashMap<>();
        deliveries.put("anna", LocalDate.of(2026, 12, 10));
        deliveries.put("adam", null);
        Finality finality = Finality.of(deliveries, calendar);

        assertThat(finality.appealEnds()).containsOnly(Map.entry("anna", LocalDate.of(2026, 12, 28)));
        assertThat(finality.finalOn()).isEmpty();
        assertThat(Finality.of(Map.of(), calendar).finalOn()).isEmpty();
    }

    @Test
    @DisplayName("PT-13: limits the assessment to three or five years")
    void limitsTheAssessmentToThreeOrFiveYears() {
        assertThat(AssessmentLimitation.of(2022, true, true).isPassedOn(LocalDate.of(2025, 12, 31)))
                .isFalse();
        assertThat(AssessmentLimitation.of(2022, true, true).isPassedOn(LocalDate.of(2026, 1, 1)))
                .isTrue();
        assertThat(AssessmentLimitation.of(2022, false, true).lastDay()).isEqualTo("2027-12-31");
        assertThat(AssessmentLimitation.of(2022, true, false).lastDay()).isEqualTo("2027-12-31");
    }

    private static TaxObject whole() {
        return Things.building("RESIDENTIAL", "100", false);
    }

    private static TaxObject share(String basis) {
        return new TaxObject(
                "BUILDING",
                null,
                "GARAGE_IN_RESIDENTIAL",
                null,
                null,
                null,
                new BigDecimal("1200"),
                null,
                null,
                List.of(),
                false,
                1,
                40,
                basis,
                null,
                null,
                null,
                null);
    }
}
