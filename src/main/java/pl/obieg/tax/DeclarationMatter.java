package pl.obieg.tax;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.MatterKeys;
import pl.obieg.exchange.Submission;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.FormMapping;
import pl.obieg.tax.declaration.FormMappings;
import pl.obieg.tax.review.FilingManner;

/**
 * Declarations speak of the same matter if form, tax year and a taxpayer are the same. A taxpayer is known by PESEL, NIP
 * or REGON; since one of these may be what was wrong, also by his name together with who sent the form. A form that should
 * have been another one (D01) speaks of that one's matter too, so that the right form answers the call for it.
 */
@Component
class DeclarationMatter implements MatterKeys {

    private final FormMappings mappings;
    private final FilingManner manner;

    DeclarationMatter(FormMappings mappings, FilingManner manner) {
        this.mappings = mappings;
        this.manner = manner;
    }

    @Override
    public Set<String> of(Submission letter) {
        try {
            return mappings.read(letter)
                    .map(declaration -> keys(declaration, letter.senderIdentifier()))
                    .orElse(Set.of());
        } catch (FormMapping.Unreadable unreadable) {
            return Set.of();
        }
    }

    private Set<String> keys(Declaration declaration, String sender) {
        Set<String> keys = new LinkedHashSet<>(keys(declaration, declaration.form(), sender));
        manner.requiredForm(declaration)
                .filter(required -> !required.equals(declaration.form()))
                .ifPresent(required -> keys.addAll(keys(declaration, required, sender)));
        return keys;
    }

    private static Set<String> keys(Declaration declaration, String form, String sender) {
        Set<String> keys = new LinkedHashSet<>();
        for (Declaration.Taxpayer taxpayer : declaration.taxpayers()) {
            Stream.of(taxpayer.pesel(), taxpayer.nip(), taxpayer.regon())
                    .filter(Objects::nonNull)
                    .forEach(identifier -> keys.add(key(form, declaration.year(), identifier)));
            if (sender != null && !sender.isBlank()) {
                keys.add(key(form, declaration.year(), sender + "/" + taxpayer.displayName()));
            }
        }
        return keys;
    }

    private static String key(String form, Integer year, String who) {
        String text = form + "/" + year + "/" + who;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
