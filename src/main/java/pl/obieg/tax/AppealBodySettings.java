package pl.obieg.tax;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;

/**
 * The body that rules on appeals (samorządowe kolegium odwoławcze), a party like any other in the client base.
 *
 * @param nip by which its address for e-Doręczenia is found
 */
@Validated
@ConfigurationProperties("obieg.tax.appeal-body")
public record AppealBodySettings(
        @NotBlank @DefaultValue("Samorządowe Kolegium Odwoławcze w Przykładowie")
        String name,

        @Pattern(regexp = "\\d{10}") @DefaultValue("9999999982")
        String nip,

        @NotBlank @DefaultValue("Sądowa") String street,
        @NotBlank @DefaultValue("2") String building,
        @NotBlank @DefaultValue("00-998") String postcode,
        @NotBlank @DefaultValue("Przykładowo") String place) {

    /** As the client base keeps it. */
    Party party() {
        return new Party(
                null,
                Party.Kind.UNIT,
                null,
                null,
                name,
                null,
                nip,
                null,
                new Address("ul. " + street, building, null, postcode, place, "PL"));
    }
}
