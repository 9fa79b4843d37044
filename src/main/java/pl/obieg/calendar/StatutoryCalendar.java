package pl.obieg.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Polish public holidays and the terms counted with them (rules TIM-05 and TIM-06: OP art. 12, KPA art. 57, ustawa o
 * dniach wolnych od pracy). Which days are free, since when and until when, stands in
 * {@code decisions/prawo/dni-wolne.csv}; the table is complete from 1991 on. A table that two persons have approved on the
 * page "Prawo" comes before it, on every node within a minute.
 */
@Component
public class StatutoryCalendar {

    private static final long KEPT = Duration.ofMinutes(1).toNanos();

    private final String own;
    private final Supplier<Optional<String>> approved;
    private final LongSupplier nanoTime;
    private volatile Read read;

    private record Read(String text, FreeDays days, long at) {}

    /** With the packaged table of free days. */
    public StatutoryCalendar() {
        this("");
    }

    /**
     * @param directory folder with the office's own files; its {@code decisions/prawo/dni-wolne.csv} replaces the
     *     packaged table
     * @throws IllegalStateException if the table can't be read; the Polish message names the line
     */
    public StatutoryCalendar(String directory) {
        this(directory, Optional::empty, System::nanoTime);
    }

    @Autowired
    StatutoryCalendar(@Value("${obieg.procedures.dir:}") String directory, ObjectProvider<ApprovedFreeDays> approved) {
        this(
                directory,
                () -> Optional.ofNullable(approved.getIfAvailable()).flatMap(ApprovedFreeDays::text),
                System::nanoTime);
    }

    StatutoryCalendar(String directory, Supplier<Optional<String>> approved, LongSupplier nanoTime) {
        this.own = FreeDays.text(directory);
        this.approved = approved;
        this.nanoTime = nanoTime;
        // A wrong file stops the start. The approved one is asked for when the database is there.
        this.read = new Read(own, FreeDays.of(own), nanoTime.getAsLong() - KEPT);
    }

    private FreeDays freeDays() {
        Read known = read;
        long now = nanoTime.getAsLong();
        if (now - known.at() >= KEPT) {
            String text = approved.get().orElse(own);
            known = new Read(text, text.equals(known.text()) ? known.days() : FreeDays.of(text), now);
            read = known;
        }
        return known.days();
    }

    /** The table of free days in force, as text. */
    public String freeDaysInForce() {
        return approved.get().orElse(own);
    }

    /** Reads the table of free days anew, since another one was approved. */
    public void readAnew() {
        Read known = read;
        read = new Read(known.text(), known.days(), nanoTime.getAsLong() - KEPT);
    }

    /** Whether the day is a public holiday; Sundays are. */
    public boolean isHoliday(LocalDate day) {
        return freeDays().contains(day);
    }

    /** The holiday's Polish name. */
    public Optional<String> holidayName(LocalDate day) {
        return freeDays().name(day);
    }

    /** Whether a term may end on the day: neither Saturday nor holiday. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && !isHoliday(day);
    }

    /** The day itself or, if a term may not end on it, the next working day (OP art. 12 §5, KPA art. 57 §4). */
    public LocalDate orNextWorkingDay(LocalDate day) {
        LocalDate end = day;
        while (!isWorkingDay(end)) {
            end = end.plusDays(1);
        }
        return end;
    }

    /** The last day of a term that begins with an event; the day of the event is not counted. */
    public LocalDate end(LocalDate event, int amount, TermUnit unit) {
        return orNextWorkingDay(unit.after(event, amount));
    }

    /** The last day of a term in days that begins with an event; the day of the event is not counted. */
    public LocalDate endOfDays(LocalDate event, int days) {
        return end(event, days, TermUnit.DAYS);
    }

    /** The last day of a term in months: the day of the same number, else the last day of the month. */
    public LocalDate endOfMonths(LocalDate event, int months) {
        return end(event, months, TermUnit.MONTHS);
    }

    /**
     * The last day to do something "not later than" a term before an event; the event's day is not counted. No statute
     * shifts a term that runs backwards, and a later day would cut what it protects: house rule UR-09, a Saturday or holiday
     * gives way to the working day before it.
     */
    public LocalDate notLaterThan(int amount, TermUnit unit, LocalDate event) {
        return orPrecedingWorkingDay(unit.before(event, amount));
    }

    /**
     * The last day to deliver a notice that must leave the addressee so many full days before an event, such as seven
     * before taking evidence (OP art. 190 §1, KPA art. 79 §1, 92): neither the day of delivery nor that of the event is
     * counted. Shifted like {@link #notLaterThan}.
     */
    public LocalDate leavingFullDays(int days, LocalDate event) {
        return notLaterThan(days + 1, TermUnit.DAYS, event);
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

    private LocalDate orPrecedingWorkingDay(LocalDate day) {
        LocalDate last = day;
        while (!isWorkingDay(last)) {
            last = last.minusDays(1);
        }
        return last;
    }
}
