package pl.obieg.tax.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;

/** The last day to file a declaration of self-assessment. */
class FilingDutyTest {

    private final StatutoryCalendar calendar = new StatutoryCalendar();

    @Test
    @DisplayName("PT-04: DN-1 is due on 31 January or the next working day")
    void propertyTaxIsDeclaredByTheEndOfJanuary() {
        assertThat(FilingDuty.ofForm("DN-1").term(2025, calendar)).isEqualTo("2025-01-31");
        assertThat(FilingDuty.ofForm("DN-1").term(2026, calendar))
                .as("a Saturday")
                .isEqualTo("2026-02-02");
    }

    @Test
    @DisplayName("PT-07: DR-1 and DL-1 are due on 15 January or the next working day")
    void landTaxesAreDeclaredByTheMiddleOfJanuary() {
        for (String form : new String[] {"DR-1", "DL-1"}) {
            assertThat(FilingDuty.ofForm(form).form()).isEqualTo(form);
            assertThat(FilingDuty.ofForm(form).term(2026, calendar)).isEqualTo("2026-01-15");
            assertThat(FilingDuty.ofForm(form).term(2028, calendar))
                    .as("a Saturday")
                    .isEqualTo("2028-01-17");
        }
    }
}
