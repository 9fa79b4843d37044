package pl.obieg.documents.signatures;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.AbstractKeyStoreTokenConnection;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.KSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs11SignatureToken;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyStore.PasswordProtection;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;
import pl.obieg.documents.DocumentSettings;
import pl.obieg.documents.DocumentSettings.KeyStoreType;
import pl.obieg.documents.DocumentSettings.SealKey;
import pl.obieg.documents.Seal;

/**
 * Seals with the library of the European Commission (DSS): PAdES-BASELINE-B, invisible, SHA-256, so that the PDF/A
 * stays one. The key is read at the first seal and kept; the application starts without it.
 */
@Component
public class PadesSeal implements Seal {

    private final SealKey settings;
    private final Clock clock;
    private AbstractKeyStoreTokenConnection token;
    private DSSPrivateKeyEntry key;

    public PadesSeal(DocumentSettings settings, Clock clock) {
        this.settings = settings.seal();
        this.clock = clock;
    }

    /** One at a time: a hardware module has one session. */
    @Override
    public synchronized byte[] put(byte[] pdf) {
        open();
        DSSDocument document = new InMemoryDocument(pdf);
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(key.getCertificate());
        parameters.setCertificateChain(key.getCertificateChain());
        parameters.bLevel().setSigningDate(Date.from(clock.instant()));
        parameters.setReason("Pieczęć elektroniczna urzędu");
        parameters.setLocation(settings.place());
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        ToBeSigned digestOf = service.getDataToSign(document, parameters);
        SignatureValue value = token.sign(digestOf, DigestAlgorithm.SHA256, key);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(pdf.length + 32 * 1024);
        try {
            service.signDocument(document, parameters, value).writeTo(sealed);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return sealed.toByteArray();
    }

    private void open() {
        if (key != null) {
            return;
        }
        if (settings == null || settings.type() == null) {
            throw new IllegalStateException(
                    "No seal is configured: set obieg.documents.seal.type, .path or .library, .password and .alias");
        }
        if (settings.password() == null) {
            throw new IllegalStateException("obieg.documents.seal.password is not set");
        }
        PasswordProtection password = new PasswordProtection(settings.password().toCharArray());
        try {
            token = settings.type() == KeyStoreType.PKCS11 ? module(password) : file(password);
            key = chosenKey(token);
        } catch (IOException | RuntimeException unusable) {
            throw new IllegalStateException("The key of the seal cannot be used: " + settings, unusable);
        }
    }

    private AbstractKeyStoreTokenConnection file(PasswordProtection password) throws IOException {
        if (settings.path() == null) {
            throw new IllegalStateException("obieg.documents.seal.path is not set");
        }
        return new Pkcs12SignatureToken(settings.path().toFile(), password);
    }

    private AbstractKeyStoreTokenConnection module(PasswordProtection pin) {
        if (settings.library() == null) {
            throw new IllegalStateException("obieg.documents.seal.library is not set");
        }
        int slot = settings.slot() == null ? 0 : settings.slot();
        return new Pkcs11SignatureToken(settings.library().toString(), pin, slot);
    }

    private DSSPrivateKeyEntry chosenKey(AbstractKeyStoreTokenConnection source) {
        List<DSSPrivateKeyEntry> keys = source.getKeys();
        if (settings.alias() == null) {
            if (keys.size() != 1) {
                throw new IllegalStateException("There are " + keys.size() + " keys; set obieg.documents.seal.alias");
            }
            return keys.get(0);
        }
        return keys.stream()
                .filter(KSPrivateKeyEntry.class::isInstance)
                .filter(entry -> settings.alias().equalsIgnoreCase(((KSPrivateKeyEntry) entry).getAlias()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no key " + settings.alias()));
    }
}
