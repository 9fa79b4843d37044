package pl.obieg.tax;

import java.time.LocalDate;
import java.util.List;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.change.ChangeRegister.InForce;
import pl.obieg.tax.declaration.DeclarationRegister;

/** Begins the change of a decision that the office learned the reason of by itself: a notice of the land register, a deed. */
@OperationCard(
        label = "Zapisz zmianę z urzędu",
        description = "Wskazuje decyzję, której dotyczy zmiana znana urzędowi z zawiadomienia lub aktu notarialnego.",
        system = "gmina",
        refusals = {
            "DECISION_UNKNOWN: W systemie podatkowym nie ma takiej decyzji.",
            "DATE_OUTSIDE_YEAR: Zmiana nie przypada w roku, którego dotyczy decyzja."
        })
public class RecordOfficialChange implements Operation<RecordOfficialChange.Input, RecordOfficialChange.Output> {

    /** {@code decisionToChange}: its number, or that of the decision it changed. */
    public record Input(String caseNumber, String decisionToChange, LocalDate changeDate) {}

    /**
     * @param changedDecision number of the decision in force
     * @param changeScope {@code OBJECTS}: the event touches objects of the decision
     * @param partyIds who owes the tax
     */
    public record Output(String changedDecision, Integer taxYear, String changeScope, List<String> partyIds) {}

    private final ChangeRegister changes;
    private final AssessmentRegister assessments;
    private final DeclarationRegister declarations;

    public RecordOfficialChange(
            ChangeRegister changes, AssessmentRegister assessments, DeclarationRegister declarations) {
        this.changes = changes;
        this.assessments = assessments;
        this.declarations = declarations;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        String number =
                input.decisionToChange() == null ? "" : input.decisionToChange().strip();
        InForce decision = changes.inForce(number)
                .orElseThrow(() -> new Refusal(
                        "DECISION_UNKNOWN", "W systemie podatkowym nie ma decyzji o numerze " + number + "."));
        AssessmentRegister.Stored base = assessments.get(decision.assessmentId());
        int year = base.assessment().year();
        if (input.changeDate() == null || input.changeDate().getYear() != year) {
            throw new Refusal("DATE_OUTSIDE_YEAR", "Decyzja dotyczy roku " + year + "; podaj dzień zmiany w tym roku.");
        }
        changes.begin(input.caseNumber(), decision, null);
        return Answer.now(new Output(
                decision.decisionNumber(),
                year,
                "OBJECTS",
                JointMatter.liable(declarations.get(base.declarationId()))));
    }
}
