package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Notes that the procedure has given the delivery up. Evidence that comes later and shows a delivery is then told to a clerk
 * as a doubt, since no task waits for it.
 */
@OperationCard(
        label = "Zamknij doręczenie bez skutku",
        description = "Odnotowuje, że pisma nie doręczono; późniejszy dowód doręczenia trafi do wyjaśnienia.",
        system = "delivery")
public class CloseUndelivered implements Operation<CloseUndelivered.Input, Nothing> {

    private final DeliveryRegister register;

    CloseUndelivered(DeliveryRegister register) {
        this.register = register;
    }

    public record Input(String deliveryId) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        register.close(input.deliveryId());
        return Nothing.done();
    }
}
