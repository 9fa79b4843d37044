package pl.obieg.correspondence;

import java.time.LocalDate;
import java.util.List;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.calendar.Term;
import pl.obieg.calendar.TermRule;
import pl.obieg.calendar.TermStanding;

/**
 * The term of one case (TIM-01 to TIM-04).
 *
 * @param law {@code OP} or {@code KPA}
 * @param approvers group whose clerks settle it
 * @param clerk to whom it was given, or {@code null}
 * @param extendedTo the new date the party was told, or {@code null}
 * @param complexReason why it is an especially complex case (OP art. 139 §1, KPA art. 35 §3), or {@code null}
 * @param confirmedOn when the clerk said that no notice is needed, or {@code null}
 * @param endedOn when the case was decided or closed, or {@code null}
 */
public record CaseTerm(
        String caseNumber,
        String law,
        LocalDate startedOn,
        TermRule rule,
        List<ClockStop> stops,
        String approvers,
        String clerk,
        LocalDate extendedTo,
        String complexReason,
        LocalDate warnedOn,
        LocalDate confirmedOn,
        LocalDate endedOn,
        String endedBy) {

    /** House rule UR-10: before a date the office itself gave it reminds itself a week and two days before. */
    private static final int WARNING_BEFORE = 7;

    private static final int NOTICE_BEFORE = 2;

    /** What the term asks of the office now. */
    public enum Phase {
        RUNNING,
        WARNING,
        NOTICE,
        OVERDUE,
        ENDED
    }

    /** The days that matter, seen on a day. */
    public record Outlook(LocalDate end, LocalDate warning, LocalDate notice, boolean stopped) {}

    /** How it stands in the evening of {@code today}. */
    public Outlook on(LocalDate today, StatutoryCalendar calendar) {
        TermStanding standing = new Term(startedOn, rule, stops).on(today, calendar);
        if (extendedTo == null || extendedTo.isBefore(standing.end())) {
            return new Outlook(standing.end(), standing.warningDay(), standing.noticeDay(), standing.stopped());
        }
        return new Outlook(
                extendedTo,
                extendedTo.minusDays(WARNING_BEFORE),
                extendedTo.minusDays(NOTICE_BEFORE),
                standing.stopped());
    }

    /** What is to be done today. */
    public Phase phase(LocalDate today, StatutoryCalendar calendar) {
        Outlook outlook = on(today, calendar);
        if (endedOn != null) {
            return Phase.ENDED;
        }
        if (today.isAfter(outlook.end())) {
            return Phase.OVERDUE;
        }
        if (!today.isBefore(outlook.notice()) && confirmedOn == null) {
            return Phase.NOTICE;
        }
        return !today.isBefore(outlook.warning()) && warnedOn == null ? Phase.WARNING : Phase.RUNNING;
    }

    /** When to look at it again, after today. */
    public LocalDate nextCheck(LocalDate today, StatutoryCalendar calendar) {
        Outlook outlook = on(today, calendar);
        LocalDate next = outlook.end().plusDays(1);
        if (warnedOn == null) {
            next = outlook.warning();
        } else if (confirmedOn == null) {
            next = outlook.notice();
        }
        return next.isAfter(today) ? next : today.plusDays(1);
    }
}
