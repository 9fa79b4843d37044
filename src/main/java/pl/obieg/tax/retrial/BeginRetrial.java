package pl.obieg.tax.retrial;

import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.JointMatter;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.retrial.RetrialRegister.Retrial;

/** Begins the assessment anew of the same taxpayers and year: the facts of the annulled decision, to be looked at again. */
@OperationCard(
        label = "Rozpocznij ponowny wymiar",
        description = "Przejmuje ustalenia z uchylonej decyzji jako punkt wyjścia ponownego wymiaru tych samych"
                + " podatników i tego samego roku.",
        system = "gmina")
public class BeginRetrial implements Operation<BeginRetrial.Input, BeginRetrial.Output> {

    public record Input(String caseNumber, String appealCase) {}

    /**
     * @param declarationId of the facts, as the annulled decision had them
     * @param annulledTax full zł
     * @param objectsNow the objects with their numbers, a line each
     * @param partyIds who owes the tax
     */
    public record Output(
            String declarationId, Integer taxYear, List<String> partyIds, Long annulledTax, String objectsNow) {}

    private final RetrialRegister retrials;
    private final RetrialFacts facts;
    private final AssessmentRegister assessments;
    private final DeclarationRegister declarations;

    public BeginRetrial(
            RetrialRegister retrials,
            RetrialFacts facts,
            AssessmentRegister assessments,
            DeclarationRegister declarations) {
        this.retrials = retrials;
        this.facts = facts;
        this.assessments = assessments;
        this.declarations = declarations;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Retrial retrial = retrials.get(input.appealCase());
        AssessmentRegister.Stored annulled = assessments.get(retrial.assessmentId());
        String declarationId = retrial.declarationId();
        if (declarationId == null) {
            declarationId = facts.takeOver(annulled, input.caseNumber());
            retrials.found(input.appealCase(), declarationId);
        }
        DeclarationRegister.Stored now = declarations.get(declarationId);
        return Answer.now(new Output(
                declarationId,
                annulled.assessment().year(),
                JointMatter.liable(now),
                annulled.assessment().taxDue().longValueExact(),
                RetrialFacts.inWords(now.declaration().objects())));
    }
}
