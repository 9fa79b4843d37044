package pl.obieg.ledger.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The electronic application for a tax certificate: {@code Wniosek} with {@code Rodzaj}, {@code Cel} and, if the sender
 * pays by transfer, {@code Identyfikator} which the transfer's title names. The form is our own; there is no national one.
 *
 * @param kind {@code NIEZALEGANIE} or {@code STAN_ZALEGLOSCI}
 * @param purpose code of the table {@code oplata-skarbowa}
 * @param reference in the title of the transfer, or {@code null}
 */
public record CertificateForm(String kind, String purpose, String reference) {

    /** Namespace of the root element. */
    public static final String NAMESPACE = "http://obieg.example/wzor/zaswiadczenie/1/";

    private static final Set<String> KINDS = Set.of("NIEZALEGANIE", "STAN_ZALEGLOSCI");

    /** What a letter without the form is taken to ask, until a clerk has read it. */
    public static CertificateForm unknown() {
        return new CertificateForm("NIEZALEGANIE", "INNY", null);
    }

    /** What the form says; what it does not say, or says wrongly, is as of {@link #unknown()}. */
    public static CertificateForm read(byte[] xml) {
        Document document;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            // Silent: the default handler prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            document = builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException unreadable) {
            return unknown();
        } catch (ParserConfigurationException unsupported) {
            throw new IllegalStateException(unsupported);
        }
        String kind = text(document, "Rodzaj");
        String purpose = text(document, "Cel");
        String reference = text(document, "Identyfikator");
        return new CertificateForm(
                KINDS.contains(kind) ? kind : "NIEZALEGANIE",
                purpose.matches("[A-Z_]{3,30}") ? purpose : "INNY",
                reference.matches("[A-Z0-9-]{8,40}") ? reference : null);
    }

    private static String text(Document document, String element) {
        var found = document.getElementsByTagNameNS(NAMESPACE, element);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
