package pl.obieg.delivery.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** One call of Elektroniczny Nadawca: SOAP 1.1 document/literal, HTTP Basic, local elements without a namespace. */
class EnClient {

    static final String NAMESPACE = "http://e-nadawca.poczta-polska.pl";

    private final PostSettings settings;
    private final HttpClient http;

    EnClient(PostSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    /** The post could not be asked, or its answer could not be understood: try again later. */
    static class PostUnavailable extends RuntimeException {

        PostUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param operation such as {@code addShipment}
     * @param content inner XML of the request element
     * @return the response element
     */
    Element call(String operation, String attributes, String content) {
        String envelope = """
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:en="%s" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><en:%s%s>%s</en:%s>\
                </soapenv:Body></soapenv:Envelope>""".formatted(NAMESPACE, operation, attributes, content, operation);
        String credentials = settings.login() + ':' + settings.password();
        HttpRequest request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", '"' + NAMESPACE + '/' + operation + '"')
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new PostUnavailable(operation + " answered with status " + response.statusCode(), null);
            }
            return body(operation, response.body());
        } catch (IOException broken) {
            throw new PostUnavailable(
                    operation + " could not be called: " + broken.getClass().getSimpleName(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PostUnavailable(operation + " was interrupted", stopped);
        }
    }

    private static Element body(String operation, byte[] xml) {
        try {
            Element envelope = secureFactory()
                    .newDocumentBuilder()
                    .parse(new InputSource(new ByteArrayInputStream(xml)))
                    .getDocumentElement();
            for (Element body : children(envelope, "Body")) {
                for (Element response : children(body, operation + "Response")) {
                    return response;
                }
            }
            throw new PostUnavailable(operation + " answered without a response element", null);
        } catch (SAXException | ParserConfigurationException | IOException unreadable) {
            throw new PostUnavailable(operation + " answered something that is not SOAP", unreadable);
        }
    }

    private static DocumentBuilderFactory secureFactory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** Child elements of the local name. */
    static List<Element> children(Element parent, String localName) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && localName.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    /** Text as it goes into an attribute or element. */
    static String escape(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
