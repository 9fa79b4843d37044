package pl.obieg.delivery;

import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Sends a letter to the addressee's ePUAP box; there is no fiction of delivery since 1.01.2026 (DEL-24). */
@OperationCard(
        label = "Wyślij przez ePUAP",
        description = "Wysyła pismo na skrytkę ePUAP adresata za urzędowym poświadczeniem doręczenia.",
        system = "epuap",
        refusals = {
            "ADDRESS_UNKNOWN: Nie jest znana skrytka ePUAP adresata.",
            "CHANNEL_NOT_CONNECTED: Kanał doręczenia nie jest podłączony."
        })
public class SendByEpuap implements Operation<SendByEpuap.Input, SendByEpuap.Output> {

    private final Sending sending;

    SendByEpuap(Sending sending) {
        this.sending = sending;
    }

    /** @param deliveryId of a prepared delivery with its channel recorded */
    public record Input(String deliveryId) {}

    /** @param dispatchNumber identyfikatorZlecenia of the Doręczyciel */
    public record Output(String dispatchNumber) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(sending.send(input.deliveryId(), "EPUAP", call)));
    }
}
