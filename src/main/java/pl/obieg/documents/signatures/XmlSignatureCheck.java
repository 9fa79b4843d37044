package pl.obieg.documents.signatures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import pl.obieg.documents.SignatureCheck;

/**
 * Checks enveloped XAdES and plain XML signatures. A signature counts only if it covers the root of the document it
 * lies in; each signature in it must hold. The first names the signer.
 */
@Component
public class XmlSignatureCheck implements SignatureCheck {

    private final TrustedAuthorities authorities;

    XmlSignatureCheck(TrustedAuthorities authorities) {
        this.authorities = authorities;
    }

    @Override
    public Report check(byte[] xml) {
        return parse(xml).map(this::check).orElseGet(() -> new Report(Outcome.MISSING, null, null));
    }

    private Report check(Document document) {
        NodeList elements = document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature");
        List<EnvelopedSignature> signatures = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            signatures.add(EnvelopedSignature.read((Element) elements.item(i)));
        }
        if (signatures.isEmpty()) {
            return new Report(Outcome.MISSING, null, null);
        }
        Outcome worst = Outcome.VALID;
        for (EnvelopedSignature signature : signatures) {
            if (!signature.holds()) {
                worst = Outcome.BROKEN;
            } else if (worst == Outcome.VALID && !authorities.vouchFor(signature.signer(), signature.certificates())) {
                worst = Outcome.UNTRUSTED;
            }
        }
        if (signatures.get(0).signer() == null) {
            return new Report(worst, null, null);
        }
        Signer signer = Signer.of(signatures.get(0).signer());
        return new Report(worst, signer.name(), signer.identifier());
    }

    private static Optional<Document> parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return Optional.of(parser.parse(new ByteArrayInputStream(xml)));
        } catch (SAXException notXml) {
            return Optional.empty();
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
