package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of a bank statement in the office's words. Sender and title are personal data.
 *
 * @param bankAccount the office's account, from {@code :25:}
 * @param reference the bank's number of the transaction, unique with account, date and amount
 * @param credit whether money came in
 * @param amount zł, above zero
 * @param paidOn day of payment (PAY-01): when the sender was debited if the bank tells it, else the value date
 * @param payerAccount what the line says of the payer's individual account: NRB or client part; {@code null} if nothing
 */
public record BankLine(
        String bankAccount,
        String reference,
        boolean credit,
        BigDecimal amount,
        LocalDate valueDate,
        LocalDate paidOn,
        String payerAccount,
        String senderAccount,
        String sender,
        String title) {}
