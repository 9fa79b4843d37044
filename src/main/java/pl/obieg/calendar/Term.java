package pl.obieg.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The term of a proceeding with the days that are not counted (TIM-01 to TIM-04: OP art. 139–140, KPA art. 35–36). Stops
 * may overlap, and one that has no end yet holds the term where it is: seen on a later day, the term ends later.
 *
 * @param start day of the event, not counted: initiation, or receipt of the application
 * @param stops in any order
 */
public record Term(LocalDate start, TermRule rule, List<ClockStop> stops) {

    public Term {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(rule, "rule");
        stops = List.copyOf(stops);
    }

    public Term(LocalDate start, TermRule rule) {
        this(start, rule, List.of());
    }

    /** The same term with more days not counted. */
    public Term stopped(ClockStop stop) {
        List<ClockStop> more = new ArrayList<>(stops);
        more.add(stop);
        return new Term(start, rule, more);
    }

    /** How the term stands in the evening of {@code today}: a stop without an end is taken to last until today. */
    public TermStanding on(LocalDate today, StatutoryCalendar calendar) {
        LocalDate end = end(today, calendar);
        return new TermStanding(
                end,
                stops.stream().anyMatch(stop -> stop.covers(today)),
                used(today),
                (int) Math.max(0, ChronoUnit.DAYS.between(today, end)),
                earlier(countedDay(rule.warningDay(), today), end),
                earlier(countedDay(rule.noticeDay(), today), end),
                (int) Math.max(0, ChronoUnit.DAYS.between(end, today)));
    }

    /**
     * The day on which the last counted day is over, before a shift to a working day. A stop of n days moves it by n; the
     * shift can take part of that back, since both may fall on the same weekend.
     */
    public LocalDate lastCountedDay(LocalDate today) {
        LocalDate unstopped = rule.unit().after(start, rule.amount());
        return countedDay((int) ChronoUnit.DAYS.between(start, unstopped), today);
    }

    private LocalDate end(LocalDate today, StatutoryCalendar calendar) {
        LocalDate end = lastCountedDay(today);
        while (!calendar.isWorkingDay(end) || stands(end, today)) {
            end = end.plusDays(1);
        }
        return end;
    }

    private LocalDate countedDay(int number, LocalDate today) {
        LocalDate day = start;
        for (int counted = 0; counted < number; ) {
            day = day.plusDays(1);
            if (!stands(day, today)) {
                counted++;
            }
        }
        return day;
    }

    private int used(LocalDate today) {
        return today.isAfter(start)
                ? (int) start.plusDays(1)
                        .datesUntil(today.plusDays(1))
                        .filter(day -> !stands(day, today))
                        .count()
                : 0;
    }

    /** Whether the day is not counted; nobody knows yet whether an open stop will hold the days after today. */
    private boolean stands(LocalDate day, LocalDate today) {
        return stops.stream().anyMatch(stop -> stop.covers(day) && (stop.until() != null || !day.isAfter(today)));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
