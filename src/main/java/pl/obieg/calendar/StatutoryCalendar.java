package pl.obieg.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Polish public holidays and the terms counted with them (rules TIM-05 and TIM-06: OP art. 12, KPA art. 57, ustawa o
 * dniach wolnych od pracy).
 */
@Component
public class StatutoryCalendar {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(5, 3),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));
    private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);
    private static final LocalDate CHRISTMAS_EVE_FREE_SINCE = LocalDate.of(2025, 2, 1);

    /** Whether the day is a public holiday; Sundays are. */
    public boolean isHoliday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY || FIXED.contains(MonthDay.from(day))) {
            return true;
        }
        if (MonthDay.from(day).equals(CHRISTMAS_EVE)) {
            return !day.isBefore(CHRISTMAS_EVE_FREE_SINCE);
        }
        LocalDate easter = easter(day.getYear());
        return day.equals(easter.plusDays(1)) || day.equals(easter.plusDays(60));
    }

    /** Whether a term may end on the day: neither Saturday nor holiday. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && !isHoliday(day);
    }

    /** The day itself or, if a term may not end on it, the next working day. */
    public LocalDate orNextWorkingDay(LocalDate day) {
        LocalDate end = day;
        while (!isWorkingDay(end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    /** The last day of a term in days that begins with an event; the day of the event is not counted. */
    public LocalDate endOfDays(LocalDate event, int days) {
        return orNextWorkingDay(event.plusDays(days));
    }

    /** The last day of a term in months: the day of the same number, else the last day of the month. */
    public LocalDate endOfMonths(LocalDate event, int months) {
        return orNextWorkingDay(event.plusMonths(months));
    }

    /** Easter Sunday by the anonymous Gregorian algorithm. */
    public static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, Month.of(f / 31), f % 31 + 1);
    }
}
