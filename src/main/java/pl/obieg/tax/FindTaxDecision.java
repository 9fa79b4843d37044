package pl.obieg.tax;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.DecisionRegister;

/** Tells whether a letter of a case is a tax decision, and on which assessment it rests. */
@OperationCard(
        label = "Znajdź decyzję podatkową",
        description = "Sprawdza, czy dokument jest decyzją wymiarową, i wskazuje jej wymiar.",
        system = "gmina")
public class FindTaxDecision implements Operation<FindTaxDecision.Input, FindTaxDecision.Output> {

    private final DecisionRegister decisions;

    FindTaxDecision(DecisionRegister decisions) {
        this.decisions = decisions;
    }

    /** @param documentId in the document store */
    public record Input(String caseNumber, String documentId) {}

    /** @param assessmentId {@code null} if the letter is no tax decision */
    public record Output(String assessmentId) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(
                decisions.assessmentOf(input.caseNumber(), input.documentId()).orElse(null)));
    }
}
