package pl.obieg.documents.signatures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import pl.obieg.documents.DocumentSettings;

/**
 * The certificates the office trusts, from the files of {@code obieg.documents.trust}. Revocation is not asked for:
 * that needs the network of the authorities.
 */
@Component
class TrustedAuthorities {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private final Set<X509Certificate> trusted = new HashSet<>();
    private final Clock clock;

    TrustedAuthorities(DocumentSettings settings, Clock clock) {
        this.clock = clock;
        settings.trust().forEach(this::read);
    }

    /** Whether the certificate is trusted now, itself or through the others that came with it. */
    boolean vouchFor(X509Certificate signer, Collection<X509Certificate> others) {
        Date now = Date.from(clock.instant());
        try {
            signer.checkValidity(now);
        } catch (CertificateException notNow) {
            return false;
        }
        return maySign(signer) && (trusted.contains(signer) || hasPath(signer, others, now));
    }

    private static boolean maySign(X509Certificate signer) {
        boolean[] usage = signer.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    private boolean hasPath(X509Certificate signer, Collection<X509Certificate> others, Date now) {
        if (trusted.isEmpty()) {
            return false;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            Set<TrustAnchor> anchors = new HashSet<>();
            trusted.forEach(authority -> anchors.add(new TrustAnchor(authority, null)));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setDate(now);
            parameters.setRevocationEnabled(false);
            Set<X509Certificate> all = new HashSet<>(others);
            all.add(signer);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (InvalidAlgorithmParameterException unusable) {
            throw new IllegalStateException(unusable);
        } catch (GeneralSecurityException noPath) {
            return false;
        }
    }

    private void read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                trusted.add((X509Certificate) certificate);
            }
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalStateException(
                    "The certificate " + file + " of obieg.documents.trust cannot be read", unreadable);
        }
    }
}
