package pl.obieg.delivery;

import java.util.Map;
import java.util.Set;

/** Results of D14. */
final class DeliveryStatus {

    /** After these the letter counts as delivered. */
    static final Set<String> EFFECTIVE = Set.of("DELIVERED", "SUBSTITUTE", "DEEMED", "REFUSED");

    private static final Map<String, String> POLISH = Map.of(
            "DELIVERED", "doręczono",
            "SUBSTITUTE", "doręczono zastępczo",
            "DEEMED", "uznano za doręczone",
            "REFUSED", "odmowa przyjęcia, skutek doręczenia",
            "FAILED", "nie doręczono",
            "DEFECTIVE", "doręczenie wadliwe");

    private DeliveryStatus() {}

    static String polish(String status) {
        return POLISH.getOrDefault(status, status);
    }
}
