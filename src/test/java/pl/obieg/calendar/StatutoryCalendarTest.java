package pl.obieg.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden days of rules TIM-05, TIM-06, PT-64 and of the rule book's test vectors. */
class StatutoryCalendarTest {

    private final StatutoryCalendar calendar = new StatutoryCalendar();

    @ParameterizedTest(name = "Easter of {0} is {1}")
    @CsvSource({
        "2024, 2024-03-31",
        "2025, 2025-04-20",
        "2026, 2026-04-05",
        "2027, 2027-03-28",
        "2028, 2028-04-16",
        "2029, 2029-04-01",
        "2030, 2030-04-21",
        "2038, 2038-04-25",
        "2285, 2285-03-22"
    })
    void findsEaster(int year, LocalDate easter) {
        assertThat(StatutoryCalendar.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest(name = "TIM-06: {0} is a holiday")
    @ValueSource(
            strings = {
                "2026-01-01", "2026-01-06", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-03", "2026-05-24",
                "2026-06-04", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-24", "2026-12-25", "2026-12-26",
                "2027-05-16", "2027-05-27", "2028-06-04", "2028-06-15", "2029-05-31", "2030-06-20"
            })
    void knowsTheHolidays(LocalDate day) {
        assertThat(calendar.isHoliday(day)).isTrue();
        assertThat(calendar.isWorkingDay(day)).isFalse();
    }

    @Test
    @DisplayName("TIM-06: 2026 has ten holidays that are not Sundays")
    void hasTenHolidaysApartFromSundays() {
        List<LocalDate> holidays = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY && calendar.isHoliday(day))
                .toList();

        assertThat(holidays)
                .containsExactlyElementsOf(
                        days("2026-01-01 2026-01-06 2026-04-06 2026-05-01 2026-06-04 2026-08-15 2026-11-11 2026-12-24"
                                + " 2026-12-25 2026-12-26"));
    }

    @Test
    @DisplayName("TIM-06: Christmas Eve is free since 2025")
    void christmasEveIsFreeSince2025() {
        assertThat(calendar.isHoliday(LocalDate.of(2024, 12, 24))).isFalse();
        assertThat(calendar.isHoliday(LocalDate.of(2025, 12, 24))).isTrue();
    }

    @Test
    void saturdayIsNoHolidayButNoDayForATermToEnd() {
        LocalDate saturday = LocalDate.of(2026, 2, 28);
        assertThat(calendar.isHoliday(saturday)).isFalse();
        assertThat(calendar.isWorkingDay(saturday)).isFalse();
    }

    @ParameterizedTest(name = "14 days from {0} end on {1}")
    @CsvSource({
        "2026-12-10, 2026-12-28",
        "2026-04-22, 2026-05-06",
        "2026-05-10, 2026-05-25",
        "2026-02-10, 2026-02-24",
        "2026-12-11, 2026-12-28",
        "2026-12-18, 2027-01-04",
        "2026-12-23, 2027-01-07"
    })
    void counts14Days(LocalDate event, LocalDate end) {
        assertThat(calendar.endOfDays(event, 14)).isEqualTo(end);
    }

    @ParameterizedTest(name = "TIM-05: 7 days from {0} end on {1}")
    @CsvSource({"2026-05-27, 2026-06-03", "2026-05-28, 2026-06-05"})
    void counts7DaysOverCorpusChristi(LocalDate event, LocalDate end) {
        assertThat(calendar.endOfDays(event, 7)).isEqualTo(end);
    }

    @ParameterizedTest(name = "TIM-05: {1} months from {0} end on {2}")
    @CsvSource({
        "2026-01-30, 1, 2026-03-02",
        "2026-01-31, 1, 2026-03-02",
        "2026-03-31, 1, 2026-04-30",
        "2027-12-31, 2, 2028-02-29",
        "2026-11-24, 1, 2026-12-28",
        "2026-09-15, 2, 2026-11-16"
    })
    void countsMonths(LocalDate event, int months, LocalDate end) {
        assertThat(calendar.endOfMonths(event, months)).isEqualTo(end);
    }

    @ParameterizedTest(name = "PT-64: instalments of {0}")
    @CsvSource({
        "2025, 2025-03-17 2025-05-15 2025-09-15 2025-11-17, 2025-01-31",
        "2026, 2026-03-16 2026-05-15 2026-09-15 2026-11-16, 2026-02-02",
        "2027, 2027-03-15 2027-05-17 2027-09-15 2027-11-15, 2027-02-01"
    })
    void shiftsTheInstalmentDates(int year, String instalments, LocalDate january) {
        assertThat(Stream.of(3, 5, 9, 11).map(month -> calendar.orNextWorkingDay(LocalDate.of(year, month, 15))))
                .containsExactlyElementsOf(days(instalments));
        assertThat(calendar.orNextWorkingDay(LocalDate.of(year, 1, 31))).isEqualTo(january);
    }

    @Property(tries = 2000)
    void termNeverEndsOnSaturdayOrHoliday(
            @ForAll @IntRange(min = 0, max = 40_000) int dayOfHistory, @ForAll @IntRange(max = 400) int length) {
        LocalDate event = LocalDate.of(2000, 1, 1).plusDays(dayOfHistory);

        for (LocalDate end : List.of(calendar.endOfDays(event, length), calendar.endOfMonths(event, length % 36))) {
            assertThat(end.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(calendar.isHoliday(end)).isFalse();
        }
    }

    @Property(tries = 2000)
    void termIsNeverCutAndGrowsByFreeDaysOnly(
            @ForAll @IntRange(min = 0, max = 40_000) int dayOfHistory, @ForAll @IntRange(max = 400) int length) {
        LocalDate event = LocalDate.of(2000, 1, 1).plusDays(dayOfHistory);

        LocalDate end = calendar.endOfDays(event, length);

        assertThat(end).isAfterOrEqualTo(event.plusDays(length));
        assertThat(event.plusDays(length).datesUntil(end)).noneMatch(calendar::isWorkingDay);
    }

    private static List<LocalDate> days(String blankSeparated) {
        return Arrays.stream(blankSeparated.split(" ")).map(LocalDate::parse).toList();
    }
}
