package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * On which day an e-delivery would be deemed delivered if nobody collects it (UDE art. 42, R13; DEL-06a). It is shown
 * until the operator's evidence comes, and decides nothing.
 */
@Component
class Forecasts {

    private final DeliveryRegister register;
    private final ReceiptFacts facts;
    private final Reconclusion reconclusion;

    Forecasts(DeliveryRegister register, ReceiptFacts facts, Reconclusion reconclusion) {
        this.register = register;
        this.facts = facts;
        this.reconclusion = reconclusion;
    }

    /** The forecast; empty unless the letter lies in an electronic box and its delivery is not concluded. */
    Optional<LocalDate> of(String deliveryId) {
        Finding finding = facts.finding(deliveryId);
        boolean waits = finding.kind() == Evidence.Kind.INFLOW
                && finding.date() != null
                && !finding.conclusive()
                && register.get(deliveryId).legalDate() == null;
        return waits ? Optional.ofNullable(reconclusion.outlook(deliveryId).legalDate()) : Optional.empty();
    }
}
