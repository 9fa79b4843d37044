package pl.obieg.process;

/**
 * A business answer that is a "no", such as {@code PERSON_NOT_FOUND}: a BPMN error that the model may catch. It carries
 * no personal data, since the message may reach logs and Cockpit.
 */
public class Refusal extends RuntimeException {

    private final String code;

    /**
     * @param code UPPER_SNAKE, listed on the system's page and in the {@link OperationCard}
     * @param polishMessage the sentence a clerk reads
     */
    public Refusal(String code, String polishMessage) {
        super(polishMessage, null, false, false);
        this.code = code;
    }

    /** The error code the model catches. */
    public String code() {
        return code;
    }
}
