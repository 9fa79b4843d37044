package pl.obieg.documents.signatures;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority made for tests, and what it issues. */
public final class Certificates {

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final KeyPair keys = keyPair();
    private final X509Certificate certificate;
    private final X500Name name;

    /** A certificate with its key. */
    public record Identity(PrivateKey key, X509Certificate certificate) {}

    public Certificates(String commonName) {
        name = new X500Name("CN=" + commonName + ",C=PL");
        certificate = sign(name, keys, true, Instant.now().plus(365, ChronoUnit.DAYS));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for signatures, valid for a year. */
    public Identity issue(String subject) {
        return issue(subject, Instant.now().plus(300, ChronoUnit.DAYS));
    }

    public Identity issue(String subject, Instant until) {
        KeyPair pair = keyPair();
        return new Identity(pair.getPrivate(), sign(new X500Name(subject), pair, false, until));
    }

    /** The authority's certificate as a PEM file. */
    public Path pem(Path folder) throws IOException {
        try {
            String text = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
            return Files.writeString(folder.resolve("urzad-certyfikacji.pem"), text);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A PKCS#12 file with the identity and this authority. */
    public Path pkcs12(Path folder, Identity identity, String alias, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                alias, identity.key(), password.toCharArray(), new Certificate[] {identity.certificate(), certificate});
        Path file = folder.resolve("pieczec.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private X509Certificate sign(X500Name subject, KeyPair pair, boolean authority, Instant until) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(Instant.now().minus(30, ChronoUnit.DAYS)),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
        } catch (Exception unmade) {
            throw new IllegalStateException(unmade);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
