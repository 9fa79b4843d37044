package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.assessment.InstalmentPlan;
import pl.obieg.tax.assessment.LawTables;

/** The due dates of the rule book (§5.3, appendix A): days from the table of instalments (D07), then the delivery (D08). */
class WorkedDueDatesTest {

    private final StatutoryCalendar calendar = new StatutoryCalendar();
    private final TestDecisions tables = new TestDecisions();

    @ParameterizedTest(name = "P1, PT-65: decision delivered {0}, instalments due {1}")
    @CsvSource({
        "2026-02-10, 2026-03-16 2026-05-15 2026-09-15 2026-11-16",
        "2026-03-05, 2026-03-19 2026-05-15 2026-09-15 2026-11-16",
        "2026-10-20, 2026-11-03 2026-11-03 2026-11-03 2026-11-16"
    })
    void instalmentsAreDueAfterTheDelivery(LocalDate delivered, String due) {
        assertThat(dueDates("DECISION", "968", delivered)).isEqualTo(due);
    }

    @ParameterizedTest(name = "PT-65, PT-64: delivered {0}, the fourteenth day is free, so due {1}")
    @CsvSource({
        "2026-12-10, 2026-12-28 2026-12-28 2026-12-28 2026-12-28",
        "2026-05-02, 2026-05-18 2026-05-18 2026-09-15 2026-11-16"
    })
    void shiftsTheDayAfterTheDelivery(LocalDate delivered, String due) {
        assertThat(dueDates("DECISION", "968", delivered)).isEqualTo(due);
    }

    @ParameterizedTest(name = "PT-61, PT-65: a declared tax waits for no delivery: {0}")
    @CsvSource("2026-02-02")
    void declaredTaxWaitsForNoDelivery(String january) {
        assertThat(dueDates("SELF", "1200", null)).startsWith(january + " 2026-02-16 2026-03-16");
    }

    private String dueDates(String regime, String tax, LocalDate delivered) {
        DueDates dueDates = new DueDates(calendar);
        return String.join(
                " ",
                new InstalmentPlan(tables, new LawTables(tables), calendar)
                        .of(regime, new BigDecimal(tax), LocalDate.of(2026, 1, 1)).stream()
                                .map(part ->
                                        dueDates.dueOn(part.date(), delivered).toString())
                                .toList());
    }
}
