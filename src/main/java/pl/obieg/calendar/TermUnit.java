package pl.obieg.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What a term is measured in (OP art. 12 §1–4, KPA art. 57 §1–3a; TIM-05). */
public enum TermUnit {
    DAYS(ChronoUnit.DAYS),
    /** Ends on the weekday of the event (OP art. 12 §2). */
    WEEKS(ChronoUnit.WEEKS),
    /** Ends on the day of the same number, else on the last day of the month (OP art. 12 §3). */
    MONTHS(ChronoUnit.MONTHS),
    /** Ends on the same date; a term that began on 29 February on 28 February (OP art. 12 §4). */
    YEARS(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    TermUnit(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The last day, before a shift to a working day; the day of the event is not counted. */
    LocalDate after(LocalDate event, int amount) {
        return event.plus(amount, unit);
    }

    LocalDate before(LocalDate event, int amount) {
        return event.minus(amount, unit);
    }
}
