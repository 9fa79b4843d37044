package pl.obieg.delivery;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Gives up waiting for the evidence of the last attempt, so that the letter can go another way. If the evidence comes after
 * all and shows a delivery, it counts: the first effective attempt does.
 */
@OperationCard(
        label = "Uznaj przesyłkę za zaginioną",
        description = "Odnotowuje, że na potwierdzenie ostatniej próby doręczenia już się nie czeka.",
        system = "delivery")
public class DeclareLost implements Operation<DeclareLost.Input, DeclareLost.Output> {

    static final String LOST = "LOST";
    private static final String PROBLEM = "Operator nie przysłał potwierdzenia; przesyłkę uznano za zaginioną.";

    private final DeliveryRegister register;
    private final ReceiptDesk desk;
    private final DeliveryReasons reasons;
    private final ApplicationEventPublisher events;

    DeclareLost(
            DeliveryRegister register, ReceiptDesk desk, DeliveryReasons reasons, ApplicationEventPublisher events) {
        this.register = register;
        this.desk = desk;
        this.reasons = reasons;
        this.events = events;
    }

    /** @param deliveryId of a delivery that was sent; what the clerk found out lies as a note in the case file */
    public record Input(String deliveryId) {}

    /** @param deliveryProblem why the letter waits, for the clerk */
    public record Output(String deliveryStatus, String returnReason, String deliveryProblem) {}

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = register.get(input.deliveryId());
        List<Dispatch> attempts = register.dispatches(delivery.id());
        register.lost(attempts.get(attempts.size() - 1).id());
        register.concluded(delivery.id(), "FAILED", null);
        events.publishEvent(new CaseFact.DeliveryConcluded(
                delivery.caseNumber(),
                delivery.id(),
                delivery.partyId(),
                delivery.documentId(),
                delivery.channel(),
                "FAILED",
                null));
        desk.concluded(delivery.id());
        reasons.keep(
                delivery,
                "FAILED",
                null,
                List.of(PROBLEM + " Pismo doręcza się ponownie (UR-18, "
                        + register.provisionsOf(delivery.documentId()).otherChannels + ")."));
        return Answer.now(new Output("FAILED", LOST, PROBLEM));
    }
}
