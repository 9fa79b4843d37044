package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.Map;

/** What a channel proves about a dispatch; {@code dispatchReference} is what {@link DeliveryChannel#send} returned. */
public record Evidence(
        String channel,
        String dispatchReference,
        String externalId,
        Kind kind,
        LocalDate date,
        Map<String, String> details,
        String documentId) {

    /** What happened. */
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
