package pl.obieg.delivery.epuap;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import pl.obieg.transport.soap.SafeXml;
import pl.obieg.transport.soap.XmlRefused;

/** The content of a document if it is XML that may be read. */
record XmlLetter(Element root) {

    /** A file inside the XML. */
    record Enclosure(String fileName, String mediaType, byte[] content) {}

    /** Empty for anything that is not XML, or is XML with a doctype. */
    static Optional<XmlLetter> read(byte[] content) {
        try {
            return Optional.of(new XmlLetter(SafeXml.parse(content).getDocumentElement()));
        } catch (XmlRefused notXml) {
            return Optional.empty();
        }
    }

    String namespace() {
        return root.getNamespaceURI();
    }

    /** The {@code str:Zalacznik} elements that hold their bytes; one that cannot be decoded stays in the letter only. */
    List<Enclosure> enclosures() {
        List<Enclosure> found = new ArrayList<>();
        NodeList elements = root.getElementsByTagNameNS("*", "Zalacznik");
        for (int i = 0; i < elements.getLength(); i++) {
            enclosure((Element) elements.item(i), found.size() + 1).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Enclosure> enclosure(Element element, int number) {
        Optional<String> data = SafeXml.text(element, "DaneZalacznika");
        if (data.isEmpty() || !"base64".equalsIgnoreCase(element.getAttribute("kodowanie"))) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getDecoder().decode(data.get().replaceAll("\\s", ""));
            String name = FileNames.safe(element.getAttribute("nazwaPliku"), "zalacznik-" + number);
            return Optional.of(new Enclosure(name, FileNames.mediaType(element.getAttribute("format")), content));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
