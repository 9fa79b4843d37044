package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.tax.declaration.TaxObject;

/** What is owed, until when a decision can bind them, and when it is final. */
class LiabilityTest {

    private final StatutoryCalendar calendar = new StatutoryCalendar();

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
}
