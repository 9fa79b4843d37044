package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Sends a letter on paper: by registered post, or by the office's own people (courier, sołtys, over the counter) if D13
 * chose so (DEL-02, DEL-03).
 */
@OperationCard(
        label = "Wyślij pocztą",
        description = "Nadaje list polecony za potwierdzeniem odbioru; przy doręczeniu własnym (goniec, sołtys, odbiór"
                + " w urzędzie) nadaje numer z książki doręczeń.",
        system = "post",
        refusals = {
            "ADDRESS_INCOMPLETE: Adres pocztowy adresata jest niepełny.",
            "SHIPMENT_REJECTED: Poczta odrzuciła przesyłkę.",
            "CHANNEL_NOT_CONNECTED: Kanał doręczenia nie jest podłączony."
        })
public class SendByPost implements Operation<SendByPost.Input, SendByPost.Output> {

    private final Sending sending;
    private final DeliveryRegister register;

    SendByPost(Sending sending, DeliveryRegister register) {
        this.sending = sending;
        this.register = register;
    }

    /** @param deliveryId of a prepared delivery with its channel recorded */
    public record Input(String deliveryId) {}

    /** @param dispatchNumber numerNadania (20 digits), or the number in the office's own book of deliveries */
    public record Output(String dispatchNumber) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        String chosen = register.get(input.deliveryId()).channel();
        String code = chosen == null ? "REGISTERED" : chosen;
        return Answer.now(new Output(sending.send(input.deliveryId(), code, call)));
    }
}
