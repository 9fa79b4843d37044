package pl.obieg.delivery.edoreczenia;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.Collections;

/** The RSA key and certificate that the office's system is registered with. */
record SystemKey(RSAPrivateKey privateKey, X509Certificate certificate) {

    /** @throws IllegalStateException if the store cannot be read or holds no RSA key */
    static SystemKey of(EDeliverySettings settings) {
        char[] password = settings.keyStorePassword().toCharArray();
        try (InputStream bytes = settings.keyStore().getInputStream()) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(bytes, password);
            String alias = settings.keyAlias().isBlank() ? onlyKey(store) : settings.keyAlias();
            if (!(store.getKey(alias, password) instanceof RSAPrivateKey key)) {
                throw new IllegalStateException("The key store of e-Doręczenia holds no RSA key under " + alias);
            }
            return new SystemKey(key, (X509Certificate) store.getCertificate(alias));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("The key store of e-Doręczenia cannot be read", unreadable);
        }
    }

    private static String onlyKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return alias;
            }
        }
        throw new IllegalStateException("The key store of e-Doręczenia holds no key");
    }
}
