package pl.obieg.correspondence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code obieg.systems.ezd}.
 *
 * @param binding {@code builtin}: this module keeps the registers
 * @param readerRoles roles of the staff who may read the office's documents, without {@code ROLE_}
 * @param office what stands in the head and at the foot of calls
 */
@Validated
@ConfigurationProperties("obieg.systems.ezd")
public record EzdSettings(
        @DefaultValue("builtin") @NotBlank String binding,

        @DefaultValue({"kancelaria", "kierownictwo", "podatki", "ksiegowosc", "kurierzy", "camunda-admin"}) @NotNull
        Set<String> readerRoles,

        @DefaultValue @NotNull Office office) {

    /**
     * The office as it signs its letters.
     *
     * @param organ who calls: "Wójt Gminy Przykładowo"
     * @param signatory name and post printed below, since the seal names the office only (rule SG-02)
     */
    public record Office(
            @DefaultValue("Urząd Gminy Przykładowo") String name,
            @DefaultValue("Wójt Gminy Przykładowo") String organ,
            @DefaultValue("ul. Ratuszowa 1") String streetLine,
            @DefaultValue("00-999 Przykładowo") String placeLine,
            @DefaultValue("Przykładowo") String place,

            @DefaultValue("z up. Wójta – Kierownik Referatu Finansowego")
            String signatory) {}
}
