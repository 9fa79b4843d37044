package pl.obieg.simulators.pki;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A test certification authority with the certificates that a local run needs: of the office's system, its seal, the
 * ePUAP platform, and citizens. Made at first use and kept in the directory, so that signatures stay valid between
 * runs. Nothing of it is worth protecting.
 */
public final class TestPki {

    /** Of every PKCS#12 file here. */
    public static final String PASSWORD = "obieg-test";

    private static final Date FROM = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static final Date TO = Date.from(Instant.parse("2049-12-31T00:00:00Z"));
    private static final String ALIAS = "key";

    private final Path directory;
    private final Identity authority;

    private TestPki(Path directory) {
        this.directory = directory;
        this.authority = identity("ca", subject("Testowe Centrum Certyfikacji", null), null);
        writeCaPem();
    }

    /** The authority that lives in the directory. */
    public static TestPki in(Path directory) {
        return new TestPki(directory.toAbsolutePath());
    }

    /**
     * A key with its certificate.
     *
     * @param pkcs12 its file, with {@link #PASSWORD}
     */
    public record Identity(Path pkcs12, PrivateKey key, X509Certificate certificate) {}

    /** The certificate by which all others here can be trusted. */
    public X509Certificate caCertificate() {
        return authority.certificate();
    }

    /** The same as a PEM file. */
    public Path caPem() {
        return directory.resolve("ca.pem");
    }

    /** The certificate of the office's system, as registered in ePUAP and e-Doręczenia. */
    public Identity office() {
        return identity("office", subject("Obieg - system urzędu", "VATPL-0000000000"), authority);
    }

    /** The electronic seal of the office. */
    public Identity seal() {
        return identity("seal", subject("Urząd Gminy - pieczęć elektroniczna", "VATPL-0000000000"), authority);
    }

    /** The platform that issues UPP and UPD. */
    public Identity platform() {
        return identity("epuap", subject("ePUAP - poświadczenia (symulator)", null), authority);
    }

    /** A citizen with serialNumber {@code PINPL-<pesel>}. */
    public Identity citizen(String pesel, String firstName, String lastName) {
        if (!pesel.matches("\\d{11}")) {
            throw new IllegalArgumentException("A PESEL has 11 digits");
        }
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "PL")
                .addRDN(BCStyle.CN, firstName + " " + lastName)
                .addRDN(BCStyle.GIVENNAME, firstName)
                .addRDN(BCStyle.SURNAME, lastName)
                .addRDN(BCStyle.SERIALNUMBER, "PINPL-" + pesel)
                .build();
        return identity("citizen-" + pesel, name, authority);
    }

    /** A certificate nobody trusts, for tests of refusal. */
    public Identity stranger() {
        return identity("stranger", subject("Obcy", null), null);
    }

    /** The XML with an enveloped XAdES-BES signature under its root. */
    public byte[] signXml(byte[] xml, Identity signer) {
        return XmlSigner.enveloped(xml, signer.key(), signer.certificate());
    }

    private static X500Name subject(String commonName, String serialNumber) {
        X500NameBuilder name =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "PL").addRDN(BCStyle.CN, commonName);
        if (serialNumber != null) {
            name.addRDN(BCStyle.SERIALNUMBER, serialNumber);
        }
        return name.build();
    }

    private Identity identity(String file, X500Name subject, Identity issuer) {
        Path store = directory.resolve(file + ".p12");
        // Two programs may begin in the same empty directory.
        synchronized (TestPki.class) {
            try {
                Files.createDirectories(directory);
                try (FileChannel channel = FileChannel.open(
                        directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    if (!Files.exists(store)) {
                        create(store, subject, issuer);
                    }
                    return load(store);
                }
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            } catch (GeneralSecurityException | OperatorCreationException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private static void create(Path store, X500Name subject, Identity issuer)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        boolean root = issuer == null;
        X500Name issuerName = root
                ? subject
                : X500Name.getInstance(
                        issuer.certificate().getSubjectX500Principal().getEncoded());
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuerName, new BigInteger(100, new SecureRandom()), FROM, TO, subject, pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        root
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature
                                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(
                        new JcaContentSignerBuilder("SHA256withRSA").build(root ? pair.getPrivate() : issuer.key())));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        Certificate[] chain =
                root ? new Certificate[] {certificate} : new Certificate[] {certificate, issuer.certificate()};
        keys.setKeyEntry(ALIAS, pair.getPrivate(), PASSWORD.toCharArray(), chain);
        Path unfinished = store.resolveSibling(store.getFileName() + ".part");
        try (OutputStream bytes = Files.newOutputStream(unfinished)) {
            keys.store(bytes, PASSWORD.toCharArray());
        }
        Files.move(unfinished, store, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Identity load(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        return new Identity(store, (PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray()), (X509Certificate)
                keys.getCertificate(ALIAS));
    }

    private void writeCaPem() {
        try {
            String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(authority.certificate().getEncoded());
            Files.writeString(caPem(), "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
