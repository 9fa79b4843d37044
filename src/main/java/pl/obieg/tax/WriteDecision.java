package pl.obieg.tax;

import java.util.Objects;
import org.springframework.lang.Nullable;
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

    /**
     * @param payerAccount NRB, 26 digits
     * @param hearingDue whether the party was heard on the evidence (PT-09)
     * @param evidenceNote that evidence
     */
    public record Input(
            String assessmentId,
            String caseNumber,
            String decisionNumber,
            String payerAccount,
            @Nullable Boolean hearingDue,
            @Nullable String evidenceNote) {}

    /** The decision in the document store, not yet sealed. */
    public record Output(String unsealedDocumentId) {}

    private final DecisionLetter letter;

    public WriteDecision(DecisionLetter letter) {
        this.letter = letter;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Objects.requireNonNull(input.decisionNumber(), "decisionNumber");
        return Answer.now(new Output(letter.write(
                input.assessmentId(),
                input.caseNumber(),
                input.decisionNumber(),
                input.payerAccount(),
                Boolean.TRUE.equals(input.hearingDue()) ? input.evidenceNote() : null)));
    }
}
