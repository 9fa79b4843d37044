package pl.obieg.delivery;

/** A way to bring a letter to its addressee, such as e-Doręczenia, ePUAP or registered post. */
public interface DeliveryChannel {

    /** {@code ADE}, {@code EPUAP}, {@code REGISTERED}. */
    String code();

    /**
     * Sends the letter once per idempotency key.
     *
     * @return the channel's reference: messageTaskId, identyfikatorZlecenia, numerNadania
     */
    String send(Shipment shipment, String idempotencyKey);
}
