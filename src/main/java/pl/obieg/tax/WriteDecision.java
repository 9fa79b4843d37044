package pl.obieg.tax;

import java.util.Objects;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.letter.DecisionLetter;

/** Writes the numbered decision, ready for the organ's seal (SG-02). */
@OperationCard(
        label = "Sporządź decyzję",
        description = "Tworzy decyzję ustalającą podatek z numerem, gotową do opieczętowania.",
        system = "gmina")
public class WriteDecision implements Operation<WriteDecision.Input, WriteDecision.Output> {

    /** {@code payerAccount}: NRB, 26 digits. */
    public record Input(String assessmentId, String caseNumber, String decisionNumber, String payerAccount) {}

    /** The decision in the document store, not yet sealed. */
    public record Output(String unsealedDocumentId) {}

    private final DecisionLetter letter;

    public WriteDecision(DecisionLetter letter) {
        this.letter = letter;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Objects.requireNonNull(input.decisionNumber(), "decisionNumber");
        return Answer.now(new Output(
                letter.write(input.assessmentId(), input.caseNumber(), input.decisionNumber(), input.payerAccount())));
    }
}
