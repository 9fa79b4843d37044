package pl.obieg.delivery;

/** One way to bring a letter to its addressee. */
public interface DeliveryChannel {

    /** {@code ADE}, {@code EPUAP}, {@code REGISTERED}. */
    String code();

    /** Sends the letter; returns the channel's reference: messageTaskId, identyfikatorZlecenia, numerNadania. */
    String send(Shipment shipment, String idempotencyKey);
}
