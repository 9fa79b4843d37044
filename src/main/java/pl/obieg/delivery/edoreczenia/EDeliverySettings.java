package pl.obieg.delivery.edoreczenia;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * How e-Doręczenia is reached.
 *
 * @param binding whether it is used at all; letters are only sent with {@code web-service}
 * @param baseUrl of the User Agent API, with its version
 * @param tokenUrl token endpoint of the operator's realm
 * @param audience {@code aud} of the client assertion; the token URL if empty
 * @param searchUrl of the Search API (BAE), with its version
 * @param ownAddress the ADE of the office, the gmina and its organs, one for all (DEL-21), {@code
 *     AE:PL-NNNNN-NNNNN-LLLLL-NN}
 * @param systemName name under which the office's system is registered with its certificate
 * @param keyStore PKCS#12 with the private key (RSA) of the registered certificate
 * @param keyStorePassword of the store and its key
 * @param keyAlias entry of the store; the only key entry if empty
 * @param scopes asked for with the token
 * @param connectTimeout to get a connection
 * @param readTimeout to get an answer
 * @param retryPause how long after an attempt with an unknown outcome the mailbox is searched for the message; before,
 *     the operator may not list it yet. Shorter than all retries of a job together, or the step stops before the search
 * @param notFound what happens if the message is not there after the pause
 * @param pollDelay between two rounds of reading evidence
 */
@ConfigurationProperties("obieg.systems.e-doreczenia")
public record EDeliverySettings(
        @DefaultValue("none") Binding binding,

        @DefaultValue("https://uaapi-ow.poczta-polska.pl/api/v3")
        URI baseUrl,

        @DefaultValue("https://ow.edoreczenia.gov.pl/auth/realms/EDOR/protocol/openid-connect/token")
        URI tokenUrl,

        @DefaultValue("https://ow.edoreczenia.gov.pl/auth/realms/EDOR")
        String audience,

        @DefaultValue("https://ow.edoreczenia.gov.pl/api/se/v4")
        URI searchUrl,

        String ownAddress,
        @DefaultValue("OBIEG") String systemName,
        Resource keyStore,
        @DefaultValue("") String keyStorePassword,
        @DefaultValue("") String keyAlias,
        @DefaultValue({"read_messages", "write_messages"}) List<String> scopes,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("10m") Duration retryPause,
        @DefaultValue("ask") NotFound notFound,
        @DefaultValue("60s") Duration pollDelay) {

    /** Whether letters go out. */
    public enum Binding {
        NONE,
        WEB_SERVICE
    }

    /** The operator may list a message late, so one that is not found may have been sent all the same. */
    public enum NotFound {
        /** A clerk looks into the mailbox and decides. */
        ASK,
        /** It is sent again; if the operator was late, the addressee gets it twice. */
        SEND_AGAIN
    }

    public EDeliverySettings {
        if (binding == Binding.WEB_SERVICE) {
            if (!AdeAddress.hasForm(ownAddress)) {
                throw new IllegalArgumentException(
                        "obieg.systems.e-doreczenia.own-address must look like AE:PL-12345-67890-ABCDE-12");
            }
            if (keyStore == null) {
                throw new IllegalArgumentException("obieg.systems.e-doreczenia.key-store is missing");
            }
        }
    }

    /** Whether the system is used. */
    boolean connected() {
        return binding == Binding.WEB_SERVICE;
    }

    /** {@code iss} and {@code sub} of the client assertion. */
    String client() {
        return ownAddress + ".SYSTEM." + systemName;
    }
}
