package pl.obieg.documents.signatures;

import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Who a certificate speaks of. Identifiers in the attribute {@code serialNumber} follow ETSI EN 319 412-1
 * ({@code PNOPL-}, {@code TINPL-}) or the older Polish forms ({@code PINPL-}, {@code PESEL:}, {@code NIP:}).
 */
record Signer(String name, String identifier) {

    private static final Pattern IDENTIFIER =
            Pattern.compile("(?:(?:PNO|PIN|TIN|VAT)PL-|PESEL[: ]\\s*|NIP[: ]\\s*)(\\d{10,11})(?!\\d)");
    private static final String SERIAL_NUMBER = "2.5.4.5";
    private static final String ORGANISATION_IDENTIFIER = "2.5.4.97";

    static Signer of(X509Certificate certificate) {
        try {
            // With the object identifiers spelt out: names of attributes differ between libraries.
            LdapName subject = new LdapName(certificate
                    .getSubjectX500Principal()
                    .getName(
                            "RFC1779",
                            java.util.Map.of(
                                    SERIAL_NUMBER, "SERIALNUMBER", ORGANISATION_IDENTIFIER, "ORGANISATIONIDENTIFIER")));
            String common = null;
            String identifier = null;
            for (Rdn part : subject.getRdns()) {
                String value = String.valueOf(part.getValue());
                if ("CN".equalsIgnoreCase(part.getType())) {
                    common = value;
                } else if ("SERIALNUMBER".equals(part.getType())
                        || identifier == null && "ORGANISATIONIDENTIFIER".equals(part.getType())) {
                    Matcher match = IDENTIFIER.matcher(value);
                    identifier = match.find() ? match.group(1) : identifier;
                }
            }
            return new Signer(common == null ? subject.toString() : common, identifier);
        } catch (InvalidNameException strange) {
            return new Signer(certificate.getSubjectX500Principal().getName(), null);
        }
    }
}
