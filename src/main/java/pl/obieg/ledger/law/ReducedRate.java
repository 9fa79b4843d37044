package pl.obieg.ledger.law;

import java.time.LocalDate;
import java.util.Optional;
import pl.obieg.calendar.StatutoryCalendar;

/** When half the rate applies: INT-03 (OP art. 56a). */
public final class ReducedRate {

    private static final int MONTHS_TO_CORRECT = 6;
    private static final int DAYS_TO_PAY = 7;

    private ReducedRate() {}

    /**
     * A correction of a declaration and the payment that follows it.
     *
     * @param selfAssessed only taxes that the taxpayer counts himself
     * @param declarationDeadline last day to file the declaration
     * @param afterNoticeOfControl filed after notice of a tax control, or after one without notice ended
     * @param afterVerification filed after the office's verification (czynności sprawdzające)
     */
    public record Correction(
            boolean selfAssessed,
            LocalDate declarationDeadline,
            LocalDate filedOn,
            LocalDate paidOn,
            boolean afterNoticeOfControl,
            boolean afterVerification) {}

    public static Arrear.Rate of(Correction correction, StatutoryCalendar calendar) {
        return until(
                                correction.selfAssessed(),
                                correction.declarationDeadline(),
                                correction.filedOn(),
                                correction.afterNoticeOfControl(),
                                correction.afterVerification(),
                                calendar)
                        .filter(last -> !correction.paidOn().isAfter(last))
                        .isPresent()
                ? Arrear.Rate.REDUCED
                : Arrear.Rate.BASIC;
    }

    /** By when the whole arrear must be paid for half the rate; empty if the correction does not bring it. */
    public static Optional<LocalDate> until(
            boolean selfAssessed,
            LocalDate declarationDeadline,
            LocalDate filedOn,
            boolean afterNoticeOfControl,
            boolean afterVerification,
            StatutoryCalendar calendar) {
        boolean effective = selfAssessed
                && !afterNoticeOfControl
                && !afterVerification
                && !filedOn.isAfter(calendar.endOfMonths(declarationDeadline, MONTHS_TO_CORRECT));
        return effective ? Optional.of(calendar.endOfDays(filedOn, DAYS_TO_PAY)) : Optional.empty();
    }
}
