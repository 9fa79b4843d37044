package pl.obieg.simulators.edoreczenia;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a message that nobody collects is deemed delivered: 14 days counted from the day after D.1; a last day on a
 * Saturday or a holiday moves to the next working day (rule R13); then the term has lapsed at the following midnight
 * (UDE art. 42: the day after the lapse).
 */
final class TermOfCollection {

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(5, 3),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    private TermOfCollection() {}

    static Instant lapse(Instant inflow) {
        LocalDate last = lastDay(inflow.atZone(WARSAW).toLocalDate());
        return last.plusDays(1).atStartOfDay(WARSAW).toInstant();
    }

    static LocalDate lastDay(LocalDate inflow) {
        LocalDate day = inflow.plusDays(14);
        while (isFree(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isFree(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || HOLIDAYS.contains(MonthDay.from(day))
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(60));
    }

    /** Gauss's rule for the years 1900–2099. */
    private static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        if (d == 29 && e == 6) {
            return LocalDate.of(year, 4, 19);
        }
        if (d == 28 && e == 6 && year % 19 > 10) {
            return LocalDate.of(year, 4, 18);
        }
        return LocalDate.of(year, 3, 22).plusDays(d + e);
    }
}
