package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.List;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Sets what was concluded of a delivery beside what its evidence says now, for the clerk who must choose. */
@OperationCard(
        label = "Porównaj dowody doręczenia",
        description = "Zestawia zapisany wynik doręczenia z wynikiem, który wynika z obecnych dowodów.",
        system = "delivery")
public class CompareReceipts implements Operation<CompareReceipts.Input, CompareReceipts.Output> {

    private final DeliveryRegister register;
    private final Reconclusion reconclusion;

    CompareReceipts(DeliveryRegister register, Reconclusion reconclusion) {
        this.register = register;
        this.reconclusion = reconclusion;
    }

    /** @param deliveryId of a delivery that was concluded */
    public record Input(String deliveryId) {}

    /**
     * @param deliveryIds all deliveries of the same letter, this one too
     * @param concludedStatus the recorded result of D14
     * @param concludedOn the recorded legal day, {@code null} if there is none
     * @param newStatus result of D14 by the evidence of now
     * @param newLegalDate legal day by the evidence of now, {@code null} if that is no delivery
     */
    public record Output(
            List<String> deliveryIds,
            String channel,
            String concludedStatus,
            LocalDate concludedOn,
            String newStatus,
            LocalDate newLegalDate) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = register.get(input.deliveryId());
        Reconclusion.Outlook outlook = reconclusion.outlook(delivery.id());
        return Answer.now(new Output(
                register.ofSameLetter(delivery),
                delivery.channel(),
                delivery.status(),
                delivery.legalDate(),
                outlook.status(),
                outlook.legalDate()));
    }
}
