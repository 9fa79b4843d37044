package pl.obieg.transport;

/** The same call is being made by somebody else at this moment; trying later answers what it brought. */
public class CallInProgress extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallInProgress(String system, String operation) {
        super(system + " " + operation + " is being called under the same key at this moment");
    }
}
