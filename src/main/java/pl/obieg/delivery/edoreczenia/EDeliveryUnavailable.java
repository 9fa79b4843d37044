package pl.obieg.delivery.edoreczenia;

/** A technical failure of e-Doręczenia: the same call may succeed later. It carries no body and no personal data. */
final class EDeliveryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean nothingDone;

    EDeliveryUnavailable(String message) {
        this(message, false);
    }

    private EDeliveryUnavailable(String message, boolean nothingDone) {
        super(message);
        this.nothingDone = nothingDone;
    }

    /** The request did not reach the operator, or the operator says that it did not handle it. */
    static EDeliveryUnavailable beforeAnythingWasDone(String message) {
        return new EDeliveryUnavailable(message, true);
    }

    /** Whether the request certainly had no effect; otherwise its outcome is unknown. */
    boolean nothingDone() {
        return nothingDone;
    }
}
