package pl.obieg.ledger;

import java.math.BigDecimal;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.Payments.Status;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * A clerk decided that the money goes back to the sender. The payment is marked; the transfer itself is made in the
 * bank's own programme, since no outgoing transfers are written yet.
 */
@OperationCard(
        label = "Zwróć wpłatę",
        description = "Oznacza wpłatę jako przeznaczoną do zwrotu nadawcy. Przelew zwrotny wykonuje się w programie"
                + " banku.",
        system = "ledger",
        refusals = {
            "PAYMENT_NOT_FOUND: Nie ma takiej wpłaty.",
            "PAYMENT_ALREADY_RESOLVED: Wpłata została już zaliczona i nie można jej zwrócić."
        })
public class ReturnPayment implements Operation<ReturnPayment.Input, Nothing> {

    /** The payment to be returned. */
    public record Input(String paymentId) {}

    private final Payments payments;

    ReturnPayment(Payments payments) {
        this.payments = payments;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Payment payment = payments.lock(input.paymentId())
                .orElseThrow(() -> new Refusal("PAYMENT_NOT_FOUND", "Nie ma takiej wpłaty."));
        if (payment.status() == Status.ALLOCATED || payment.status() == Status.DEBIT) {
            throw new Refusal("PAYMENT_ALREADY_RESOLVED", "Wpłata została już zaliczona i nie można jej zwrócić.");
        }
        payments.update(
                payment.id(),
                Status.RETURNED,
                null,
                BigDecimal.ZERO,
                "Do zwrotu nadawcy; przelew zwrotny wykonuje się w programie banku.");
        return Nothing.done();
    }
}
