package pl.obieg.documents.letters;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the filled template: well-formed XHTML, without a document type but for {@code <!DOCTYPE html>}. */
final class Xhtml {

    private static final Pattern DOCTYPE = Pattern.compile("^\\s*<!DOCTYPE html>\\s*", Pattern.CASE_INSENSITIVE);

    private Xhtml() {}

    static Document parse(String html, String title) {
        // The one entity every writer of HTML uses; XML without a document type does not know it.
        String xml = DOCTYPE.matcher(html).replaceFirst("").strip().replace("&nbsp;", "&#160;");
        try {
            DocumentBuilder parser = factory().newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            Document document = parser.parse(new InputSource(new StringReader(xml)));
            describe(document, title);
            return document;
        } catch (SAXParseException malformed) {
            throw new IllegalStateException(
                    "The letter is not well-formed XHTML: line " + malformed.getLineNumber() + ", column "
                            + malformed.getColumnNumber(),
                    malformed);
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            throw new IllegalStateException("The letter is not readable XHTML", unreadable);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** PDF readers show language and title; the renderer takes them from here. */
    private static void describe(Document document, String title) {
        Element html = document.getDocumentElement();
        if (html.getAttribute("lang").isEmpty()) {
            html.setAttribute("lang", "pl");
        }
        Element head = first(html, "head");
        if (head == null) {
            head = document.createElementNS(html.getNamespaceURI(), "head");
            html.insertBefore(head, html.getFirstChild());
        }
        Element caption = first(head, "title");
        if (caption == null) {
            caption = document.createElementNS(html.getNamespaceURI(), "title");
            head.appendChild(caption);
        }
        caption.setTextContent(title);
    }

    private static Element first(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? null : (Element) found.item(0);
    }
}
