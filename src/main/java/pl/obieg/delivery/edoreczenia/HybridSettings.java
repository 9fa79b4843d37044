package pl.obieg.delivery.edoreczenia;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.lang.Nullable;

/**
 * How the public hybrid service (PUH) carries letters. It is used if e-Doręczenia is connected and the sender's address is
 * set, on days on which it is available (DEL-18).
 *
 * @param sender the office as it stands on the envelope; without it nothing is sent
 * @param category {@code economic} or {@code priority}
 * @param printing {@code duplex} or {@code simplex}
 * @param colour {@code monochrome} or {@code color}
 * @param undelivered {@code returntosender} or {@code destroy}: what becomes of a letter that cannot be delivered
 */
@ConfigurationProperties("obieg.systems.e-doreczenia.hybrid")
public record HybridSettings(
        @Nullable Sender sender,
        @DefaultValue("economic") String category,
        @DefaultValue("duplex") String printing,
        @DefaultValue("monochrome") String colour,
        @DefaultValue("returntosender") String undelivered) {

    /** The office's name and postal address; {@code flat} may be missing. */
    public record Sender(
            String name,
            String street,
            String building,
            @Nullable String flat,
            String postcode,
            String place) {}

    boolean connected() {
        return sender != null && sender.name() != null && sender.place() != null;
    }
}
