package pl.obieg.transport.soap;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * WS-Security 1.0 with an X.509v3 token: signs Body and Timestamp, digests by SHA-256, exclusive canonicalisation, each
 * part of the header before its use (layout Strict).
 */
public final class MessageSigner {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
    private static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
    private static final String X509V3 = OASIS + "x509-token-profile-1.0#X509v3";
    private static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final SigningKey key;
    private final Clock clock;
    private final String signatureMethod;

    /**
     * @param clock shows the true time: the other side compares it with its own
     * @param signatureMethod URI of the algorithm, such as {@code http://www.w3.org/2001/04/xmldsig-more#rsa-sha256}
     */
    public MessageSigner(SigningKey key, Clock clock, String signatureMethod) {
        this.key = key;
        this.clock = clock;
        this.signatureMethod = signatureMethod;
    }

    /** The envelope as it goes over the wire. */
    byte[] sign(Document envelope) {
        Document prepared = SafeXml.parse(SafeXml.bytes(withSecurityHeader(envelope)));
        Element security =
                (Element) prepared.getElementsByTagNameNS(WSSE, "Security").item(0);
        Element timestamp = SafeXml.child(security, "Timestamp").orElseThrow();
        Element token = SafeXml.child(security, "BinarySecurityToken").orElseThrow();
        Element body = SafeXml.child(prepared.getDocumentElement(), "Body").orElseThrow();
        List.of(timestamp, token, body).forEach(part -> part.setIdAttributeNS(WSU, "Id", true));
        try {
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            List<Reference> parts = List.of(reference(factory, timestamp), reference(factory, body));
            KeyInfo keyInfo = factory.getKeyInfoFactory()
                    .newKeyInfo(List.of(new DOMStructure(tokenReference(security, token.getAttributeNS(WSU, "Id")))));
            DOMSignContext context = new DOMSignContext(key.privateKey(), security);
            context.setDefaultNamespacePrefix("ds");
            factory.newXMLSignature(
                            factory.newSignedInfo(
                                    factory.newCanonicalizationMethod(
                                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                    factory.newSignatureMethod(signatureMethod, null),
                                    parts),
                            keyInfo)
                    .sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException unsigned) {
            throw new IllegalStateException("The message cannot be signed", unsigned);
        }
        return SafeXml.bytes(prepared);
    }

    private Document withSecurityHeader(Document envelope) {
        Element header = SafeXml.child(envelope.getDocumentElement(), "Header").orElseThrow();
        Element security = SafeXml.add(header, WSSE, "wsse:Security", null);
        header.insertBefore(security, header.getFirstChild());
        security.setAttributeNS(SOAP, "soap:mustUnderstand", "1");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Element timestamp = SafeXml.add(security, WSU, "wsu:Timestamp", null);
        identify(timestamp, "TS-");
        SafeXml.add(timestamp, WSU, "wsu:Created", now.toString());
        SafeXml.add(timestamp, WSU, "wsu:Expires", now.plus(LIFE).toString());
        Element token = SafeXml.add(security, WSSE, "wsse:BinarySecurityToken", encodedCertificate());
        token.setAttribute("EncodingType", BASE64);
        token.setAttribute("ValueType", X509V3);
        identify(token, "X509-");
        identify(SafeXml.child(envelope.getDocumentElement(), "Body").orElseThrow(), "B-");
        return envelope;
    }

    private String encodedCertificate() {
        try {
            return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void identify(Element element, String prefix) {
        element.setAttributeNS(WSU, "wsu:Id", prefix + UUID.randomUUID());
    }

    private static Element tokenReference(Element security, String tokenId) {
        Element reference = security.getOwnerDocument().createElementNS(WSSE, "wsse:SecurityTokenReference");
        Element target = SafeXml.add(reference, WSSE, "wsse:Reference", null);
        target.setAttribute("URI", "#" + tokenId);
        target.setAttribute("ValueType", X509V3);
        return reference;
    }

    private static Reference reference(XMLSignatureFactory factory, Element part) throws GeneralSecurityException {
        return factory.newReference(
                "#" + part.getAttributeNS(WSU, "Id"),
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                null,
                null);
    }
}
