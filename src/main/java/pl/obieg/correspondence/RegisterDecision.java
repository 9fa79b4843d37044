package pl.obieg.correspondence;

import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Gives a decision its number in the register of decisions, before the text is written. */
@OperationCard(
        label = "Zarejestruj decyzję w EZD",
        description = "Nadaje decyzji numer w sprawie i pozycję w rejestrze decyzji.",
        system = "ezd",
        refusals = {"CASE_NOT_FOUND: Nie ma sprawy o takim znaku.", "CASE_CLOSED: Sprawa jest zakończona."})
public class RegisterDecision implements Operation<RegisterDecision.Input, RegisterDecision.Output> {

    public record Input(String caseNumber, String decisionKind) {}

    /** {@code decisionNumber}: {@code FN.3120.1.2026.D1}. */
    public record Output(String decisionNumber) {}

    private final CorrespondenceSystem ezd;

    public RegisterDecision(CorrespondenceSystem ezd) {
        this.ezd = ezd;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(ezd.registerDecision(input.caseNumber(), input.decisionKind())));
    }
}
