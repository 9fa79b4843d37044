package pl.obieg.ledger;

import pl.obieg.ledger.Overpayments.Overpaid;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** The overpayment is dealt with: what is left of it stays for future dues of the account (OP art. 76 §1–2). */
@OperationCard(
        label = "Zakończ rozliczenie nadpłaty",
        description = "Odnotowuje, że nadpłatę rozliczono. To, co pozostało, zostanie zaliczone na przyszłe"
                + " zobowiązania, gdy powstaną.",
        system = "ledger")
public class CloseOverpayment implements Operation<CloseOverpayment.Input, Nothing> {

    /** The case that deals with the overpayment. */
    public record Input(String caseNumber) {}

    private final Overpayments overpayments;

    CloseOverpayment(Overpayments overpayments) {
        this.overpayments = overpayments;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        overpayments.ofCase(input.caseNumber()).map(Overpaid::id).ifPresent(overpayments::close);
        return Nothing.done();
    }
}
