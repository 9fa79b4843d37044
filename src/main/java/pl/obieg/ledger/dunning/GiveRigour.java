package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * From the delivery of the order on (OP art. 212, 219) the decision may be carried out though it is not final: D11 and D12
 * see it. A complaint against the order does not stop that (art. 239b § 4); what is not due yet stays so (§ 5).
 */
@OperationCard(
        label = "Nadaj rygor",
        description =
                "Odnotowuje, od kiedy decyzję można wykonać przed ostatecznością, jeżeli postanowienie doręczono.",
        system = "ledger")
public class GiveRigour implements Operation<GiveRigour.Input, GiveRigour.Output> {

    /** {@code legalDate}: of the delivery of the order; {@code null} if nobody was reached. */
    public record Input(
            String caseNumber,
            String letterNumber,
            @Nullable LocalDate legalDate) {}

    /** Whether the decision may be carried out now. */
    public record Output(Boolean rigourGiven) {}

    private final Rigours rigours;

    GiveRigour(Rigours rigours) {
        this.rigours = rigours;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        rigours.given(input.caseNumber(), input.letterNumber(), input.legalDate());
        return Answer.now(new Output(input.legalDate() != null));
    }
}
