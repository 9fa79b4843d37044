package pl.obieg.ledger;

import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.Payments.Status;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** A clerk has found out whose payment it is: it is set against the instalments of that case (PAY-04). */
@OperationCard(
        label = "Zalicz wpłatę na sprawę",
        description = "Zalicza wpłatę, której płatnika ustalił pracownik, na raty wskazanej sprawy, zaczynając od"
                + " najwcześniejszego terminu płatności.",
        system = "ledger",
        refusals = {
            "PAYMENT_NOT_FOUND: Nie ma takiej wpłaty.",
            "CASE_HAS_NO_RECEIVABLE: We wskazanej sprawie nie przypisano żadnej należności.",
            "PAYMENT_ALREADY_RESOLVED: Wpłata została już zaliczona na inną sprawę albo zwrócona."
        })
public class AllocatePayment implements Operation<AllocatePayment.Input, Nothing> {

    /** The payment and the case it belongs to. */
    public record Input(String paymentId, String caseNumber) {}

    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final Payments payments;
    private final Settlement settlement;

    AllocatePayment(PayerAccounts accounts, Receivables receivables, Payments payments, Settlement settlement) {
        this.accounts = accounts;
        this.receivables = receivables;
        this.payments = payments;
        this.settlement = settlement;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        PayerAccount account = accounts.ofCase(input.caseNumber())
                .filter(found -> receivables.anyOn(found.account()))
                .orElseThrow(() -> new Refusal(
                        "CASE_HAS_NO_RECEIVABLE", "We wskazanej sprawie nie przypisano żadnej należności."));
        accounts.lock(account);
        Payment payment = payments.lock(input.paymentId())
                .orElseThrow(() -> new Refusal("PAYMENT_NOT_FOUND", "Nie ma takiej wpłaty."));
        boolean doneBefore =
                payment.status() == Status.ALLOCATED && account.caseNumber().equals(payment.caseNumber());
        if (!doneBefore) {
            if (payment.status() != Status.UNMATCHED) {
                throw new Refusal(
                        "PAYMENT_ALREADY_RESOLVED", "Wpłata została już zaliczona na inną sprawę albo zwrócona.");
            }
            settlement.allocate(payment, account);
        }
        return Nothing.done();
    }
}
