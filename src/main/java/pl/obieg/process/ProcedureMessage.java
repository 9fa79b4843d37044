package pl.obieg.process;

import java.util.Map;

/**
 * Something that happened and that a procedure may wait for or begin with. A module publishes it through Spring's
 * {@code ApplicationEventPublisher} in the transaction that stores the fact; it is kept until a procedure takes it, so
 * it may come early, and a second one with the same name and external id changes nothing.
 *
 * @param name past tense, the same word as the BPMN message: {@code ReceiptArrived}
 * @param businessKey of the instance that waits for it; for a message that begins a procedure, the key it will have
 * @param externalId unique for this event among those of the same name
 * @param variables ids and decision inputs handed to the procedure; no personal data
 */
public record ProcedureMessage(String name, String businessKey, String externalId, Map<String, Object> variables) {

    /** A message without variables. */
    public ProcedureMessage(String name, String businessKey, String externalId) {
        this(name, businessKey, externalId, Map.of());
    }
}
