package pl.obieg.tax.review;

import java.math.BigDecimal;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Notes how tax proceedings ended; a decision that reached nobody binds nobody (OP art. 212). Corrections that waited for
 * the end are taken up or lapse (art. 81b).
 */
@OperationCard(
        label = "Odnotuj wynik postępowania",
        description = "Zapisuje, czy podatek określono, czy postępowanie umorzono i czy decyzję doręczono.",
        system = "gmina")
public class ConcludeProceedings implements Operation<ConcludeProceedings.Input, ConcludeProceedings.Output> {

    /** {@code deliveredCount}: how many addressees the decision reached. */
    public record Input(
            String caseNumber,
            String proceedingsResolution,
            @Nullable Long determinedTax,
            Integer deliveredCount) {}

    /** {@code proceedingsOutcome}: {@code OKRESLONO}, {@code UMORZONO}, {@code NIE_DORECZONO}. */
    public record Output(String proceedingsOutcome) {}

    private final Reviews reviews;
    private final SuspendedCorrections corrections;
    private final OfficeClock clock;

    ConcludeProceedings(Reviews reviews, SuspendedCorrections corrections, OfficeClock clock) {
        this.reviews = reviews;
        this.corrections = corrections;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        boolean discontinued = "UMORZ".equals(input.proceedingsResolution());
        boolean delivered = input.deliveredCount() != null && input.deliveredCount() > 0;
        String outcome = !delivered ? "NIE_DORECZONO" : discontinued ? "UMORZONO" : "OKRESLONO";
        BigDecimal tax = "OKRESLONO".equals(outcome) ? BigDecimal.valueOf(input.determinedTax()) : null;
        reviews.endProceedings(input.caseNumber(), outcome, tax, clock.today());
        corrections.release(input.caseNumber(), "OKRESLONO".equals(outcome));
        return Answer.now(new Output(outcome));
    }
}
