package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import pl.obieg.calendar.StatutoryCalendar;

/**
 * What becomes of money that no due needs: OVP-01, OVP-02 (OP art. 76 §1, art. 77). The allocation (D10) has already
 * set it against arrears, interest, costs and current dues of the account, which the law does of its own motion.
 *
 * @param refundBy last day of the refund; {@code null} if it stays for future dues
 */
public record Overpayment(Fate fate, BigDecimal amount, LocalDate refundBy) {

    /** Where the rest goes. */
    public enum Fate {
        NONE,
        /** To future dues: small and no refund asked for, or the payer asked so. */
        TO_FUTURE,
        REFUND
    }

    /** What the payer asked for. */
    public enum Request {
        NOTHING,
        REFUND,
        TO_FUTURE
    }

    /**
     * @param costOfUpomnienie up to this a rest is small, zł
     * @param arisenOn day the term of refund runs from: the decision that changed the tax, the request, or the payment
     * @param daysToRefund of the table {@code progi-i-koszty}
     */
    public static Overpayment of(
            BigDecimal rest,
            Request request,
            BigDecimal costOfUpomnienie,
            LocalDate arisenOn,
            int daysToRefund,
            StatutoryCalendar calendar) {
        if (rest.signum() == 0) {
            return new Overpayment(Fate.NONE, rest, null);
        }
        boolean small = rest.compareTo(costOfUpomnienie) <= 0;
        boolean stays = request == Request.TO_FUTURE || small && request == Request.NOTHING;
        return stays
                ? new Overpayment(Fate.TO_FUTURE, rest, null)
                : new Overpayment(Fate.REFUND, rest, calendar.endOfDays(arisenOn, daysToRefund));
    }

    /**
     * OVP-02 for a corrected declaration: two months from the request, not before the correction is there.
     *
     * @return last day of the refund
     */
    public static LocalDate refundAfterCorrection(LocalDate requestWithCorrection, StatutoryCalendar calendar) {
        return calendar.endOfMonths(requestWithCorrection, 2);
    }
}
