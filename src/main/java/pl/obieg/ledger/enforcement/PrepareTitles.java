package pl.obieg.ledger.enforcement;

import java.util.List;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.dunning.Dunnings;
import pl.obieg.ledger.dunning.Dunnings.Debtor;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** One title for each debtor the upomnienie reached; spouses who answer jointly stand on one (ARR-09, UPEA art. 27c). */
@OperationCard(
        label = "Przygotuj tytuły wykonawcze",
        description = "Zakłada osobny tytuł wykonawczy dla każdego dłużnika, któremu doręczono upomnienie; małżonkowie"
                + " odpowiadający majątkiem wspólnym są na jednym.",
        system = "enforcement",
        refusals = "NOT_TWO_PERSONS: Jeden tytuł na małżonków wymaga dokładnie dwóch osób fizycznych, którym doręczono"
                + " upomnienie.")
public class PrepareTitles implements Operation<PrepareTitles.Input, PrepareTitles.Output> {

    /** {@code spousesJoint}: the two debtors are spouses who answer with their common property. */
    public record Input(String dunningId, @Nullable Boolean spousesJoint) {}

    /** {@code titleIds}: each runs as a procedure of its own; none if nobody was called. */
    public record Output(List<String> titleIds) {}

    private final Dunnings dunnings;
    private final Titles titles;
    private final Parties parties;
    private final OfficeClock clock;

    PrepareTitles(Dunnings dunnings, Titles titles, Parties parties, OfficeClock clock) {
        this.dunnings = dunnings;
        this.titles = titles;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Dunning dunning = dunnings.lock(input.dunningId());
        List<String> reached = dunnings.debtors(dunning.id()).stream()
                .filter(debtor -> debtor.deliveredOn() != null)
                .map(Debtor::partyId)
                .toList();
        if (reached.isEmpty()) {
            // Meanwhile the delivery was found defective (UPEA art. 15 §1): without titles the arrear is looked at
            // again.
            return Answer.now(new Output(List.of()));
        }
        if (Boolean.TRUE.equals(input.spousesJoint())) {
            boolean two = reached.size() == 2
                    && reached.stream().allMatch(id -> parties.get(id).kind() == Party.Kind.NATURAL);
            if (!two) {
                throw new Refusal(
                        "NOT_TWO_PERSONS",
                        "Jeden tytuł na małżonków wymaga dokładnie dwóch osób fizycznych,"
                                + " którym doręczono upomnienie.");
            }
            return Answer.now(new Output(List.of(titles.prepare(dunning.id(), reached, true, clock.today()))));
        }
        return Answer.now(new Output(reached.stream()
                .map(id -> titles.prepare(dunning.id(), List.of(id), false, clock.today()))
                .toList()));
    }
}
