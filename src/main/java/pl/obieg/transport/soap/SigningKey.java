package pl.obieg.transport.soap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** A private key and its certificate. */
public record SigningKey(PrivateKey privateKey, X509Certificate certificate) {

    /**
     * The first key of a PKCS#12 store.
     *
     * @throws IllegalStateException if there is none or the password does not fit
     */
    public static SigningKey fromPkcs12(Path store, String password) {
        char[] secret = password == null ? new char[0] : password.toCharArray();
        try (InputStream bytes = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(bytes, secret);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    return new SigningKey(
                            (PrivateKey) keys.getKey(alias, secret), (X509Certificate) keys.getCertificate(alias));
                }
            }
            throw new IllegalStateException("No private key in " + store);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("The key store " + store + " cannot be read", unreadable);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + certificate.getSerialNumber() + "]";
    }
}
