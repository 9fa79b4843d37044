package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.LawTables;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.DeclarationRegister;

/** The office's check of a declaration a taxpayer computed himself (czynności sprawdzające, OP art. 272, P03). */
@OperationCard(
        label = "Sprawdź deklarację",
        description =
                "Sprawdza formularz i termin złożenia deklaracji, jej sumy, zgodność z podatkiem obliczonym przez urząd i"
                        + " z poprzednią deklaracją; odpowiada danymi dla tabeli „Sposób załatwienia”.",
        system = "gmina",
        refusals = "THRESHOLD_MISSING: W tabeli nie ma progu własnej korekty na ten rok.")
public class CheckDeclaration implements Operation<CheckDeclaration.Input, CheckDeclaration.Output> {

    /** {@code instalmentsOverdue}: what the ledger found, or unset. */
    public record Input(
            String caseNumber,
            String declarationId,
            String assessmentId,
            @Nullable Integer instalmentsOverdue) {}

    /**
     * Inputs of the table {@code sposob-zalatwienia} and a text for the clerk.
     *
     * @param finding {@code NONE}, {@code LATE}, {@code DOUBT}, {@code ERROR}, {@code WRONG_FORM}
     * @param difference between the computed and the declared tax, full zł, not negative
     * @param limit of a correction by the organ, full zł
     * @param formerStep {@code NONE}: nothing has been tried with this declaration yet
     * @param findingsInWords Polish sentences without personal data; "" if none
     */
    public record Output(String finding, Long difference, Long limit, String formerStep, String findingsInWords) {}

    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final LawTables law;
    private final FilingManner manner;
    private final DeclarationDoubts doubts;
    private final Reasons reasons;

    CheckDeclaration(
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            LawTables law,
            FilingManner manner,
            DeclarationDoubts doubts,
            Reasons reasons) {
        this.declarations = declarations;
        this.assessments = assessments;
        this.law = law;
        this.manner = manner;
        this.doubts = doubts;
        this.reasons = reasons;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        DeclarationRegister.Stored stored = declarations.get(input.declarationId());
        BigDecimal computed = assessments.get(input.assessmentId()).assessment().taxDue();
        int overdue = input.instalmentsOverdue() == null ? 0 : input.instalmentsOverdue();
        DeclarationDoubts.Doubts doubt = doubts.of(stored, computed);
        DeclarationFindings found = DeclarationFindings.of(
                stored.declaration(),
                stored.receivedOn(),
                manner.termOf(stored.declaration()),
                manner.requiredForm(stored).orElse(stored.declaration().form()),
                computed,
                overdue,
                doubt.sentences());
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Data złożenia", Polish.date(stored.receivedOn()));
        inputs.put("Podatek obliczony", Polish.zloty(computed));
        inputs.put("Raty niezapłacone w terminie", String.valueOf(overdue));
        inputs.putAll(doubt.compared());
        reasons.keep(
                input.caseNumber(),
                input.caseNumber(),
                "Sprawdzenie deklaracji (art. 272 OP)",
                inputs,
                found.sentences().isEmpty() ? List.of("Bez uwag (DN1-0).") : found.sentences());
        return Answer.now(new Output(
                found.finding().name(),
                found.difference().longValueExact(),
                law.threshold("OWN_CORRECTION", stored.declaration().year()).longValue(),
                DeclarationReview.FormerStep.NONE.name(),
                String.join(" ", found.sentences())));
    }
}
