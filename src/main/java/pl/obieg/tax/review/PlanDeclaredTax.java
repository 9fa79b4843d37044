package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.Assessment;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Instalments of the tax as it was declared: it is the tax to pay from the day it was declared, whatever the office will
 * find (PT-12, OP art. 21 § 2), so it is charged before the verification and corrected after it. What a decision or a later
 * declaration has settled elsewhere stays (art. 81, 81b § 1 pkt 2). That a declaration corrects another is told before the
 * tax is charged, so that payments in the seven days of INT-03 earn their rate.
 */
@OperationCard(
        label = "Zaplanuj raty podatku zadeklarowanego",
        description = "Dzieli podatek z deklaracji na raty w terminach ustawowych, zanim deklarację się sprawdzi.",
        system = "gmina")
public class PlanDeclaredTax implements Operation<PlanDeclaredTax.Input, PlanDeclaredTax.Output> {

    /** {@code assessmentId}: the tax as the office computes it; it stands in where the form names no sum. */
    public record Input(String caseNumber, String declarationId, String assessmentId) {}

    public record Output(List<Instalment> declaredInstalments) {}

    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final DeclaredTax tax;
    private final Reviews reviews;
    private final OwnWillCorrections corrections;
    private final ApplicationEventPublisher events;

    PlanDeclaredTax(
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            DeclaredTax tax,
            Reviews reviews,
            OwnWillCorrections corrections,
            ApplicationEventPublisher events) {
        this.declarations = declarations;
        this.assessments = assessments;
        this.tax = tax;
        this.reviews = reviews;
        this.corrections = corrections;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Assessment computed = assessments.get(input.assessmentId()).assessment();
        DeclarationRegister.Stored stored = declarations.get(input.declarationId());
        corrections.of(stored, input.caseNumber(), input.assessmentId()).ifPresent(events::publishEvent);
        BigDecimal declared = reviews.determinedElsewhere(input.caseNumber(), stored.id())
                .or(() -> reviews.correctedElsewhere(input.caseNumber(), stored.id()))
                .map(Reviews.Elsewhere::tax)
                .orElse(stored.declaration().declared().tax());
        boolean same = declared == null || declared.compareTo(computed.taxDue()) == 0;
        return Answer.now(new Output(
                same ? computed.instalments() : tax.instalments(input.caseNumber(), computed.year(), declared)));
    }
}
