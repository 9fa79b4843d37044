package pl.obieg.delivery;

/** A way to bring a letter to its addressee, such as e-Doręczenia, ePUAP or registered post. */
public interface DeliveryChannel {

    /** {@code ADE}, {@code EPUAP}, {@code REGISTERED}. */
    String code();

    /**
     * Sends the letter once per idempotency key, also if the caller's transaction was rolled back after the letter had
     * gone: asked again, the channel writes anew what was rolled back (what it needs to find the evidence) and gives the
     * same reference. So a caller must ask again and not remember the reference in the channel's place.
     *
     * @return the channel's reference: messageTaskId, identyfikatorZlecenia, numerNadania
     */
    String send(Shipment shipment, String idempotencyKey);
}
