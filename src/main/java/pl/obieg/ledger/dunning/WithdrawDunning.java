package pl.obieg.ledger.dunning;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Takes back an upomnienie that went out before anything was overdue (a delivery was found defective later). */
@OperationCard(
        label = "Wycofaj upomnienie",
        description = "Odnotowuje wycofanie przedwczesnego upomnienia; jego koszty odpadają.",
        system = "ledger")
public class WithdrawDunning implements Operation<WithdrawDunning.Input, Nothing> {

    /** The round of dunning. */
    public record Input(String dunningId) {}

    private final Dunnings dunnings;
    private final DunningCosts costs;

    WithdrawDunning(Dunnings dunnings, DunningCosts costs) {
        this.dunnings = dunnings;
        this.costs = costs;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Dunning dunning = dunnings.lock(input.dunningId());
        dunnings.state(dunning.id(), Dunning.State.WITHDRAWN);
        costs.cancel(
                dunning,
                "Upomnienie wysłano, zanim minął termin płatności liczony od właściwej daty doręczenia"
                        + " decyzji, dlatego jego koszty nie są należne (ARR-04, ARR-06, PT-65).");
        return Nothing.done();
    }
}
