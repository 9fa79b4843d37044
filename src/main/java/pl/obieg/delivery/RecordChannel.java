package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Records the channel D13 chose and why. It opens a new attempt, also after a failed one. */
@OperationCard(
        label = "Zapisz kanał doręczenia",
        description = "Zapisuje wybrany kanał, podstawę prawną i uzasadnienie w rejestrze doręczeń.",
        system = "delivery")
public class RecordChannel implements Operation<RecordChannel.Input, Nothing> {

    private final DeliveryRegister register;

    RecordChannel(DeliveryRegister register) {
        this.register = register;
    }

    /** Outputs of D13. */
    public record Input(String deliveryId, String channel, String channelBasis, String channelReason) {}

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        register.chooseChannel(input.deliveryId(), input.channel(), input.channelBasis(), input.channelReason());
        return Nothing.done();
    }
}
