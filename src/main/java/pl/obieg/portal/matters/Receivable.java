package pl.obieg.portal.matters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be paid and what was. Amounts are zł of the tax itself, without interest and costs.
 *
 * @param account NRB, 26 digits, or {@code null}
 */
public record Receivable(String id, int taxYear, String account, List<Instalment> instalments, List<Payment> payments) {

    /** Where an instalment stands on a day. */
    public enum State {
        PAID,
        DUE,
        OVERDUE
    }

    /** One instalment with all that was set against it. */
    public record Instalment(int number, LocalDate dueOn, BigDecimal amount, BigDecimal paid) {

        public BigDecimal left() {
            return amount.subtract(paid).max(BigDecimal.ZERO);
        }

        /** On the due date itself it is not overdue yet (INT-01). */
        public State state(LocalDate today) {
            if (left().signum() == 0) {
                return State.PAID;
            }
            return dueOn.isBefore(today) ? State.OVERDUE : State.DUE;
        }
    }

    /** A payment, or the part of it set against one instalment and, beside that amount, its interest. */
    public record Payment(LocalDate paidOn, int instalmentNumber, BigDecimal amount, BigDecimal interest) {}

    /** The sum of the instalments. */
    public BigDecimal amount() {
        return instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was set against the instalments. */
    public BigDecimal paid() {
        return instalments.stream().map(Instalment::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal left() {
        return instalments.stream().map(Instalment::left).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal overdue(LocalDate today) {
        return instalments.stream()
                .filter(instalment -> instalment.state(today) == State.OVERDUE)
                .map(Instalment::left)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
