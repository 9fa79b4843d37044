package pl.obieg.tax;

import java.time.LocalDate;
import java.util.List;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.TaxKind;
import pl.obieg.tax.change.ChangeRegister;
import pl.obieg.tax.change.ChangeRegister.InForce;
import pl.obieg.tax.change.Recomputation;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.DeclarationRegister;

/** Takes over a form that tells of a change after the year's decision, and finds that decision (PT-14). */
@OperationCard(
        label = "Zapisz zgłoszenie zmiany",
        description = "Odczytuje informację podatnika o zmianie w ciągu roku i wskazuje decyzję, której ona dotyczy.",
        system = "gmina",
        refusals = {
            "UNKNOWN_FORM: Urząd nie rozpoznaje wzoru formularza.",
            "UNREADABLE: Pliku nie da się odczytać albo wartość w polu jest niewłaściwa.",
            "DECISION_UNKNOWN: Podatnik nie ma decyzji na ten rok."
        })
public class RecordChangeReport implements Operation<RecordChangeReport.Input, RecordChangeReport.Output> {

    /** {@code formCode}: {@code IN-1}, {@code IR-1}, {@code IL-1}. */
    public record Input(String submissionId, String formCode, String caseNumber) {}

    /**
     * @param changedDecision number of the decision in force
     * @param changeEvent as the form says; may be {@code null}
     * @param changeScope {@code REPLACE} if the form takes the place of the former one, {@code ADD} if it adds objects
     * @param partyIds who owes the tax
     */
    public record Output(
            String changedDecision,
            Integer taxYear,
            String changeEvent,
            LocalDate changeDate,
            String changeScope,
            List<String> partyIds) {}

    private static final String ADD = "ADD";
    private static final String REPLACE = "REPLACE";

    private final RecordDeclaration recordDeclaration;
    private final DeclarationRegister declarations;
    private final ChangeRegister changes;
    private final AssessmentRegister assessments;

    public RecordChangeReport(
            RecordDeclaration recordDeclaration,
            DeclarationRegister declarations,
            ChangeRegister changes,
            AssessmentRegister assessments) {
        this.recordDeclaration = recordDeclaration;
        this.declarations = declarations;
        this.changes = changes;
        this.assessments = assessments;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        RecordDeclaration.Output recorded = recordDeclaration.record(input.submissionId(), input.caseNumber());
        Declaration declaration = declarations.get(recorded.declarationId()).declaration();
        InForce decision = changes.decisionOf(recorded.partyIds(), declaration.year(), declaration.form())
                .flatMap(changes::inForce)
                .orElseThrow(() ->
                        new Refusal("DECISION_UNKNOWN", "Podatnik nie ma decyzji na rok " + declaration.year() + "."));
        changes.begin(input.caseNumber(), decision, recorded.declarationId());
        return Answer.now(new Output(
                decision.decisionNumber(),
                declaration.year(),
                declaration.event(),
                declaration.eventDate(),
                scope(declaration, decision),
                recorded.partyIds()));
    }

    /** A form of a tax that the decision has not, or of a new object that is no correction, adds to it (LZ-01, PT-40). */
    private String scope(Declaration declaration, InForce decision) {
        if ("CORRECTION".equals(declaration.purpose())) {
            return REPLACE;
        }
        TaxKind tax = TaxKind.ofForm(declaration.form());
        boolean isNew = assessments.get(decision.assessmentId()).assessment().parts().stream()
                .noneMatch(part -> part.kind() == tax);
        return isNew || Recomputation.BEGINNINGS.contains(String.valueOf(declaration.event())) ? ADD : REPLACE;
    }
}
