package pl.obieg.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.CaseFact;

/** Remembers which submission a case came from, since its reply address may serve for delivery (DEL-05). */
@Component
class CaseOrigins {

    private final DeliveryRegister register;

    CaseOrigins(DeliveryRegister register) {
        this.register = register;
    }

    @EventListener
    void on(CaseFact.DeclarationRecorded fact) {
        register.caseCameFrom(fact.caseNumber(), fact.submissionId());
    }
}
