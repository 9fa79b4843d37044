package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Sends a letter to the addressee's ADE (DEL-01, DEL-05, DEL-15), or by the public hybrid service of the same operator, who
 * prints it and brings it to the address (DEL-02).
 */
@OperationCard(
        label = "Wyślij przez e-Doręczenia",
        description =
                "Wysyła pismo na adres do doręczeń elektronicznych adresata albo jego pełnomocnika, albo publiczną"
                        + " usługą hybrydową na adres pocztowy.",
        system = "e-doreczenia",
        refusals = {
            "ADDRESS_UNKNOWN: Nie jest znany adres do doręczeń elektronicznych.",
            "ADDRESS_INCOMPLETE: Adres pocztowy adresata jest niepełny.",
            "E_DELIVERY_OUTCOME_UNKNOWN: Nie wiadomo, czy operator przyjął wiadomość.",
            "CHANNEL_NOT_CONNECTED: Kanał doręczenia nie jest podłączony."
        })
public class SendByEDelivery implements Operation<SendByEDelivery.Input, SendByEDelivery.Output> {

    private final Sending sending;
    private final DeliveryRegister register;

    SendByEDelivery(Sending sending, DeliveryRegister register) {
        this.sending = sending;
        this.register = register;
    }

    /** @param deliveryId of a prepared delivery with its channel recorded */
    public record Input(String deliveryId) {}

    /** @param dispatchNumber messageTaskId of the operator */
    public record Output(String dispatchNumber) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        boolean hybrid = "PUH".equals(register.get(input.deliveryId()).channel());
        return Answer.now(new Output(sending.send(input.deliveryId(), hybrid ? "PUH" : "ADE", call)));
    }
}
