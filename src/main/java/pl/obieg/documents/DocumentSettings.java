package pl.obieg.documents;

import jakarta.validation.Valid;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.lang.Nullable;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code obieg.documents}.
 *
 * @param seal the office's seal; without it documents cannot be sealed
 * @param trust PEM or CER files of the authorities, or single certificates, whose signatures on received documents are
 *     trusted
 * @param arms PNG of the coat of arms for the head of letters; without it letters have none
 */
@Validated
@ConfigurationProperties("obieg.documents")
public record DocumentSettings(
        @Valid SealKey seal, List<Path> trust, @Nullable Resource arms) {

    public DocumentSettings {
        trust = trust == null ? List.of() : List.copyOf(trust);
    }

    /** Where the key of the seal is. */
    public enum KeyStoreType {
        PKCS12,
        PKCS11
    }

    /**
     * The key of the seal.
     *
     * @param type a file or a hardware module
     * @param path of the PKCS#12 file
     * @param password of the file, or the PIN of the module
     * @param alias of the key; if there is only one it may be left out
     * @param library path of the PKCS#11 library
     * @param slot index of the slot in the module, from 0
     * @param place shown in the properties of the seal, may be left out
     */
    public record SealKey(
            KeyStoreType type, Path path, String password, String alias, Path library, Integer slot, String place) {

        /** Without the password, since it may reach a log. */
        @Override
        public String toString() {
            return "SealKey[type=" + type + ", path=" + path + ", alias=" + alias + ", library=" + library + ", slot="
                    + slot + "]";
        }
    }
}
