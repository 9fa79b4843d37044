package pl.obieg.simulators.epuap;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import pl.obieg.simulators.pki.TestPki;
import pl.obieg.simulators.pki.Xml;

/** Checks what the sign policy demands: a known certificate, signed Body and Timestamp, Basic256Sha256, Strict. */
@Component
class WsSecurityCheck {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
    private static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final TestPki pki;
    // The true time: a caller signs with it even while the office's clock is moved.
    private final Clock trueTime = Clock.systemUTC();

    WsSecurityCheck(TestPki pki) {
        this.pki = pki;
    }

    /** @throws EpuapRefusal if the message is not as the policy demands */
    void verify(Element envelope) {
        Element header = part(envelope, SOAP, "Header");
        Element body = part(envelope, SOAP, "Body");
        Element security = part(header, WSSE, "Security");
        Element timestamp = part(security, WSU, "Timestamp");
        Element token = part(security, WSSE, "BinarySecurityToken");
        Element signature = part(security, XMLSignature.XMLNS, "Signature");
        strictLayout(security, token, signature);
        fresh(timestamp);
        Set<String> mustBeSigned = new HashSet<>();
        for (Element signed : List.of(body, timestamp, token)) {
            signed.setIdAttributeNS(WSU, "Id", true);
        }
        mustBeSigned.add("#" + body.getAttributeNS(WSU, "Id"));
        mustBeSigned.add("#" + timestamp.getAttributeNS(WSU, "Id"));
        tokenIsReferred(signature, token);
        try {
            validate(certificate(token), signature, mustBeSigned);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException broken) {
            throw new EpuapRefusal(401, "Podpis komunikatu jest nieprawidłowy");
        }
    }

    private static Element part(Element parent, String namespace, String name) {
        return Xml.child(parent, namespace, name)
                .orElseThrow(() -> new EpuapRefusal(401, "Brak elementu " + name + " w komunikacie"));
    }

    private static void strictLayout(Element security, Element token, Element signature) {
        NodeList all = security.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) == token) {
                return;
            }
            if (all.item(i) == signature) {
                throw new EpuapRefusal(401, "Token występuje po podpisie (układ Strict)");
            }
        }
    }

    private void fresh(Element timestamp) {
        try {
            Instant now = trueTime.instant();
            Instant created = Instant.parse(Xml.text(timestamp, WSU, "Created"));
            Instant expires = Instant.parse(Xml.text(timestamp, WSU, "Expires"));
            if (created.isAfter(now.plus(TOLERANCE)) || expires.isBefore(now)) {
                throw new EpuapRefusal(401, "Znacznik czasu komunikatu jest nieaktualny");
            }
        } catch (DateTimeException unreadable) {
            throw new EpuapRefusal(401, "Znacznik czasu komunikatu jest nieczytelny");
        }
    }

    private static void tokenIsReferred(Element signature, Element token) {
        NodeList references = signature.getElementsByTagNameNS(WSSE, "Reference");
        if (references.getLength() != 1
                || !("#" + token.getAttributeNS(WSU, "Id"))
                        .equals(((Element) references.item(0)).getAttribute("URI"))) {
            throw new EpuapRefusal(401, "Podpis nie wskazuje tokenu");
        }
    }

    private X509Certificate certificate(Element token) throws GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(token.getTextContent().trim());
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        certificate.verify(pki.caCertificate().getPublicKey());
        return certificate;
    }

    private static void validate(X509Certificate certificate, Element signature, Set<String> mustBeSigned)
            throws MarshalException, XMLSignatureException {
        DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
        XMLSignature xml = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        Set<String> signed = new HashSet<>();
        boolean suite = SignatureMethod.RSA_SHA256.equals(
                        xml.getSignedInfo().getSignatureMethod().getAlgorithm())
                && CanonicalizationMethod.EXCLUSIVE.equals(
                        xml.getSignedInfo().getCanonicalizationMethod().getAlgorithm());
        for (Reference reference : xml.getSignedInfo().getReferences()) {
            signed.add(reference.getURI());
            suite &= DigestMethod.SHA256.equals(reference.getDigestMethod().getAlgorithm());
        }
        if (!suite || !signed.containsAll(mustBeSigned) || !xml.validate(context)) {
            throw new EpuapRefusal(401, "Podpis komunikatu jest nieprawidłowy");
        }
    }
}
