package pl.obieg.delivery;

/** A way of bringing a letter to its addressee. */
public interface DeliveryChannel {

    /** The channel's word: {@code ADE}, {@code EPUAP}, {@code REGISTERED}. */
    String code();

    /**
     * Hands the letter over; the same key gives the same dispatch.
     *
     * @return the channel's reference: messageTaskId, identyfikatorZlecenia, numerNadania
     */
    String send(Shipment shipment, String idempotencyKey);
}
