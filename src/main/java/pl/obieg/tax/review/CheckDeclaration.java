package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.StatutoryCalendar;
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
        description = "Sprawdza termin złożenia deklaracji, jej sumy i zgodność z podatkiem obliczonym przez urząd;"
                + " odpowiada danymi dla tabeli „Sposób załatwienia”.",
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
     * @param finding {@code NONE}, {@code LATE}, {@code ERROR}
     * @param difference between the computed and the declared tax, full zł, not negative
     * @param limit of a correction by the organ, full zł
     * @param formerStep {@code NONE}: nothing has been tried with this declaration yet
     * @param findingsInWords Polish sentences without personal data; "" if none
     */
    public record Output(String finding, Long difference, Long limit, String formerStep, String findingsInWords) {}

    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final LawTables law;
    private final StatutoryCalendar calendar;
    private final Reasons reasons;

    public CheckDeclaration(
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            LawTables law,
            StatutoryCalendar calendar,
            Reasons reasons) {
        this.declarations = declarations;
        this.assessments = assessments;
        this.law = law;
        this.calendar = calendar;
        this.reasons = reasons;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        DeclarationRegister.Stored stored = declarations.get(input.declarationId());
        BigDecimal computed = assessments.get(input.assessmentId()).assessment().taxDue();
        int overdue = input.instalmentsOverdue() == null ? 0 : input.instalmentsOverdue();
        DeclarationFindings found =
                DeclarationFindings.of(stored.declaration(), stored.receivedOn(), computed, overdue, calendar);
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Data złożenia", Polish.date(stored.receivedOn()));
        inputs.put("Podatek obliczony", Polish.zloty(computed));
        inputs.put("Raty niezapłacone w terminie", String.valueOf(overdue));
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
