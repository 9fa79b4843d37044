package pl.obieg.tax;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.declaration.DeclarationRegister;

/** Records that the sealed decision was issued to all co-owners (PT-53), and tells the other systems. */
@OperationCard(
        label = "Wydaj decyzję",
        description = "Odnotowuje wydanie decyzji z numerem i adresatami oraz powiadamia pozostałe systemy.",
        system = "gmina")
public class IssueDecision implements Operation<IssueDecision.Input, Nothing> {

    /** {@code documentId}: the sealed decision. */
    public record Input(String assessmentId, String caseNumber, String decisionNumber, String documentId) {}

    private final AssessmentRegister assessments;
    private final DeclarationRegister declarations;
    private final DecisionRegister decisions;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    public IssueDecision(
            AssessmentRegister assessments,
            DeclarationRegister declarations,
            DecisionRegister decisions,
            ApplicationEventPublisher events,
            OfficeClock clock) {
        this.assessments = assessments;
        this.declarations = declarations;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        AssessmentRegister.Stored stored = assessments.get(input.assessmentId());
        List<String> partyIds = JointMatter.liable(declarations.get(stored.declarationId()));
        LocalDate today = clock.today();
        boolean isNew = decisions.add(
                stored.id(), input.caseNumber(), input.decisionNumber(), input.documentId(), today, partyIds);
        if (isNew) {
            events.publishEvent(new CaseFact.DecisionIssued(
                    input.caseNumber(),
                    input.decisionNumber(),
                    input.documentId(),
                    stored.assessment().year(),
                    stored.assessment().taxDue(),
                    today,
                    partyIds));
            events.publishEvent(new CaseFact.TaxNamed(
                    input.caseNumber(),
                    stored.assessment().year(),
                    stored.assessment().kind().polish()));
        }
        return Nothing.done();
    }
}
