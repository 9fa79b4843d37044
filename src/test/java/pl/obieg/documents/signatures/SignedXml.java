package pl.obieg.documents.signatures;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs XML the way citizens' tools do: XAdES, enveloped, with a second reference to the signed properties. */
public final class SignedXml {

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private SignedXml() {}

    /** The whole document, by {@code URI=""} or by the root's id. */
    public static byte[] sign(String xml, Certificates.Identity identity, Certificates authority, String uri)
            throws Exception {
        Document document = parse(xml.getBytes(StandardCharsets.UTF_8));
        Element root = document.getDocumentElement();
        if (root.hasAttribute("Id")) {
            root.setIdAttribute("Id", true);
        }
        Element properties = document.createElementNS(XADES, "xades:SignedProperties");
        properties.setAttribute("Id", "wlasciwosci-1");
        properties.setIdAttribute("Id", true);
        properties.appendChild(document.createElementNS(XADES, "xades:SignedSignatureProperties"));
        Element qualifying = document.createElementNS(XADES, "xades:QualifyingProperties");
        qualifying.appendChild(properties);

        DigestMethod digest = FACTORY.newDigestMethod(DigestMethod.SHA256, null);
        Transform enveloped = FACTORY.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null);
        Transform exclusive = FACTORY.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
        List<Reference> references = new ArrayList<>();
        references.add(FACTORY.newReference(uri, digest, List.of(enveloped, exclusive), null, null));
        references.add(FACTORY.newReference(
                "#wlasciwosci-1", digest, List.of(exclusive), "http://uri.etsi.org/01903#SignedProperties", null));
        KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
        FACTORY.newXMLSignature(
                        FACTORY.newSignedInfo(
                                FACTORY.newCanonicalizationMethod(
                                        CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                FACTORY.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
                                references),
                        keys.newKeyInfo(
                                List.of(keys.newX509Data(List.of(identity.certificate(), authority.certificate())))),
                        List.of(FACTORY.newXMLObject(List.of(new DOMStructure(qualifying)), null, null, null)),
                        "podpis-1",
                        null)
                .sign(new DOMSignContext(identity.key(), root));
        return bytes(document);
    }

    static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    static byte[] bytes(Document document) throws Exception {
        StringWriter text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
