package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Sends a letter to the addressee's ADE (DEL-01, DEL-05, DEL-15). */
@OperationCard(
        label = "Wyślij przez e-Doręczenia",
        description = "Wysyła pismo na adres do doręczeń elektronicznych adresata albo jego pełnomocnika.",
        system = "e-doreczenia",
        refusals = {
            "ADDRESS_UNKNOWN: Nie jest znany adres do doręczeń elektronicznych.",
            "E_DELIVERY_OUTCOME_UNKNOWN: Nie wiadomo, czy operator przyjął wiadomość.",
            "CHANNEL_NOT_CONNECTED: Kanał doręczenia nie jest podłączony."
        })
public class SendByEDelivery implements Operation<SendByEDelivery.Input, SendByEDelivery.Output> {

    private final Sending sending;

    SendByEDelivery(Sending sending) {
        this.sending = sending;
    }

    /** @param deliveryId of a prepared delivery with its channel recorded */
    public record Input(String deliveryId) {}

    /** @param dispatchNumber messageTaskId of the operator */
    public record Output(String dispatchNumber) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(sending.send(input.deliveryId(), "ADE", call)));
    }
}
