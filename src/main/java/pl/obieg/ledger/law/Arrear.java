package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A due that may bear interest.
 *
 * @param principal still to pay, zł
 * @param dueOn last day without interest (INT-01)
 * @param rate basic, or reduced after an effective correction (INT-03)
 * @param freeSpans when no interest runs (INT-05); they may overlap
 */
public record Arrear(BigDecimal principal, LocalDate dueOn, Rate rate, List<FreeSpan> freeSpans) {

    /** An arrear at the basic rate, with interest on all days. */
    public static Arrear basic(BigDecimal principal, LocalDate dueOn) {
        return new Arrear(principal, dueOn, Rate.BASIC, List.of());
    }

    /** Part of the basic rate that applies. The raised rate (150 %) never does: it concerns VAT and excise. */
    public enum Rate {
        BASIC("1"),
        REDUCED("0.5");

        private final BigDecimal factor;

        Rate(String factor) {
            this.factor = new BigDecimal(factor);
        }

        /** By which the basic rate is multiplied. */
        public BigDecimal factor() {
            return factor;
        }
    }

    /**
     * Days without interest (OP art. 54 §1 pkt 2, 3, 7, 7c).
     *
     * @param from first day
     * @param to last day; {@code null} while it lasts
     * @param basis article, as written in explanations
     */
    public record FreeSpan(LocalDate from, LocalDate to, String basis) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
