package pl.obieg.tax;

import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.letter.DecisionLetter;

/** Writes the draft that the second clerk approves: the decision without number and with a watermark. */
@OperationCard(
        label = "Przygotuj projekt decyzji",
        description = "Tworzy projekt decyzji ustalającej podatek, bez numeru i ze znakiem „PROJEKT”.",
        system = "gmina")
public class DraftDecision implements Operation<DraftDecision.Input, DraftDecision.Output> {

    /**
     * @param payerAccount NRB, 26 digits
     * @param hearingDue whether the party was heard on the evidence (PT-09)
     * @param evidenceNote that evidence
     */
    public record Input(
            String assessmentId,
            String caseNumber,
            String payerAccount,
            @Nullable Boolean hearingDue,
            @Nullable String evidenceNote) {}

    /** The draft in the document store. */
    public record Output(String draftDocumentId) {}

    private final DecisionLetter letter;

    public DraftDecision(DecisionLetter letter) {
        this.letter = letter;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(letter.write(
                input.assessmentId(),
                input.caseNumber(),
                null,
                input.payerAccount(),
                Boolean.TRUE.equals(input.hearingDue()) ? input.evidenceNote() : null)));
    }
}
