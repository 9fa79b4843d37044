package pl.obieg.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the table of days free from work (ustawa z 18.01.1951 o dniach wolnych od pracy, TIM-06).
 *
 * @param day as written: {@code 12-24}, {@code wielkanoc+60}, {@code niedziela}
 * @param since first date on which it can be free
 * @param until last date on which it can be free
 * @param name Polish name
 */
record FreeDay(String day, Predicate<LocalDate> falls, LocalDate since, LocalDate until, String name) {

    static final String SUNDAY = "niedziela";
    private static final Pattern AFTER_EASTER = Pattern.compile("wielkanoc(?:\\+(\\d{1,2}))?");

    /** @throws IllegalArgumentException with a Polish sentence if a cell can't be read */
    static FreeDay of(String day, String since, String until, String name) {
        LocalDate first = since.isEmpty() ? LocalDate.MIN : date("od", since);
        LocalDate last = until.isEmpty() ? LocalDate.MAX : date("do", until);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("data \"do\" jest wcześniejsza niż data \"od\"");
        }
        return new FreeDay(day, falls(day), first, last, name);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(since) && !date.isAfter(until) && falls.test(date);
    }

    boolean overlaps(FreeDay other) {
        return day.equals(other.day) && !since.isAfter(other.until) && !other.since.isAfter(until);
    }

    private static Predicate<LocalDate> falls(String day) {
        if (day.equals(SUNDAY)) {
            return date -> date.getDayOfWeek() == DayOfWeek.SUNDAY;
        }
        Matcher afterEaster = AFTER_EASTER.matcher(day);
        if (afterEaster.matches()) {
            int days = afterEaster.group(1) == null ? 0 : Integer.parseInt(afterEaster.group(1));
            return date -> date.equals(StatutoryCalendar.easter(date.getYear()).plusDays(days));
        }
        try {
            MonthDay fixed = MonthDay.parse("--" + day);
            return date -> MonthDay.from(date).equals(fixed);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "nie rozumiem dnia \"" + day + "\" (wpisz np. 12-24, wielkanoc+60 albo niedziela)", unreadable);
        }
    }

    private static LocalDate date(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "data \"" + column + "\" ma być zapisana jak 2025-02-01, a jest \"" + text + "\"", unreadable);
        }
    }
}
