package pl.obieg.tax;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.declaration.DeclarationRegister;

/** Whether a correction came in another case while the decision waited for its approval: then it may not be issued. */
@OperationCard(
        label = "Sprawdź, czy złożono korektę",
        description = "Ustala, czy przed wydaniem decyzji informację, na której się opiera, zastąpiła korekta w innej"
                + " sprawie.",
        system = "gmina")
public class CheckSuperseded implements Operation<CheckSuperseded.Input, CheckSuperseded.Output> {

    /** {@code assessmentId}: the decision rests on, be it on several declarations. */
    public record Input(String assessmentId) {}

    /** {@code superseded}: the objects of one of them are assessed in the case of the correction. */
    public record Output(Boolean superseded) {}

    private final AssessmentRegister assessments;
    private final DeclarationRegister declarations;

    CheckSuperseded(AssessmentRegister assessments, DeclarationRegister declarations) {
        this.assessments = assessments;
        this.declarations = declarations;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(assessments.get(input.assessmentId()).declarationIds().stream()
                .anyMatch(id -> declarations.caseThatReplaces(id).isPresent())));
    }
}
