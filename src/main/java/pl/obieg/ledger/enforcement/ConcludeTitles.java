package pl.obieg.ledger.enforcement;

import java.util.List;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.dunning.ArrearsReview;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.dunning.Dunnings;
import pl.obieg.ledger.enforcement.Titles.State;
import pl.obieg.ledger.enforcement.Titles.Title;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** How the enforcement by all titles of a round ended. */
@OperationCard(
        label = "Podsumuj egzekucję",
        description = "Mówi, czy egzekucja zakończyła się zapłatą, umorzeniem czy wycofaniem tytułów.",
        system = "enforcement")
public class ConcludeTitles implements Operation<ConcludeTitles.Input, ConcludeTitles.Output> {

    /** The round of dunning. */
    public record Input(String dunningId) {}

    /** {@code enforcementOutcome}: {@code PAID}, {@code DISCONTINUED} or {@code WITHDRAWN}. */
    public record Output(String enforcementOutcome) {}

    private final Titles titles;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final OfficeClock clock;

    ConcludeTitles(Titles titles, Dunnings dunnings, ArrearsReview review, OfficeClock clock) {
        this.titles = titles;
        this.dunnings = dunnings;
        this.review = review;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Dunning dunning = dunnings.lock(input.dunningId());
        List<State> states =
                titles.ofDunning(dunning.id()).stream().map(Title::state).toList();
        // A title withdrawn since a relief was granted, its dues were remitted or its ground was lost leaves it to D11
        // and
        // D12 what comes next, whether or not anything is overdue now.
        String outcome = states.contains(State.PAID)
                ? "PAID"
                : states.contains(State.DISCONTINUED) ? nothingOverdue(dunning) ? "PAID" : "DISCONTINUED" : "WITHDRAWN";
        return Answer.now(new Output(outcome));
    }

    private boolean nothingOverdue(Dunning dunning) {
        return review.of(dunning.account(), dunnings.dues(dunning.id()), clock.today())
                .overdue()
                .isEmpty();
    }
}
