package pl.obieg.process;

/** Where an adapter hands in the reply that an {@link Operation} promised with {@link Answer#later}. */
public interface Replies {

    /** The work is done: the service task goes on with this output. A second reply changes nothing. */
    void answer(String correlationId, Record output);

    /** The system refused: the service task ends with the BPMN error of the code. A second reply changes nothing. */
    void refuse(String correlationId, Refusal refusal);
}
