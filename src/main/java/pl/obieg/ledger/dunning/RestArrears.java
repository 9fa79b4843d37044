package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** The dues of a round that was given up are left alone for a while, so that the daily look does not bring them back. */
@OperationCard(
        label = "Odłóż zaległość",
        description = "Przez liczbę dni ustaloną w ustawieniach przegląd zaległości nie wraca do tych rat, chyba że"
                + " zbliża się przedawnienie.",
        system = "ledger")
public class RestArrears implements Operation<RestArrears.Input, Nothing> {

    /** The round of dunning. */
    public record Input(String dunningId) {}

    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final ArrearsSettings settings;
    private final OfficeClock clock;

    RestArrears(Dunnings dunnings, ArrearsReview review, ArrearsSettings settings, OfficeClock clock) {
        this.dunnings = dunnings;
        this.review = review;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Dunning dunning = dunnings.lock(input.dunningId());
        LocalDate today = clock.today();
        LocalDate until =
                today.plusDays(dunning.delivered() ? settings.restAfterDiscontinuance() : settings.restAfterGivingUp());
        // The whole term of limitation must stay usable: the last half year belongs to the next round.
        LocalDate latest = review.of(dunning.account(), dunnings.dues(dunning.id()), today).overdue().stream()
                .map(due -> review.limitation(due).lastDay())
                .filter(java.util.Objects::nonNull)
                .map(last -> last.minusMonths(6))
                .min(LocalDate::compareTo)
                .orElse(until);
        dunnings.rest(dunning.id(), latest.isBefore(until) ? latest : until);
        return Nothing.done();
    }
}
