package pl.obieg.tax;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.assessment.TaxKind;
import pl.obieg.tax.declaration.DeclarationRegister;

/**
 * Drafts the decision that ends an assessment which filing the information began (PT-09) and which may not set a tax:
 * below the cost of a letter (PT-15; it stays in the files) or after the limitation (PT-13, OP art. 208 § 1).
 */
@OperationCard(
        label = "Napisz decyzję umarzającą wymiar",
        description = "Przygotowuje decyzję umarzającą postępowanie: gdy podatek nie przekracza kosztu listu poleconego"
                + " (zostaje w aktach bez doręczenia) albo gdy upłynął termin wydania decyzji.",
        system = "gmina")
public class DraftDiscontinuation implements Operation<DraftDiscontinuation.Input, DraftDiscontinuation.Output> {

    private static final String EXPIRED = "EXPIRED";

    /**
     * @param decisionDue answer of D06: {@code NO} below the cost of a letter, {@code EXPIRED}
     * @param issueReason its sentence
     * @param assessmentId unset if limitation has passed
     */
    public record Input(
            String caseNumber,
            String declarationId,
            Integer taxYear,
            List<String> partyIds,
            String decisionDue,
            String issueReason,
            @Nullable String assessmentId,
            @Nullable Long taxDue,
            @Nullable BigDecimal letterCost) {}

    public record Output(String letterId) {}

    private final OfficeLetters letters;
    private final DeclarationRegister declarations;
    private final AssessmentRegister assessments;
    private final TaxSettings settings;

    DraftDiscontinuation(
            OfficeLetters letters,
            DeclarationRegister declarations,
            AssessmentRegister assessments,
            TaxSettings settings) {
        this.letters = letters;
        this.declarations = declarations;
        this.assessments = assessments;
        this.settings = settings;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        boolean expired = EXPIRED.equals(input.decisionDue());
        TaxKind kind = kindOf(input);
        Map<String, Object> content = new HashMap<>();
        content.put("expired", expired);
        content.put("year", String.valueOf(input.taxYear()));
        content.put("taxLocative", kind.locative());
        content.put("provision", provision(kind));
        content.put("reason", input.issueReason());
        content.put("tax", input.taxDue() == null ? "" : Polish.zloty(BigDecimal.valueOf(input.taxDue())));
        content.put("letterCost", input.letterCost() == null ? "" : Polish.money(input.letterCost()));
        content.put("appealBody", settings.office().appealBody());
        return Answer.now(new Output(letters.draft(
                new OfficeLetters.Draft(
                        input.caseNumber(),
                        expired ? OfficeLetters.Kind.DECISION : OfficeLetters.Kind.FILE_DECISION,
                        "letters/podatek-od-nieruchomosci/umorzenie.ftlh",
                        "umarzająca postępowanie w sprawie ustalenia zobowiązania w " + kind.locative() + " za rok "
                                + input.taxYear(),
                        content,
                        input.partyIds()),
                call.idempotencyKey())));
    }

    private TaxKind kindOf(Input input) {
        return input.assessmentId() == null
                ? TaxKind.ofForm(
                        declarations.get(input.declarationId()).declaration().form())
                : assessments.get(input.assessmentId()).assessment().kind();
    }

    /** Where the law says that so small a tax is not assessed (PT-15). */
    private static String provision(TaxKind kind) {
        return switch (kind) {
            case PROPERTY -> "art. 6 ust. 8a ustawy z dnia 12 stycznia 1991 r. o podatkach i opłatach lokalnych";
            case AGRICULTURAL -> "art. 6a ust. 6a ustawy z dnia 15 listopada 1984 r. o podatku rolnym";
            case FOREST -> "art. 6 ustawy z dnia 30 października 2002 r. o podatku leśnym";
            case JOINT -> "art. 6a ust. 6a i art. 6c ust. 1 ustawy z dnia 15 listopada 1984 r. o podatku rolnym";
        };
    }
}
