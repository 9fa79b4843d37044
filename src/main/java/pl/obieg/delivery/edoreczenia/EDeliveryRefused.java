package pl.obieg.delivery.edoreczenia;

import java.util.List;

/**
 * HTTP 400 of the User Agent API or the Search API: the request will not be accepted however often it is repeated.
 * Descriptions may name a person or an address, so only the codes are kept.
 */
final class EDeliveryRefused extends RuntimeException {

    private final List<String> errorCodes;

    EDeliveryRefused(List<String> errorCodes) {
        super("e-Doręczenia refused the request: " + String.join(", ", errorCodes));
        this.errorCodes = List.copyOf(errorCodes);
    }

    List<String> errorCodes() {
        return errorCodes;
    }
}
