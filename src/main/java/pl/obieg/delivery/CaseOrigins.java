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

    /** Outcome of an appeal. */
    private static final String SENT_BACK = "DO_PONOWNEGO";

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

    /**
     * The tax system tells it of decisions that set the tax; all other letters are told by {@code LetterIssued}. A name in
     * print is for those of everybody's yearly assessment; once a case is an individual dispute, its decision is signed like
     * any other (SG-04a).
     */
    @EventListener
    void on(CaseFact.DecisionIssued fact) {
        boolean disputed = register.disputed(fact.caseNumber());
        register.isOfKind(fact.documentId(), disputed ? LetterKind.DECISION : LetterKind.ASSESSMENT_DECISION);
    }

    @EventListener
    void on(CaseFact.AppealEnded fact) {
        if (SENT_BACK.equals(fact.outcome())) {
            register.dispute(fact.caseNumber());
        }
    }

    /** A closed case goes on because a ruling sent it back. */
    @EventListener
    void on(CaseFact.CaseReopened fact) {
        register.dispute(fact.caseNumber());
    }

    @EventListener
    void on(CaseFact.ProceedingsBegun fact) {
        register.dispute(fact.caseNumber());
    }

    @EventListener
    void on(CaseFact.HearingOpened fact) {
        register.dispute(fact.caseNumber());
    }

    @EventListener
    void on(CaseFact.DeclarationRecorded fact) {
        register.caseCameFrom(fact.caseNumber(), fact.submissionId());
    }
}
