package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule book's worked examples of terms (§4.3, §7) and its vectors (Appendix A), by their ids. */
class RulebookTermsTest {

    private final StatutoryCalendar calendar = new StatutoryCalendar();

    @Test
    @DisplayName("T1: received 30 January 2026, one month ends on Saturday, so on 2 March")
    void t1() {
        assertThat(calendar.end(LocalDate.parse("2026-01-30"), 1, TermUnit.MONTHS))
                .isEqualTo("2026-03-02");
    }

    @ParameterizedTest(name = "T2: call for 7 days delivered {0} is answered until {1}")
    @CsvSource({"2026-05-27, 2026-06-03", "2026-05-28, 2026-06-05"})
    void t2(LocalDate delivered, LocalDate end) {
        assertThat(calendar.end(delivered, 7, TermUnit.DAYS)).isEqualTo(end);
    }

    @Test
    @DisplayName("T3: 14 days from 22 April 2026 end on 6 May")
    void t3() {
        assertThat(calendar.end(LocalDate.parse("2026-04-22"), 14, TermUnit.DAYS))
                .isEqualTo("2026-05-06");
    }

    @Test
    @DisplayName("D1, delivery ADE: inflow 3 February 2026, the 14 days lapse on the 17th, delivered on the 18th")
    void d1() {
        assertThat(calendar.end(LocalDate.parse("2026-02-03"), 14, TermUnit.DAYS)
                        .plusDays(1))
                .isEqualTo("2026-02-18");
    }

    @Test
    @DisplayName("D2, delivery PAPER_FIRST_NOTICE: first notice 3 February 2026, delivered on the 17th")
    void d2() {
        assertThat(calendar.end(LocalDate.parse("2026-02-03"), 14, TermUnit.DAYS))
                .isEqualTo("2026-02-17");
    }

    @Test
    @DisplayName("D3: delivered 10 December 2026, appeal until 28 December, since Christmas Eve is free")
    void d3() {
        assertThat(calendar.end(LocalDate.parse("2026-12-10"), 14, TermUnit.DAYS))
                .isEqualTo("2026-12-28");
    }

    @Test
    @DisplayName("D4: delivered 22 April 2026, appeal until 6 May")
    void d4() {
        assertThat(calendar.end(LocalDate.parse("2026-04-22"), 14, TermUnit.DAYS))
                .isEqualTo("2026-05-06");
    }

    @ParameterizedTest(name = "deadline14: delivered {0}, last day {1}")
    @CsvSource({"2026-12-10, 2026-12-28", "2026-04-22, 2026-05-06", "2026-05-10, 2026-05-25"})
    void deadline14(LocalDate delivered, LocalDate end) {
        assertThat(calendar.endOfDays(delivered, 14)).isEqualTo(end);
    }

    @ParameterizedTest(name = "easter {0}: {1}, Pentecost {2}, Corpus Christi {3}")
    @CsvSource({
        "2026, 2026-04-05, 2026-05-24, 2026-06-04",
        "2027, 2027-03-28, 2027-05-16, 2027-05-27",
        "2028, 2028-04-16, 2028-06-04, 2028-06-15",
        "2029, 2029-04-01, 2029-05-20, 2029-05-31",
        "2030, 2030-04-21, 2030-06-09, 2030-06-20"
    })
    void easter(int year, LocalDate easter, LocalDate pentecost, LocalDate corpusChristi) {
        assertThat(StatutoryCalendar.easter(year)).isEqualTo(easter);
        assertThat(calendar.holidayName(easter)).contains("Wielkanoc, pierwszy dzień");
        assertThat(calendar.holidayName(easter.plusDays(1))).contains("Wielkanoc, drugi dzień");
        assertThat(calendar.holidayName(pentecost)).contains("Zielone Świątki, pierwszy dzień");
        assertThat(calendar.holidayName(corpusChristi)).contains("Boże Ciało");
    }
}
