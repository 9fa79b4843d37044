package pl.obieg.correspondence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code obieg.systems.ezd}.
 *
 * @param binding {@code builtin}: this module keeps the registers
 * @param readerRoles roles of the staff who may read the office's documents, without {@code ROLE_}
 * @param office what stands in the head and at the foot of letters
 * @param letters which procedure each kind of letter means
 */
@Validated
@ConfigurationProperties("obieg.systems.ezd")
public record EzdSettings(
        @DefaultValue("builtin") @NotBlank String binding,

        @DefaultValue({"kancelaria", "kierownictwo", "podatki", "ksiegowosc", "kurierzy", "podpisujacy", "camunda-admin"
        })
        @NotNull
        Set<String> readerRoles,

        @DefaultValue @NotNull Office office,
        @Valid List<LetterKind> letters) {

    public EzdSettings {
        letters = letters == null ? List.of() : List.copyOf(letters);
    }

    /**
     * A kind of letter that a clerk recognises by reading it, since it is on no electronic form.
     *
     * @param code as in the form of the task: {@code ODWOLANIE}
     * @param message that begins its procedure, or that a case under way waits for
     * @param inCase whether it belongs to a case under way
     * @param label as the registry office reads it where it chooses; without one, the code
     */
    public record LetterKind(
            @NotBlank String code,
            @NotBlank String message,
            @DefaultValue("false") boolean inCase,
            String label) {

        public LetterKind {
            label = label == null || label.isBlank() ? code : label;
        }
    }

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

            @DefaultValue("Jan Wzorcowy, Kierownik Referatu Finansowego (z up. Wójta)")
            String signatory) {}
}
