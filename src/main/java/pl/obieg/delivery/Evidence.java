package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.Map;

/** One piece of evidence of a channel; {@code dispatchReference} is what {@link DeliveryChannel#send} returned. */
public record Evidence(
        String channel,
        String dispatchReference,
        String externalId,
        Kind kind,
        LocalDate date,
        Map<String, String> details,
        String documentId) {

    /** What it proves. */
    public enum Kind {
        SENT,
        INFLOW,
        COLLECTED,
        FICTION,
        FIRST_NOTICE,
        SECOND_NOTICE,
        SIGNED,
        SUBSTITUTE_SIGNED,
        REFUSED,
        RETURNED,
        FAILED
    }
}
