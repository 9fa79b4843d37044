package pl.obieg.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;

/**
 * Remembers what a delivery must know of its case and letter: from which submission the case came, since its reply address
 * may serve (DEL-05), and by which act the letter is delivered (DEL-22).
 */
@Component
class CaseOrigins {

    private final DeliveryRegister register;

    CaseOrigins(DeliveryRegister register) {
        this.register = register;
    }

    /** Enforcement letters and upomnienia are delivered by KPA (DEL-22, UPEA art. 18). */
    @EventListener
    void on(CaseFact.LetterIssued fact) {
        if (fact.kind() == OfficeLetters.Kind.DUNNING || fact.kind() == OfficeLetters.Kind.TITLE) {
            register.deliveredByKpa(fact.documentId());
        }
    }

    @EventListener
    void on(CaseFact.DeclarationRecorded fact) {
        register.caseCameFrom(fact.caseNumber(), fact.submissionId());
    }
}
