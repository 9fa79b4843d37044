package pl.obieg.tax;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.appeal.Contestables;
import pl.obieg.tax.appeal.Contestables.Contestable;
import pl.obieg.tax.letter.AmountInWords;

/** Drafts the new decision of an organ that finds an appeal right in whole (self-review, OP art. 226 §1). */
@OperationCard(
        label = "Napisz decyzję w trybie autokontroli",
        description = "Tworzy nową decyzję, którą organ uwzględnia odwołanie w całości: zmienia podatek albo uchyla"
                + " decyzję (art. 226 §1 OP). Otrzymują ją wszyscy adresaci zaskarżonej decyzji.",
        system = "gmina",
        refusals = "NEW_TAX_MISSING: Nie podano nowej kwoty podatku.")
public class DraftSelfReview implements Operation<DraftSelfReview.Input, DraftSelfReview.Output> {

    private static final String TEMPLATE = "letters/odwolanie/decyzja-autokontrola.ftlh";

    /**
     * @param newTax full zł; unset for a decision that sets no tax, 0: annulled
     * @param selfReviewReason why the appeal is right, as the clerk wrote it
     */
    public record Input(String caseNumber, @Nullable Long newTax, String selfReviewReason) {}

    /** @param partyIds all addressees of the decision */
    public record Output(String letterId, List<String> partyIds) {}

    private final AppealRegister appeals;
    private final Contestables contestables;
    private final OfficeLetters letters;

    public DraftSelfReview(AppealRegister appeals, Contestables contestables, OfficeLetters letters) {
        this.appeals = appeals;
        this.contestables = contestables;
        this.letters = letters;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        AppealRegister.Appeal appeal = appeals.get(input.caseNumber());
        Contestable decision = contestables.find(appeal.decisionNumber()).orElseThrow();
        boolean setsTax = decision.taxDue() != null;
        if (setsTax && input.newTax() == null) {
            throw new Refusal("NEW_TAX_MISSING", "Decyzja ustaliła podatek, więc trzeba podać jego nową kwotę.");
        }
        BigDecimal newTax = BigDecimal.valueOf(input.newTax() == null ? 0 : input.newTax());
        Map<String, Object> content = new HashMap<>();
        content.put("decisionNumber", decision.number());
        content.put("decisionDate", decision.issuedOn());
        content.put("receivedOn", appeal.receivedOn());
        content.put("setsTax", setsTax);
        content.put("taxYear", setsTax ? decision.taxYear() : 0);
        content.put("oldTax", setsTax ? decision.taxDue() : BigDecimal.ZERO);
        content.put("newTax", newTax);
        content.put("newTaxInWords", AmountInWords.of(newTax));
        content.put("reason", input.selfReviewReason());
        String letterId = letters.draft(
                new OfficeLetters.Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.DECISION,
                        TEMPLATE,
                        "uwzględniająca odwołanie od decyzji " + decision.number(),
                        content,
                        decision.partyIds()),
                call.idempotencyKey());
        return Answer.now(new Output(letterId, decision.partyIds()));
    }
}
