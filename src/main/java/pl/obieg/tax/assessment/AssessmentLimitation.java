package pl.obieg.tax.assessment;

import java.time.LocalDate;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Until when a decision that establishes the tax can create the liability (PT-13, OP art. 68 § 1–2): it must be delivered
 * within 3 years from the end of the year in which the obligation arose, or 5 if the taxpayer filed late or concealed
 * something. The end of the period does not move from a holiday: that term limits the organ, not a party.
 *
 * @param lastDay last day on which a delivery still creates the liability
 */
public record AssessmentLimitation(LocalDate lastDay) {

    private static final int FILING_DAYS = 14;
    private static final int YEARS = 3;
    private static final int YEARS_IF_CONCEALED = 5;

    /**
     * @param year in which the obligation arose
     * @param filedInTime whether the declaration came within its term
     * @param complete whether it disclosed all that the tax depends on
     */
    public static AssessmentLimitation of(int year, boolean filedInTime, boolean complete) {
        int years = filedInTime && complete ? YEARS : YEARS_IF_CONCEALED;
        return new AssessmentLimitation(LocalDate.of(year + years, 12, 31));
    }

    /**
     * Of the tax of a declaration. It came late if more than 14 days after the event; without one, after the last day that
     * the event behind the declared start can have had. A correction tells nothing of when its first form came.
     *
     * @param complete whether it disclosed all that the tax depends on
     */
    public static AssessmentLimitation of(
            DeclarationRegister.Stored stored, boolean complete, StatutoryCalendar calendar) {
        Declaration told = stored.declaration();
        LocalDate event = told.eventDate();
        if (event == null && told.since() != null && !"CORRECTION".equals(told.purpose())) {
            event = told.since().minusDays(1);
        }
        boolean late = event != null && stored.receivedOn().isAfter(calendar.endOfDays(event, FILING_DAYS));
        return of(told.year(), !late, complete);
    }

    /** Of a change that the taxpayer should have told within 14 days, and has not until today. */
    public static AssessmentLimitation ofUntold(
            int year, LocalDate change, LocalDate today, boolean complete, StatutoryCalendar calendar) {
        return of(year, !today.isAfter(calendar.endOfDays(change, FILING_DAYS)), complete);
    }

    /** Whether a delivery on the day comes too late. */
    public boolean isPassedOn(LocalDate delivery) {
        return delivery.isAfter(lastDay);
    }
}
