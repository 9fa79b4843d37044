package pl.obieg.delivery.post;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the post is reached.
 *
 * @param binding {@code web-service}: Elektroniczny Nadawca; {@code off}: letters are not handed over electronically
 * @param url of the WebAPI
 * @param login of the office's account
 * @param password of the account; it expires, see {@code docs/systems/post.md}
 * @param urzadNadania number of the posting office
 * @param timeout for one call
 * @param pollDelay between two rounds of asking for receipts
 */
@Validated
@ConfigurationProperties("obieg.systems.post")
record PostSettings(
        @Pattern(regexp = "web-service|off") @DefaultValue("web-service")
        String binding,

        @NotNull @DefaultValue("https://e-nadawca.poczta-polska.pl/websrv/en.php")
        URI url,

        @NotNull @DefaultValue("") String login,
        @NotNull @DefaultValue("") String password,
        @Min(0) @Max(9_999_999) @DefaultValue("0") int urzadNadania,
        @NotNull @DefaultValue("20s") Duration timeout,
        @NotNull @DefaultValue("15m") Duration pollDelay) {

    @Override
    public String toString() {
        return "PostSettings[" + binding + " " + url + "]";
    }
}
