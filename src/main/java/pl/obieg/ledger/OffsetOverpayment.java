package pl.obieg.ledger;

import java.math.BigDecimal;
import pl.obieg.ledger.Overpayments.Overpaid;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Sets the overpayment against the other dues of the same taxpayers (OVP-01, OP art. 76 §1). */
@OperationCard(
        label = "Zalicz nadpłatę na inne należności",
        description = "Zalicza nadpłatę na zaległości z odsetkami, koszty upomnień i bieżące zobowiązania tych samych"
                + " podatników w innych sprawach, z dniem powstania nadpłaty.",
        system = "ledger")
public class OffsetOverpayment implements Operation<OffsetOverpayment.Input, OffsetOverpayment.Output> {

    /** The case that deals with the overpayment. */
    public record Input(String caseNumber) {}

    /** @param overpaidOffset zł that were set */
    public record Output(BigDecimal overpaidOffset) {}

    private final PayerAccounts accounts;
    private final Overpayments overpayments;
    private final Offset offset;

    OffsetOverpayment(PayerAccounts accounts, Overpayments overpayments, Offset offset) {
        this.accounts = accounts;
        this.overpayments = overpayments;
        this.offset = offset;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Overpaid overpaid = overpayments.ofCase(input.caseNumber()).orElseThrow();
        PayerAccount account = accounts.byNrb(overpaid.account()).orElseThrow();
        accounts.lock(account);
        return Answer.now(new Output(offset.run(account)));
    }
}
