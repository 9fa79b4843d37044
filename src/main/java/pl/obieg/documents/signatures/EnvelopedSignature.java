package pl.obieg.documents.signatures;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.AlgorithmMethod;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.KeySelectorResult;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.X509Data;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One signature inside an XML document.
 *
 * @param holds whether its cryptography is right and it covers the root of the document
 * @param signer the certificate whose key made it; {@code null} if it could not be read
 * @param certificates all that came with it
 */
record EnvelopedSignature(boolean holds, X509Certificate signer, List<X509Certificate> certificates) {

    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");
    private static final List<String> ID_NAMES = List.of("Id", "ID", "id");
    /** What leaves the content as it is but for signatures; any other transform could hide a part of it. */
    private static final Set<String> HARMLESS = Set.of(
            Transform.ENVELOPED,
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS,
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments");

    static EnvelopedSignature read(Element element) {
        Element root = element.getOwnerDocument().getDocumentElement();
        List<X509Certificate> certificates = List.of();
        X509Certificate signer = null;
        try {
            KeyOfCertificate key = new KeyOfCertificate();
            DOMValidateContext context = new DOMValidateContext(key, element);
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
            boolean distinct = nameTargets(context, root, element);
            XMLSignature signature = FACTORY.unmarshalXMLSignature(context);
            certificates = certificatesOf(signature.getKeyInfo());
            signer = certificates.stream()
                    .filter(certificate -> certificate.getBasicConstraints() < 0)
                    .findFirst()
                    .orElse(null);
            key.use(signer);
            boolean holds = signer != null && distinct && coversRoot(signature, root) && signature.validate(context);
            return new EnvelopedSignature(holds, signer, certificates);
        } catch (MarshalException | XMLSignatureException | RuntimeException broken) {
            return new EnvelopedSignature(false, signer, certificates);
        }
    }

    /**
     * Tells which elements a reference may point at: the root and parts of this signature, nothing else, so that a
     * signed part moved elsewhere is not found (signature wrapping).
     *
     * @return whether their ids are distinct
     */
    private static boolean nameTargets(DOMValidateContext context, Element root, Element signature) {
        Set<String> seen = new HashSet<>();
        boolean distinct = name(context, root, seen) && name(context, signature, seen);
        NodeList parts = signature.getElementsByTagName("*");
        for (int i = 0; i < parts.getLength(); i++) {
            distinct &= name(context, (Element) parts.item(i), seen);
        }
        return distinct;
    }

    private static boolean name(DOMValidateContext context, Element element, Set<String> seen) {
        for (String attribute : ID_NAMES) {
            if (element.hasAttributeNS(null, attribute)) {
                context.setIdAttributeNS(element, null, attribute);
                return seen.add(element.getAttributeNS(null, attribute));
            }
        }
        return true;
    }

    private static boolean coversRoot(XMLSignature signature, Element root) {
        return signature.getSignedInfo().getReferences().stream()
                .anyMatch(reference -> isRoot(reference, root) && isWhole(reference));
    }

    private static boolean isRoot(Reference reference, Element root) {
        String uri = reference.getURI();
        return uri != null
                && (uri.isEmpty()
                        || ID_NAMES.stream()
                                .anyMatch(attribute -> root.hasAttributeNS(null, attribute)
                                        && uri.equals("#" + root.getAttributeNS(null, attribute))));
    }

    private static boolean isWhole(Reference reference) {
        return reference.getTransforms().stream()
                .allMatch(transform -> HARMLESS.contains(transform.getAlgorithm()) || leavesOutSignatures(transform));
    }

    /** The form in which the European library and podpis zaufany leave the signature out. */
    private static boolean leavesOutSignatures(Transform transform) {
        TransformParameterSpec parameters = (TransformParameterSpec) transform.getParameterSpec();
        return parameters instanceof XPathFilterParameterSpec filter
                && filter.getXPath().strip().equals("not(ancestor-or-self::ds:Signature)")
                && XMLSignature.XMLNS.equals(filter.getNamespaceMap().get("ds"));
    }

    private static List<X509Certificate> certificatesOf(KeyInfo keyInfo) {
        List<X509Certificate> found = new ArrayList<>();
        if (keyInfo != null) {
            for (Object content : keyInfo.getContent()) {
                if (content instanceof X509Data data) {
                    data.getContent().stream()
                            .filter(X509Certificate.class::isInstance)
                            .map(X509Certificate.class::cast)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    /** Gives the key of the certificate that is reported as the signer's, and no other. */
    private static final class KeyOfCertificate extends KeySelector {

        private X509Certificate certificate;

        void use(X509Certificate signer) {
            certificate = signer;
        }

        @Override
        public KeySelectorResult select(
                KeyInfo keyInfo, Purpose purpose, AlgorithmMethod method, XMLCryptoContext context) {
            return certificate::getPublicKey;
        }
    }
}
