package pl.obieg.tax.retrial;

import java.math.BigDecimal;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.retrial.RetrialRegister.Retrial;

/** Writes down that an object is otherwise than the annulled decision had it; one object at a time. */
@OperationCard(
        label = "Popraw ustalenie o przedmiocie",
        description = "Zapisuje nową powierzchnię, wartość albo sposób wykorzystania przedmiotu ustalone w ponownym"
                + " postępowaniu albo usuwa przedmiot, który nie podlega opodatkowaniu.",
        system = "gmina",
        refusals = {
            "OBJECT_UNKNOWN: Decyzja nie obejmuje przedmiotu o tym numerze.",
            "FINDING_MISSING: Nie podano, co o przedmiocie ustalono."
        })
public class CorrectFinding implements Operation<CorrectFinding.Input, CorrectFinding.Output> {

    /**
     * @param declarationId of the facts of the retrial, as they are until now
     * @param findingObject number of the object, from 1
     * @param foundArea m²
     * @param foundValue zł, of a structure
     * @param foundUsage of the object; {@code USUN} takes it out
     */
    public record Input(
            String caseNumber,
            String declarationId,
            @Nullable Integer findingObject,
            @Nullable BigDecimal foundArea,
            @Nullable BigDecimal foundValue,
            @Nullable String foundUsage) {}

    /** What was found is cleared, so that the form is empty for the next object. */
    public record Output(
            String declarationId,
            String objectsNow,
            Integer findingObject,
            BigDecimal foundArea,
            BigDecimal foundValue,
            String foundUsage) {}

    private final RetrialRegister retrials;
    private final RetrialFacts facts;
    private final DeclarationRegister declarations;

    public CorrectFinding(RetrialRegister retrials, RetrialFacts facts, DeclarationRegister declarations) {
        this.retrials = retrials;
        this.facts = facts;
        this.declarations = declarations;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        String declarationId = retrials.foundBy(call.idempotencyKey()).orElseGet(() -> correct(input, call));
        return Answer.now(new Output(
                declarationId,
                RetrialFacts.inWords(
                        declarations.get(declarationId).declaration().objects()),
                null,
                null,
                null,
                null));
    }

    private String correct(Input input, Call call) {
        String usage = input.foundUsage() == null || input.foundUsage().isBlank() ? null : input.foundUsage();
        if (input.findingObject() == null || input.foundArea() == null && input.foundValue() == null && usage == null) {
            throw new Refusal(
                    "FINDING_MISSING",
                    "Podaj numer przedmiotu i to, co o nim ustalono: powierzchnię, wartość albo wykorzystanie.");
        }
        Retrial retrial = retrials.ofDeclaration(input.declarationId()).orElseThrow();
        String declarationId = facts.correct(
                declarations.get(input.declarationId()),
                new RetrialFacts.Finding(input.findingObject(), input.foundArea(), input.foundValue(), usage),
                input.caseNumber());
        retrials.found(retrial.appealCase(), declarationId, call.idempotencyKey());
        return declarationId;
    }
}
