package pl.obieg.tax;

import java.util.List;
import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.change.ChangeLetter;

/** Writes down what the changing decision says (OP art. 254, art. 210). */
@OperationCard(
        label = "Przygotuj decyzję zmieniającą",
        description = "Spisuje treść decyzji zmieniającej: podatek dotąd i po zmianie, raty, uzasadnienie.",
        system = "gmina")
public class DraftChange implements Operation<DraftChange.Input, DraftChange.Output> {

    /**
     * @param changedDecision number of the decision that is changed
     * @param changeJustification what the clerk adds to the reasons of the decision
     * @param partyIds addressees
     */
    public record Input(
            String caseNumber,
            String changedDecision,
            @Nullable String changeJustification,
            List<String> partyIds) {}

    /** The draft, see {@code wydanie-pisma}. */
    public record Output(String letterId) {}

    private final ChangeLetter letter;

    public DraftChange(ChangeLetter letter) {
        this.letter = letter;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(letter.draft(
                input.caseNumber(),
                input.changedDecision(),
                input.changeJustification(),
                input.partyIds(),
                call.idempotencyKey())));
    }
}
