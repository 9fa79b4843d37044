package pl.obieg.delivery;

import java.util.Map;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Records the channel a clerk chose after the one of D13 did not work. What is not connected the clerk may send by hand
 * ({@code BY_HAND}); the basis D13 gave then stays.
 */
@OperationCard(
        label = "Zapisz kanał wybrany przez urzędnika",
        description = "Zapisuje kanał, który urzędnik wskazał zamiast wybranego z tabeli, z podstawą i uzasadnieniem.",
        system = "delivery",
        refusals = {"CHANNEL_UNKNOWN: Nie ma takiego kanału doręczenia."})
public class RecordClerkChannel implements Operation<RecordClerkChannel.Input, RecordClerkChannel.Output> {

    static final String BY_HAND = "BY_HAND";

    private static final int LONGEST_REASON = 500;
    private static final Map<String, String> BASES = Map.of(
            "REGISTERED", "art. 144 §1c pkt 1 OP",
            "COURIER", "art. 144 §1b pkt 2 OP",
            "SOLTYS", "art. 144 §4 OP",
            "OFFICE", "art. 144 §1a OP");

    private final DeliveryRegister register;

    RecordClerkChannel(DeliveryRegister register) {
        this.register = register;
    }

    /**
     * @param deliveryResolution code of the channel
     * @param deliveryNote why, or {@code null}
     */
    public record Input(String deliveryId, String deliveryResolution, String deliveryNote) {}

    /** The channel, for D14 and the registers. */
    public record Output(String channel) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        String channel = input.deliveryResolution();
        boolean byHand = BY_HAND.equals(channel);
        if (!byHand && !BASES.containsKey(channel)) {
            throw new Refusal("CHANNEL_UNKNOWN", "Nie ma takiego kanału doręczenia.");
        }
        String basis = byHand ? register.get(input.deliveryId()).channelBasis() : BASES.get(channel);
        String note = input.deliveryNote() == null ? "" : input.deliveryNote().strip();
        String reason = "Kanał wskazał urzędnik." + (note.isEmpty() ? "" : " " + note);
        register.chooseChannel(
                input.deliveryId(), channel, basis, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        return Answer.now(new Output(channel));
    }
}
