package pl.obieg.ledger.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One bank statement of one account.
 *
 * @param account 26 digits
 * @param number from {@code :28C:}
 * @param opening balance, zł; below zero = debit
 * @param closing balance, zł; below zero = debit
 */
record Statement(String account, String number, BigDecimal opening, BigDecimal closing, List<Movement> movements) {

    /**
     * One {@code :61:} with its {@code :86:}.
     *
     * @param amount zł, above zero
     * @param credit whether the balance grows
     * @param bankReference what stands behind {@code //}; empty if nothing
     * @param details field 86 with its wraps undone
     */
    record Movement(LocalDate valueDate, BigDecimal amount, boolean credit, String bankReference, String details) {

        BigDecimal signed() {
            return credit ? amount : amount.negate();
        }
    }

    /** Opening balance and all movements. */
    BigDecimal computedClosing() {
        return movements.stream().map(Movement::signed).reduce(opening, BigDecimal::add);
    }
}
