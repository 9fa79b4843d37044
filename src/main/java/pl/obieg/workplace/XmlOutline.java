package pl.obieg.workplace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An XML document as a nested list of names and values, for a letter whose form nobody knows. The values are as the
 * sender wrote them: the template escapes them.
 */
final class XmlOutline {

    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final int LONGEST_VALUE = 2_000;
    private static final int DEEPEST = 40;
    private static final int MOST_ENTRIES = 3_000;

    private int entries;

    private XmlOutline() {}

    /**
     * A name with its value, or with what it contains.
     *
     * @param value {@code null} if there are only children
     */
    public record Entry(String name, String value, List<Entry> children) {}

    /** The outline of the root element; empty if this is no well-formed XML, or XML with a DTD. */
    static Optional<Entry> of(byte[] xml) {
        try {
            Element root = parser().parse(new ByteArrayInputStream(xml)).getDocumentElement();
            return Optional.of(new XmlOutline().entry(root, 0));
        } catch (SAXException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            // without it the parser writes the sender's text to the console
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException unsupported) {
            throw new IllegalStateException(unsupported);
        }
    }

    private Entry entry(Element element, int depth) {
        entries++;
        String name = words(element.getLocalName());
        if (SIGNATURES.equals(element.getNamespaceURI())) {
            return new Entry("Podpis elektroniczny", "(sprawdzany osobno)", List.of());
        }
        if (depth > DEEPEST) {
            return new Entry(name, "(pominięto dalsze poziomy)", List.of());
        }
        List<Entry> children = attributes(element);
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (entries >= MOST_ENTRIES) {
                children.add(new Entry("…", "(pominięto dalszą treść)", List.of()));
                break;
            }
            if (node instanceof Element child) {
                children.add(entry(child, depth + 1));
            } else if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(node.getNodeValue());
            }
        }
        return new Entry(name, value(text.toString().strip()), children);
    }

    private List<Entry> attributes(Element element) {
        List<Entry> found = new ArrayList<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int index = 0; index < attributes.getLength(); index++) {
            Node attribute = attributes.item(index);
            String namespace = attribute.getNamespaceURI();
            if (namespace == null && !attribute.getNodeValue().isBlank()) {
                entries++;
                found.add(new Entry(words(attribute.getLocalName()), value(attribute.getNodeValue()), List.of()));
            }
        }
        return found;
    }

    private static String value(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= LONGEST_VALUE ? text : "(treść pominięta, znaków: " + text.length() + ")";
    }

    /** {@code DataZlozenia} becomes "Data zlozenia"; abbreviations stay. */
    private static String words(String name) {
        String spaced = name.replace('_', ' ').replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        StringBuilder sentence = new StringBuilder();
        for (String word : spaced.split(" +")) {
            boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
            String shown = abbreviation ? word : word.toLowerCase(java.util.Locale.ROOT);
            sentence.append(sentence.isEmpty() ? "" : " ").append(shown);
        }
        return sentence.isEmpty()
                ? name
                : sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
}
