package pl.obieg.delivery;

import java.time.Instant;

/**
 * One attempt to deliver by one channel.
 *
 * @param attempt from 1
 * @param channel code of the {@link DeliveryChannel} that carried it
 * @param reference the channel's number
 * @param announced how often the procedure was told of a conclusion
 * @param announcedEffective whether the last of these was a delivery in law
 * @param annulled whether a clerk found it defective, whatever its evidence says
 * @param lost whether a clerk gave up waiting for its evidence
 */
public record Dispatch(
        long id,
        String deliveryId,
        int attempt,
        String channel,
        String reference,
        Instant sentAt,
        int announced,
        boolean announcedEffective,
        boolean annulled,
        boolean lost) {}
