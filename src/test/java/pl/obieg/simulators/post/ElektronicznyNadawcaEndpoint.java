package pl.obieg.simulators.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Elektroniczny Nadawca: SOAP 1.1, document/literal, HTTP Basic. Errors of the trade are in the answers. */
@RestController
public class ElektronicznyNadawcaEndpoint {

    private static final String NAMESPACE = "http://e-nadawca.poczta-polska.pl";
    private static final int DOWN = 503;
    private static final int LOST = 504;

    private final Shipments shipments;
    private final Switches switches;

    ElektronicznyNadawcaEndpoint(Shipments shipments, Switches switches) {
        this.shipments = shipments;
        this.switches = switches;
    }

    @PostMapping(path = "/post/websrv/en.php")
    ResponseEntity<String> call(
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization, @RequestBody byte[] soap)
            throws SAXException, IOException, ParserConfigurationException, InterruptedException {
        if (!authorization.startsWith("Basic ")) {
            return ResponseEntity.status(401)
                    .header("WWW-Authenticate", "Basic realm=\"e-nadawca\"")
                    .build();
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        Element envelope = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(soap))
                .getDocumentElement();
        Element request = firstElement(
                (Element) envelope.getElementsByTagNameNS("*", "Body").item(0));
        String operation = request.getLocalName();
        String fault = NAMESPACE.equals(request.getNamespaceURI()) ? switches.use(operation) : "down";
        if (fault.equals("down")) {
            return ResponseEntity.status(DOWN).build();
        }
        String answer = answer(operation, request, fault);
        if (fault.equals("timeout")) {
            TimeUnit.SECONDS.sleep(switches.seconds());
            return ResponseEntity.status(LOST).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/xml;charset=utf-8"))
                .body(answer);
    }

    private String answer(String operation, Element request, String fault) {
        if (fault.equals("refuse")) {
            String error = "<error errorNumber=\"11007\" errorDesc=\"Operacja odrzucona\"/>";
            return soap(operation, operation.equals("addShipment") ? refuseEach(request, error) : error);
        }
        return soap(
                operation,
                switch (operation) {
                    case "clearEnvelope" -> {
                        shipments.clearBuffer();
                        yield "<retval>true</retval>";
                    }
                    case "addShipment" -> add(request);
                    case "sendEnvelope" ->
                        shipments
                                .sendEnvelope(switches.auto())
                                .map(id ->
                                        "<idEnvelope>" + id + "</idEnvelope><envelopeStatus>WYSLANY</envelopeStatus>")
                                .orElse("<error errorNumber=\"11015\" errorDesc=\"Brak przesyłek w buforze\"/>");
                    case "getEnvelopeBufor" ->
                        shipments.buffer().stream()
                                .map(letter -> "<przesylka xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                        + " xsi:type=\"en:przesylkaPoleconaKrajowaType\" kategoria=\"EKONOMICZNA\""
                                        + attribute("guid", letter.guid())
                                        + attribute("numerNadania", letter.number()) + "/>")
                                .collect(Collectors.joining());
                    case "getEnvelopeStatus" ->
                        shipments.inEnvelope(number(request)).isEmpty()
                                ? "<error errorNumber=\"11020\" errorDesc=\"Nieznany pakiet\"/>"
                                : "<envelopeStatus>PRZYJETY</envelopeStatus>";
                    case "getEnvelopeList" ->
                        shipments
                                .envelopes(
                                        LocalDate.parse(text(request, "startDate")),
                                        LocalDate.parse(text(request, "endDate")))
                                .stream()
                                .map(id -> "<envelopes idEnvelope=\"" + id + "\" envelopeStatus=\"PRZYJETY\"/>")
                                .collect(Collectors.joining());
                    case "getEnvelopeContentShort" ->
                        shipments.inEnvelope(number(request)).stream()
                                .map(letter -> "<przesylka" + attribute("guid", letter.guid())
                                        + attribute("numerNadania", letter.number()) + " status=\"POTWIERDZONA\"/>")
                                .collect(Collectors.joining());
                    case "getEPOStatus" -> receipts(request, fault);
                    default -> "<error errorNumber=\"1\" errorDesc=\"Nieznana operacja\"/>";
                });
    }

    private String add(Element request) {
        StringBuilder answer = new StringBuilder();
        for (Element letter : elements(request, "przesylki")) {
            Element address = elements(letter, "adres").get(0);
            String guid = letter.getAttribute("guid");
            if (!guid.matches("[0-9A-Fa-f]{32}")
                    || address.getAttribute("kodPocztowy").isBlank()) {
                answer.append("<retval").append(attribute("guid", guid)).append(">");
                answer.append("<error errorNumber=\"11001\" errorDesc=\"Niepoprawne dane przesyłki\"/></retval>");
                continue;
            }
            String number = shipments.add(
                    guid,
                    (address.getAttribute("nazwa") + address.getAttribute("nazwa2")).strip(),
                    "%s %s %s, %s %s"
                            .formatted(
                                    address.getAttribute("ulica"),
                                    address.getAttribute("numerDomu"),
                                    address.getAttribute("numerLokalu"),
                                    address.getAttribute("kodPocztowy"),
                                    address.getAttribute("miejscowosc"))
                            .replaceAll(" +", " ")
                            .replace(" ,", ","),
                    letter.getAttribute("sygnatura"),
                    letter.getAttribute("zasadySpecjalne"),
                    !elements(letter, "epo").isEmpty());
            answer.append("<retval")
                    .append(attribute("numerNadania", number))
                    .append(attribute("guid", guid))
                    .append("/>");
        }
        return answer.toString();
    }

    private String refuseEach(Element request, String error) {
        return elements(request, "przesylki").stream()
                .map(letter -> "<retval" + attribute("guid", letter.getAttribute("guid")) + ">" + error + "</retval>")
                .collect(Collectors.joining());
    }

    private String receipts(Element request, String fault) {
        List<String> guids = elements(request, "guid").stream()
                .map(guid -> guid.getTextContent().strip())
                .toList();
        boolean biometric = Boolean.parseBoolean(request.getAttribute("withBioepo"));
        String all = shipments.all().stream()
                .filter(letter -> guids.contains(letter.guid()))
                .map(letter -> fault.equals("late") ? Epo.unknown(letter) : Epo.of(letter, biometric))
                .collect(Collectors.joining());
        return fault.equals("twice") ? all + all : all;
    }

    private static String soap(String operation, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SOAP-ENV:Envelope"
                + " xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:en=\"" + NAMESPACE
                + "\"><SOAP-ENV:Body><en:" + operation + "Response>" + content + "</en:" + operation
                + "Response></SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    static String attribute(String name, Object value) {
        return value == null ? "" : " " + name + "=\"" + HtmlUtils.htmlEscape(value.toString(), "UTF-8") + "\"";
    }

    private static int number(Element request) {
        return Integer.parseInt(text(request, "idEnvelope"));
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent().strip();
    }

    private static Element firstElement(Element parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        throw new IllegalArgumentException("No request in the body");
    }

    private static List<Element> elements(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }
}
