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
        refusals = {
            "CHANNEL_UNKNOWN: Nie ma takiego kanału doręczenia.",
            "NOT_BY_SOLTYS: Upomnienia i tytułu wykonawczego sołtys nie doręcza."
        })
public class RecordClerkChannel implements Operation<RecordClerkChannel.Input, RecordClerkChannel.Output> {

    static final String BY_HAND = "BY_HAND";

    private static final int LONGEST_REASON = 500;
    private static final String SOLTYS = "SOLTYS";
    private static final Map<Provisions, Map<String, String>> BASES = Map.of(
            Provisions.OP,
            Map.of(
                    "REGISTERED",
                    "art. 144 §1c pkt 1 OP",
                    "COURIER",
                    "art. 144 §1b pkt 2 OP",
                    SOLTYS,
                    "art. 144 §4 OP",
                    "OFFICE",
                    "art. 144 §1a OP"),
            Provisions.KPA,
            Map.of(
                    "REGISTERED", "art. 39 §3 pkt 1 KPA",
                    "COURIER", "art. 39 §2 pkt 2 KPA",
                    "OFFICE", "art. 39 §1 KPA"));

    private final DeliveryRegister register;
    private final HowToReach howToReach;

    RecordClerkChannel(DeliveryRegister register, HowToReach howToReach) {
        this.register = register;
        this.howToReach = howToReach;
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
        Delivery delivery = howToReach.apply(input.deliveryId());
        Provisions law = register.provisionsOf(delivery.documentId());
        Map<String, String> bases = BASES.get(law);
        if (law == Provisions.KPA && SOLTYS.equals(channel)) {
            throw new Refusal(
                    "NOT_BY_SOLTYS",
                    "Upomnienie i tytuł wykonawczy doręcza się według KPA, a sołtys może doręczać tylko pisma podatkowe"
                            + " (art. 144 § 4 OP). Wybierz inny kanał.");
        }
        if (!byHand && !bases.containsKey(channel)) {
            throw new Refusal("CHANNEL_UNKNOWN", "Nie ma takiego kanału doręczenia.");
        }
        String basis = byHand ? delivery.channelBasis() : bases.get(channel);
        String note = input.deliveryNote() == null ? "" : input.deliveryNote().strip();
        String reason = "Kanał wskazał urzędnik." + (note.isEmpty() ? "" : " " + note);
        register.chooseChannel(
                input.deliveryId(), channel, basis, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        return Answer.now(new Output(channel));
    }
}
