package pl.obieg.exchange;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Which message begins a procedure for an electronic form, by the form's root namespace. */
@Validated
@ConfigurationProperties("obieg.intake")
public record IntakeForms(@Valid List<Form> forms) {

    public IntakeForms {
        forms = forms == null ? List.of() : List.copyOf(forms);
    }

    /**
     * @param namespace of the root element
     * @param formCode such as {@code DN-1}
     * @param message such as {@code DeclarationArrived}
     */
    public record Form(
            @NotBlank String namespace,
            @NotBlank String formCode,
            @NotBlank String message) {}

    /** The form with this root namespace, which may be {@code null}. */
    public Optional<Form> byNamespace(String namespace) {
        return forms.stream().filter(form -> form.namespace().equals(namespace)).findFirst();
    }
}
