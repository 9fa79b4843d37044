package pl.obieg.delivery.edoreczenia;

/** A technical failure of e-Doręczenia: the same call may succeed later. It carries no body and no personal data. */
final class EDeliveryUnavailable extends RuntimeException {

    EDeliveryUnavailable(String message) {
        super(message);
    }
}
