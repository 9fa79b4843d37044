package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Leaves a delivery as it was concluded, although later evidence says otherwise. */
@OperationCard(
        label = "Pozostaw wynik doręczenia",
        description = "Odnotowuje, że późniejszy dowód nie zmienia ustalonej daty doręczenia.",
        system = "delivery")
public class KeepConclusion implements Operation<KeepConclusion.Input, Nothing> {

    private final Doubts doubts;

    KeepConclusion(Doubts doubts) {
        this.doubts = doubts;
    }

    /** @param doubtRemark why; Polish, without personal data */
    public record Input(String deliveryId, String doubtRemark) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        doubts.keep(input.deliveryId(), input.doubtRemark());
        return Nothing.done();
    }
}
