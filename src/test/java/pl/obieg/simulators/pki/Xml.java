package pl.obieg.simulators.pki;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as the simulators read and write it: without doctype. */
public final class Xml {

    private Xml() {}

    /** @throws IllegalArgumentException if the bytes are not XML, or have a doctype */
    public static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException unreadable) {
            throw new IllegalArgumentException("Not XML", unreadable);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The node in UTF-8. */
    public static byte[] bytes(Node node) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            transformer.transform(new DOMSource(node), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Adds an element; {@code text} may be {@code null}. */
    public static Element add(Element parent, String namespace, String qualifiedName, String text) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, qualifiedName);
        if (text != null) {
            child.setTextContent(text);
        }
        parent.appendChild(child);
        return child;
    }

    /** The first child element of the name. */
    public static Optional<Element> child(Element parent, String namespace, String localName) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && localName.equals(element.getLocalName())
                    && java.util.Objects.equals(namespace, element.getNamespaceURI())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** The trimmed text of the child element, or an empty one. */
    public static String text(Element parent, String namespace, String localName) {
        return child(parent, namespace, localName)
                .map(element -> element.getTextContent().trim())
                .orElse("");
    }

    /** Text fit for element content and attributes. */
    public static String escape(String text) {
        return org.springframework.web.util.HtmlUtils.htmlEscapeDecimal(text == null ? "" : text);
    }
}
