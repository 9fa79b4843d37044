package pl.obieg.tax.assessment;

import java.time.LocalDate;

/**
 * Until when a decision that establishes the tax can create the liability (PT-13, OP art. 68 § 1–2): it must be delivered
 * within 3 years from the end of the year in which the obligation arose, or 5 if the taxpayer filed late or concealed
 * something. The end of the period does not move from a holiday: that term limits the organ, not a party.
 *
 * @param lastDay last day on which a delivery still creates the liability
 */
public record AssessmentLimitation(LocalDate lastDay) {

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

    /** Whether a delivery on the day comes too late. */
    public boolean isPassedOn(LocalDate delivery) {
        return delivery.isAfter(lastDay);
    }
}
