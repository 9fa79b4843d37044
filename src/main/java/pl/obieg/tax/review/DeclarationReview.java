package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.tax.assessment.LawTables;

/**
 * What follows from a finding about a DN-1 (czynności sprawdzające, OP art. 272–274a): the table
 * {@code sposob-zalatwienia} says it, the limit of an own correction comes from the law pack.
 */
@Component
public class DeclarationReview {

    private final Decisions decisions;
    private final LawTables law;

    public DeclarationReview(Decisions decisions, LawTables law) {
        this.decisions = decisions;
        this.law = law;
    }

    /** What the check found. */
    public enum Finding {
        NONE,
        LATE,
        ERROR,
        DOUBT,
        NOT_FILED
    }

    /** How the step before ended. */
    public enum FormerStep {
        NONE,
        UNANSWERED,
        UNSOLVED,
        OBJECTED
    }

    /**
     * What to do.
     *
     * @param action {@code ACCEPT}, {@code OWN_CORRECTION}, {@code CALL_TO_CORRECT}, {@code CALL_TO_EXPLAIN},
     *     {@code CALL_TO_FILE}, {@code PROCEEDINGS}
     * @param answerDays the taxpayer has for an objection, an answer or his say; 0 if he need not answer
     * @param basis articles
     * @param reason Polish sentence for the clerk
     */
    public record Outcome(String action, int answerDays, String basis, String reason) {}

    /**
     * @param declared tax, zł
     * @param computed tax, zł
     */
    public Outcome of(Finding finding, BigDecimal declared, BigDecimal computed, FormerStep former, int year) {
        Map<String, Object> row = decisions.askOne(
                "sposob-zalatwienia",
                Map.of(
                        "finding", finding.name(),
                        "difference", computed.subtract(declared).abs(),
                        "formerStep", former.name(),
                        "limit", law.threshold("OWN_CORRECTION", year)));
        return new Outcome(
                (String) row.get("action"),
                Integer.parseInt(row.get("answerDays").toString()),
                (String) row.get("actionBasis"),
                (String) row.get("actionReason"));
    }
}
