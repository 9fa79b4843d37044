package pl.obieg.ledger.enforcement;

import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** A title that never reached the enforcement office, or was rejected there, is given up. */
@OperationCard(
        label = "Zaniechaj tytułu",
        description = "Odnotowuje, że tytułu nie wysłano albo że po odrzuceniu nie będzie poprawiony.",
        system = "enforcement")
public class AbandonTitle implements Operation<AbandonTitle.Input, Nothing> {

    /** The title. */
    public record Input(String titleId) {}

    private final Titles titles;
    private final OfficeClock clock;

    AbandonTitle(Titles titles, OfficeClock clock) {
        this.titles = titles;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        titles.close(input.titleId(), Titles.State.WITHDRAWN, clock.today());
        return Nothing.done();
    }
}
