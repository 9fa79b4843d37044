package pl.obieg.calendar;

import java.time.LocalDate;

/**
 * How the term of a proceeding stands on a day.
 *
 * @param end last day of the term, a working day; provisional while the clock is stopped
 * @param stopped whether the day itself is not counted
 * @param daysUsed counted days, today included
 * @param daysLeft calendar days to the end; 0 on the last day and after it
 * @param warningDay when the clerk is warned
 * @param noticeDay when the notice to the party is drafted (OP art. 140, KPA art. 36; TIM-04)
 * @param daysOver calendar days since the end; 0 in time
 */
public record TermStanding(
        LocalDate end,
        boolean stopped,
        int daysUsed,
        int daysLeft,
        LocalDate warningDay,
        LocalDate noticeDay,
        int daysOver) {

    /** Whether the party must be told the cause and a new date (OP art. 140 §1, KPA art. 36 §1; TIM-04). */
    public boolean overrun() {
        return daysOver > 0;
    }
}
