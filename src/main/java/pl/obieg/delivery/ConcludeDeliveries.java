package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Looks at the deliveries of one letter to all its addressees. The legal date that counts for the common due dates is
 * the latest one: house rule UR-12 in favour of the parties, since the liability arises for each addressee on the day of
 * his own copy (PT-53, PT-65).
 */
@OperationCard(
        label = "Ustal skutek doręczeń",
        description =
                "Podsumowuje doręczenia pisma wszystkim adresatom: ile było skutecznych i kiedy nastąpiło ostatnie.",
        system = "delivery")
public class ConcludeDeliveries implements Operation<ConcludeDeliveries.Input, ConcludeDeliveries.Output> {

    private static final String DEAD = "DEAD";

    private final DeliveryRegister register;
    private final ReceiptDesk receipts;

    public ConcludeDeliveries(DeliveryRegister register, ReceiptDesk receipts) {
        this.register = register;
        this.receipts = receipts;
    }

    public record Input(List<String> deliveryIds) {}

    /**
     * @param legalDate of the latest effective delivery, {@code null} if none was effective
     * @param deliveredCount effective deliveries
     * @param undeliveredCount the others
     * @param deliveredPartyIds addressees of the effective ones
     * @param deadCount of the others, those that came back since the addressee has died (OP art. 97)
     */
    public record Output(
            LocalDate legalDate,
            Integer deliveredCount,
            Integer undeliveredCount,
            List<String> deliveredPartyIds,
            Integer deadCount) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        List<Delivery> effective = input.deliveryIds().stream()
                .map(register::get)
                .filter(delivery -> delivery.legalDate() != null)
                .toList();
        return Answer.now(new Output(
                effective.stream()
                        .map(Delivery::legalDate)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                effective.size(),
                input.deliveryIds().size() - effective.size(),
                effective.stream().map(Delivery::partyId).distinct().toList(),
                Math.toIntExact(
                        input.deliveryIds().stream().filter(this::isOfTheDead).count())));
    }

    private boolean isOfTheDead(String id) {
        return register.get(id).legalDate() == null
                && DEAD.equals(receipts.finding(id).returnReason());
    }
}
