package pl.obieg.delivery;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;

/**
 * Remembers what a delivery must know of its case and letter: from which submission the case came, since its reply address
 * may serve (DEL-05), what the letter is (D20) and by which act it is delivered (DEL-22).
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
        register.isOfKind(fact.documentId(), LetterKind.of(fact.kind()));
        if (fact.kind() == OfficeLetters.Kind.DUNNING || fact.kind() == OfficeLetters.Kind.TITLE) {
            register.deliveredByKpa(fact.documentId());
        }
    }

    /** The tax system tells it of decisions that set the tax; all other letters are told by {@code LetterIssued}. */
    @EventListener
    void on(CaseFact.DecisionIssued fact) {
        register.isOfKind(fact.documentId(), LetterKind.ASSESSMENT_DECISION);
    }

    @EventListener
    void on(CaseFact.DeclarationRecorded fact) {
        register.caseCameFrom(fact.caseNumber(), fact.submissionId());
    }
}
