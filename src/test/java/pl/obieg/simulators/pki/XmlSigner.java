package pl.obieg.simulators.pki;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** XAdES-BES under the root of a document. */
final class XmlSigner {

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";

    private XmlSigner() {}

    static byte[] enveloped(byte[] xml, PrivateKey key, X509Certificate certificate) {
        Document document = Xml.parse(xml);
        try {
            sign(document, key, certificate);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException unsigned) {
            throw new IllegalStateException("The letter cannot be signed", unsigned);
        }
        return Xml.bytes(document);
    }

    private static void sign(Document document, PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        String id = UUID.randomUUID().toString();
        Element qualifying = qualifyingProperties(document, id, certificate);
        Transform exclusive = factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
        Transform withoutSignature = factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null);
        DigestMethod digest = factory.newDigestMethod(DigestMethod.SHA256, null);
        List<Reference> references = List.of(
                factory.newReference("", digest, List.of(withoutSignature, exclusive), null, null),
                factory.newReference("#SP-" + id, digest, List.of(exclusive), SIGNED_PROPERTIES, null));
        KeyInfoFactory keys = factory.getKeyInfoFactory();
        KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
        XMLSignature signature = factory.newXMLSignature(
                factory.newSignedInfo(
                        factory.newCanonicalizationMethod(
                                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                        factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                        references),
                keyInfo,
                List.of(factory.newXMLObject(List.of(new DOMStructure(qualifying)), null, null, null)),
                "S-" + id,
                null);
        DOMSignContext context = new DOMSignContext(key, document.getDocumentElement());
        context.setDefaultNamespacePrefix("ds");
        context.setIdAttributeNS((Element) qualifying.getFirstChild(), null, "Id");
        signature.sign(context);
    }

    private static Element qualifyingProperties(Document document, String id, X509Certificate certificate)
            throws GeneralSecurityException {
        Element qualifying = document.createElementNS(XADES, "xades:QualifyingProperties");
        // Canonicalisation of a tree in memory sees only declarations that stand there as attributes.
        qualifying.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:xades", XADES);
        qualifying.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:ds", XMLSignature.XMLNS);
        qualifying.setAttribute("Target", "#S-" + id);
        Element signed = Xml.add(qualifying, XADES, "xades:SignedProperties", null);
        signed.setAttribute("Id", "SP-" + id);
        Element properties = Xml.add(signed, XADES, "xades:SignedSignatureProperties", null);
        String time =
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
        Xml.add(properties, XADES, "xades:SigningTime", time);
        Element cert = Xml.add(Xml.add(properties, XADES, "xades:SigningCertificate", null), XADES, "xades:Cert", null);
        Element digest = Xml.add(cert, XADES, "xades:CertDigest", null);
        Xml.add(digest, XMLSignature.XMLNS, "ds:DigestMethod", null).setAttribute("Algorithm", DigestMethod.SHA256);
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        Xml.add(
                digest,
                XMLSignature.XMLNS,
                "ds:DigestValue",
                Base64.getEncoder().encodeToString(sha256));
        Element issuer = Xml.add(cert, XADES, "xades:IssuerSerial", null);
        Xml.add(
                issuer,
                XMLSignature.XMLNS,
                "ds:X509IssuerName",
                certificate.getIssuerX500Principal().getName());
        Xml.add(
                issuer,
                XMLSignature.XMLNS,
                "ds:X509SerialNumber",
                certificate.getSerialNumber().toString());
        return qualifying;
    }
}
