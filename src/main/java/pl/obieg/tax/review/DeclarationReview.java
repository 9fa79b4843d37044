package pl.obieg.tax.review;

import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;

/**
 * What a check of a declaration can find, and how long a taxpayer who is called has to answer (czynności sprawdzające, OP
 * art. 272–274a). What is to be done says the table {@code sposob-zalatwienia}.
 */
@Component
public class DeclarationReview {

    private final Decisions decisions;

    public DeclarationReview(Decisions decisions) {
        this.decisions = decisions;
    }

    /** What the check found. */
    public enum Finding {
        NONE,
        LATE,
        DOUBT,
        ERROR,
        WRONG_FORM,
        NOT_FILED
    }

    /** How the step before ended. */
    public enum FormerStep {
        NONE,
        UNANSWERED,
        UNSOLVED,
        OBJECTED
    }

    /** Days to answer a call to file (UR-06). */
    int daysToFile() {
        Object days = decisions
                .askOne(
                        "sposob-zalatwienia",
                        Map.of(
                                "finding",
                                Finding.NOT_FILED.name(),
                                "difference",
                                0,
                                "formerStep",
                                FormerStep.NONE.name(),
                                "limit",
                                0))
                .get("callDays");
        return Integer.parseInt(days.toString());
    }
}
