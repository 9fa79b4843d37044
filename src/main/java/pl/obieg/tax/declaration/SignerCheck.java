package pl.obieg.tax.declaration;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.exchange.Party;

/**
 * Whether the signer may sign for the taxpayer (PT-08): the taxpayer himself; for a body the person the form names as
 * representing it; for a natural person an attorney, if a power of attorney is attached. Whether a board member may
 * represent the body is not looked up (no register at hand).
 */
public final class SignerCheck {

    private SignerCheck() {}

    /** The defect's code, if there is one. */
    public static Optional<String> of(
            Declaration declaration, SignatureCheck.Report signature, boolean hasAttachments) {
        if (declaration.taxpayers().stream().anyMatch(taxpayer -> signedBy(taxpayer, signature))) {
            return Optional.empty();
        }
        Declaration.Representative representative = declaration.representative();
        if (representative == null
                || !isSigner(signature, representative.lastName(), Stream.of(representative.pesel()))) {
            return Optional.of("SIGNER_NOT_TAXPAYER");
        }
        boolean forNaturalPerson = declaration
                .filer()
                .filter(filer -> filer.kind() == Party.Kind.NATURAL)
                .isPresent();
        return forNaturalPerson && !hasAttachments ? Optional.of("POWER_OF_ATTORNEY_MISSING") : Optional.empty();
    }

    private static boolean signedBy(Declaration.Taxpayer taxpayer, SignatureCheck.Report signature) {
        String name = taxpayer.kind() == Party.Kind.NATURAL ? taxpayer.lastName() : taxpayer.name();
        return isSigner(signature, name, Stream.of(taxpayer.pesel(), taxpayer.nip(), taxpayer.regon()));
    }

    /** By identifier; by name only if the certificate has no identifier. */
    private static boolean isSigner(SignatureCheck.Report signature, String name, Stream<String> identifiers) {
        String signer = signature.signerIdentifier();
        if (signer != null && !signer.isBlank()) {
            return identifiers.filter(Objects::nonNull).anyMatch(signer::equals);
        }
        return name != null
                && signature.signer() != null
                && signature.signer().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
