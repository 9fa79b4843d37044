package pl.obieg.tax.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;

/** The last day to file a declaration of self-assessment. */
class FilingDutyTest {

    private final FilingManner manner =
            new FilingManner(TestDatabase.fresh().jdbc(), new TestDecisions(), new StatutoryCalendar());

    @Test
    @DisplayName("PT-04: DN-1 is due on 31 January or the next working day")
    void propertyTaxIsDeclaredByTheEndOfJanuary() {
        assertThat(manner.yearlyTerm("DN-1", 2025)).isEqualTo("2025-01-31");
        assertThat(manner.yearlyTerm("DN-1", 2026)).as("a Saturday").isEqualTo("2026-02-02");
    }

    @Test
    @DisplayName("PT-07: DR-1 and DL-1 are due on 15 January or the next working day")
    void landTaxesAreDeclaredByTheMiddleOfJanuary() {
        for (String form : new String[] {"DR-1", "DL-1"}) {
            assertThat(FilingDuty.ofForm(form).form()).isEqualTo(form);
            assertThat(manner.yearlyTerm(form, 2026)).isEqualTo("2026-01-15");
            assertThat(manner.yearlyTerm(form, 2028)).as("a Saturday").isEqualTo("2028-01-17");
        }
    }
}
