package pl.obieg.tax;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the tax system.
 *
 * @param office the organ whose system this is; by default a fictitious gmina
 * @param forms code of a form to the path of its mapping
 * @param unsignedChannels channels whose forms carry no electronic signature: paper is signed by hand
 */
@Validated
@ConfigurationProperties("obieg.tax")
public record TaxSettings(
        @Valid @DefaultValue Office office, Map<String, String> forms, List<String> unsignedChannels) {

    private static final String FORMS = "processes/podatek-od-nieruchomosci/wzory/";

    public TaxSettings {
        forms = forms == null || forms.isEmpty()
                ? Map.of(
                        "DN-1", FORMS + "dn-1.yml",
                        "IN-1", FORMS + "in-1.yml",
                        "DR-1", FORMS + "dr-1.yml",
                        "IR-1", FORMS + "ir-1.yml",
                        "DL-1", FORMS + "dl-1.yml",
                        "IL-1", FORMS + "il-1.yml")
                : Map.copyOf(forms);
        unsignedChannels = unsignedChannels == null ? List.of("PAPER") : List.copyOf(unsignedChannels);
    }

    /** Settings as they are without any configuration. */
    public static TaxSettings defaults() {
        return new TaxSettings(Office.fictitious(), null, null);
    }

    /**
     * The tax organ (PT-01) as it names itself in letters.
     *
     * @param teryt of the gmina, 7 digits; declarations for another one are not accepted
     * @param nip of the gmina, the recipient of payments
     * @param signatory who signs decisions: name
     * @param post of the signatory
     * @param appealBody the SKO in the genitive, as used after "do"
     */
    public record Office(
            @Pattern(regexp = "\\d{7}") @DefaultValue("9901012")
            String teryt,

            @NotBlank @DefaultValue("Przykładowo") String gmina,

            @NotBlank @DefaultValue("Wójt Gminy Przykładowo")
            String organ,

            @NotBlank @DefaultValue("Wójta Gminy Przykładowo")
            String organGenitive,

            @NotBlank @DefaultValue("Urząd Gminy Przykładowo")
            String name,

            @NotBlank @DefaultValue("ul. Ratuszowa 1") String street,
            @NotBlank @DefaultValue("00-999 Przykładowo") String town,
            @NotBlank @DefaultValue("Przykładowo") String place,

            @NotBlank @DefaultValue("tel. 00 000 00 00, e-mail: urzad@przykladowo.example")
            String contact,

            @Pattern(regexp = "\\d{10}") @DefaultValue("9999999999")
            String nip,

            @NotBlank @DefaultValue("Jan Wzorcowy") String signatory,

            @NotBlank @DefaultValue("Wójt Gminy Przykładowo")
            String post,

            @NotBlank @DefaultValue("Samorządowego Kolegium Odwoławczego w Przykładowie")
            String appealBody) {

        /** The fictitious gmina of the sample town; TERYT 99 is no voivodeship. */
        public static Office fictitious() {
            return new Office(
                    "9901012",
                    "Przykładowo",
                    "Wójt Gminy Przykładowo",
                    "Wójta Gminy Przykładowo",
                    "Urząd Gminy Przykładowo",
                    "ul. Ratuszowa 1",
                    "00-999 Przykładowo",
                    "Przykładowo",
                    "tel. 00 000 00 00, e-mail: urzad@przykladowo.example",
                    "9999999999",
                    "Jan Wzorcowy",
                    "Wójt Gminy Przykładowo",
                    "Samorządowego Kolegium Odwoławczego w Przykładowie");
        }
    }
}
