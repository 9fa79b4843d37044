package pl.obieg.ledger.enforcement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the enforcement organ is reached, and who the creditor is.
 *
 * @param binding {@code off}, {@code web-service} or {@code files}
 * @param url of the web service
 * @param token bearer token of the web service
 * @param folder for files: titles and notices are left in {@code do-organu}, messages are taken from {@code od-organu}
 * @param organ whom the titles are addressed to
 */
@Validated
@ConfigurationProperties("obieg.systems.enforcement")
public record EnforcementSettings(
        @DefaultValue("off") @Pattern(regexp = "off|web-service|files")
        String binding,

        URI url,
        @DefaultValue("") String token,
        Path folder,
        @DefaultValue("10s") @NotNull Duration connectTimeout,
        @DefaultValue("30s") @NotNull Duration readTimeout,

        @DefaultValue("Naczelnik Urzędu Skarbowego w Przykładowie") @NotBlank
        String organ,

        @DefaultValue @Valid Creditor creditor) {

    /** The creditor as titles name it. */
    public record Creditor(
            @DefaultValue("Wójt Gminy Przykładowo") @NotBlank
            String name,

            @DefaultValue("ul. Ratuszowa 1, 00-999 Przykładowo") @NotBlank
            String address,

            @DefaultValue("9999999999") @Pattern(regexp = "\\d{10}")
            String nip,

            @DefaultValue("Jan Wzorcowy, Wójt Gminy Przykładowo") @NotBlank
            String signatory) {}
}
