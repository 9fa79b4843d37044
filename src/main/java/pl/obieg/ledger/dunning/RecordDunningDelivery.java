package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.ledger.dunning.Dunnings.Debtor;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * The upomnienie reached its addressees, or not (ARR-04, ARR-10). Its cost arises once, on the first delivery; the seven
 * days count from the last one, so that no debtor's term is cut.
 */
@OperationCard(
        label = "Odnotuj doręczenie upomnienia",
        description = "Zapisuje dzień doręczenia upomnienia, przypisuje jego koszty i liczy 7 dni na zapłatę.",
        system = "ledger")
public class RecordDunningDelivery implements Operation<RecordDunningDelivery.Input, RecordDunningDelivery.Output> {

    /** {@code legalDate}: of the delivery; {@code null} if nobody was reached. */
    public record Input(
            String dunningId, String caseNumber, @Nullable LocalDate legalDate) {}

    /** {@code dunningTermEndsOn}: last day to pay; {@code null} if nobody was reached. */
    public record Output(Boolean dunningReached, LocalDate dunningTermEndsOn) {}

    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final DunningCosts costs;
    private final LegalFigures law;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    RecordDunningDelivery(
            Dunnings dunnings,
            ArrearsReview review,
            DunningCosts costs,
            LegalFigures law,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.dunnings = dunnings;
        this.review = review;
        this.costs = costs;
        this.law = law;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Dunning dunning = dunnings.lock(input.dunningId());
        List<LocalDate> days = dunnings.debtors(dunning.id()).stream()
                .map(Debtor::deliveredOn)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        LocalDate first = days.isEmpty() ? input.legalDate() : days.get(0);
        if (first == null) {
            dunnings.undelivered(dunning.id());
            return Answer.now(new Output(false, null));
        }
        LocalDate last = days.isEmpty() ? first : days.get(days.size() - 1);
        LocalDate termEndsOn =
                calendar.endOfDays(last, law.on(last, Figure.DNI_Z_UPOMNIENIA).intValueExact());
        if (!dunning.delivered()) {
            Arrears arrears = review.of(dunning.account(), dunnings.dues(dunning.id()), clock.today());
            String costId = dunning.costId() != null
                    ? dunning.costId()
                    : costs.arise(dunning, input.caseNumber(), arrears.overdue(), first);
            dunnings.delivered(dunning.id(), first, termEndsOn, costId);
        }
        return Answer.now(new Output(true, termEndsOn));
    }
}
