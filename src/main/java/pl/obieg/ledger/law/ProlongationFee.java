package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Fee for a deferral or payment in instalments (opłata prolongacyjna): INT-06, OP art. 57. Half the rate of the day of
 * the decision, for all days of the deferral; full zł, half up. The limit of OP art. 54 §1 pkt 5 concerns interest, not
 * the fee. Due only if the council introduced it (OP art. 57 §7); the caller knows.
 *
 * @param percent per year
 * @param raw before rounding, zł, four decimals
 * @param charged full zł
 */
public record ProlongationFee(long days, BigDecimal percent, BigDecimal raw, BigDecimal charged) {

    private static final BigDecimal YEAR = new BigDecimal("36500");

    /**
     * @param deferred zł of tax whose term is moved
     * @param oldTerm last day before the deferral
     * @param newTerm last day to pay
     */
    public static ProlongationFee of(
            BigDecimal deferred, LocalDate oldTerm, LocalDate newTerm, LocalDate decidedOn, RateOnDay rates) {
        long days = Math.max(0, ChronoUnit.DAYS.between(oldTerm, newTerm));
        BigDecimal percent = rates.on(decidedOn).percent().multiply(Arrear.Rate.REDUCED.factor());
        BigDecimal product = deferred.multiply(percent).multiply(BigDecimal.valueOf(days));
        return new ProlongationFee(
                days,
                percent,
                product.divide(YEAR, 4, RoundingMode.HALF_UP),
                product.divide(YEAR, 0, RoundingMode.HALF_UP));
    }
}
