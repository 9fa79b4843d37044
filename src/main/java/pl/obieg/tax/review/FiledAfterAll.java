package pl.obieg.tax.review;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.ProcedureMessage;

/** Tells the cases that call for a declaration that it has come, in a case of its own. */
@Component
class FiledAfterAll {

    private final MissingDeclarations missing;
    private final ApplicationEventPublisher events;

    FiledAfterAll(MissingDeclarations missing, ApplicationEventPublisher events) {
        this.missing = missing;
        this.events = events;
    }

    @EventListener
    void on(CaseFact.DeclarationRecorded fact) {
        if (!fact.partyIds().isEmpty()) {
            missing.casesWaitingFor(fact.partyIds(), fact.formCode(), fact.taxYear())
                    .forEach(caseNumber -> events.publishEvent(new ProcedureMessage(
                            "DeclarationFiled", caseNumber, fact.declarationId() + "/" + caseNumber)));
        }
    }
}
