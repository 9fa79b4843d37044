package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.time.LocalDate;
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
        description =
                "Zapisuje, czy podatek określono, czy postępowanie umorzono i czy decyzję doręczono. Gdy doręczono ją"
                        + " po ponad 3 miesiącach od wszczęcia, zapisuje okres bez odsetek (art. 54 § 1 pkt 7 OP).",
        system = "gmina")
public class ConcludeProceedings implements Operation<ConcludeProceedings.Input, ConcludeProceedings.Output> {

    /**
     * @param deliveredCount how many addressees the decision reached
     * @param legalDate when it was delivered
     * @param delayExcused whether a delay of more than three months is not the organ's (OP art. 54 § 2)
     */
    public record Input(
            String caseNumber,
            String proceedingsResolution,
            @Nullable Long determinedTax,
            Integer deliveredCount,
            @Nullable LocalDate legalDate,
            @Nullable Boolean delayExcused) {}

    /** {@code proceedingsOutcome}: {@code OKRESLONO}, {@code UMORZONO}, {@code NIE_DORECZONO}. */
    public record Output(String proceedingsOutcome) {}

    private final Reviews reviews;
    private final SuspendedCorrections corrections;
    private final SlowProceedings slow;
    private final OfficeClock clock;

    ConcludeProceedings(Reviews reviews, SuspendedCorrections corrections, SlowProceedings slow, OfficeClock clock) {
        this.reviews = reviews;
        this.corrections = corrections;
        this.slow = slow;
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
        if (tax != null && input.legalDate() != null) {
            slow.concluded(input.caseNumber(), input.legalDate(), Boolean.TRUE.equals(input.delayExcused()));
        }
        corrections.release(input.caseNumber(), "OKRESLONO".equals(outcome));
        return Answer.now(new Output(outcome));
    }
}
