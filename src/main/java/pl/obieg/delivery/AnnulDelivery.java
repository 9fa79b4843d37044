package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Finds a delivery defective: none of the attempts made so far counts any more, the letter must be delivered anew. */
@OperationCard(
        label = "Uznaj doręczenie za wadliwe",
        description = "Odnotowuje, że dotychczasowe próby doręczenia nie są skuteczne, i zawiadamia inne systemy.",
        system = "delivery")
public class AnnulDelivery implements Operation<AnnulDelivery.Input, Nothing> {

    private final Doubts doubts;

    AnnulDelivery(Doubts doubts) {
        this.doubts = doubts;
    }

    /** @param doubtRemark why; Polish, without personal data */
    public record Input(String deliveryId, String doubtRemark) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        doubts.annul(input.deliveryId(), input.doubtRemark());
        return Nothing.done();
    }
}
