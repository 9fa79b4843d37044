package pl.obieg.simulators.edoreczenia;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Certificates of systems registered by entities, {@code <ADE>.SYSTEM.<name>}, and authorities whose certificates are
 * taken without registration (client {@code CA:<name>}).
 */
@Repository("edoreczeniaTrustedSystems")
class TrustedSystems {

    private static final String AUTHORITY = "CA:";

    private final JdbcClient jdbc;

    TrustedSystems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(String client, String pem) {
        parse(pem);
        jdbc.sql("""
                insert into edoreczenia.certificate (client, certificate) values (?, ?)
                on conflict (client) do update set certificate = excluded.certificate
                """).params(client, pem).update();
    }

    void unregister(String client) {
        jdbc.sql("delete from edoreczenia.certificate where client = ?")
                .param(client)
                .update();
    }

    void registerAuthority(String name, String pem) {
        register(AUTHORITY + name, pem);
    }

    /** The certificate that the client's assertion must be signed with; {@code presented} only counts if issued well. */
    Optional<X509Certificate> of(String client, Optional<X509Certificate> presented) {
        Optional<X509Certificate> registered = jdbc.sql(
                        "select certificate from edoreczenia.certificate where client = ?")
                .param(client)
                .query(String.class)
                .optional()
                .map(TrustedSystems::parse);
        return registered.or(() -> presented.filter(this::issuedByAuthority));
    }

    List<String> clients() {
        return jdbc.sql("select client from edoreczenia.certificate order by client")
                .query(String.class)
                .list();
    }

    private boolean issuedByAuthority(X509Certificate presented) {
        return jdbc
                .sql("select certificate from edoreczenia.certificate where client like 'CA:%'")
                .query(String.class)
                .list()
                .stream()
                .map(TrustedSystems::parse)
                .anyMatch(authority -> isSignedBy(presented, authority));
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    private static X509Certificate parse(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("To nie jest certyfikat PEM", unreadable);
        }
    }
}
