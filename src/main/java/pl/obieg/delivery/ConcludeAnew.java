package pl.obieg.delivery;

import java.time.LocalDate;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Concludes a delivery by the evidence of now because a clerk confirmed it; the first effective attempt counts. */
@OperationCard(
        label = "Przyjmij nowy wynik doręczenia",
        description = "Ustala wynik i datę doręczenia na nowo według obecnych dowodów i zawiadamia inne systemy.",
        system = "delivery")
public class ConcludeAnew implements Operation<ConcludeAnew.Input, ConcludeAnew.Output> {

    private final DeliveryRegister register;
    private final Reconclusion reconclusion;

    ConcludeAnew(DeliveryRegister register, Reconclusion reconclusion) {
        this.register = register;
        this.reconclusion = reconclusion;
    }

    /** @param deliveryId of a delivery that was concluded */
    public record Input(String deliveryId) {}

    /** @param legalDate {@code null} if by the evidence of now the letter was not delivered */
    public record Output(String deliveryStatus, LocalDate legalDate) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        reconclusion.conclude(input.deliveryId(), "the case");
        Delivery delivery = register.get(input.deliveryId());
        return Answer.now(new Output(delivery.status(), delivery.legalDate()));
    }
}
