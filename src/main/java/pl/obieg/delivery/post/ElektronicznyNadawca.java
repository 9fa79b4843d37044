package pl.obieg.delivery.post;

import static pl.obieg.delivery.post.EnClient.children;
import static pl.obieg.delivery.post.EnClient.escape;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import pl.obieg.delivery.Shipment;
import pl.obieg.exchange.Address;
import pl.obieg.process.Refusal;

/** The post in the office's words. Errors of Elektroniczny Nadawca are in its answers, not faults. */
@Component
class ElektronicznyNadawca {

    private static final int NAME_LENGTH = 60;

    private final EnClient client;
    private final PostSettings settings;

    ElektronicznyNadawca(PostSettings settings) {
        this.client = new EnClient(settings);
        this.settings = settings;
    }

    /** A shipment the post knows. */
    record Known(String number, int envelopeId) {}

    /** Empties the buffer of letters that were added but not posted. */
    void clearEnvelope() {
        technical(client.call("clearEnvelope", "", ""));
    }

    /**
     * Adds a registered letter with electronic receipt by the rules of tax delivery.
     *
     * @return numerNadania
     */
    String addShipment(String guid, Shipment shipment, boolean byKpa) {
        Element response = client.call("addShipment", "", letter(guid, shipment, byKpa));
        for (Element item : children(response, "retval")) {
            List<Element> errors = children(item, "error");
            if (!errors.isEmpty()) {
                throw new Refusal("SHIPMENT_REJECTED", "Poczta odrzuciła przesyłkę (błąd " + numbers(errors) + ").");
            }
            if (guid.equals(item.getAttribute("guid")) && item.hasAttribute("numerNadania")) {
                return item.getAttribute("numerNadania");
            }
        }
        throw new EnClient.PostUnavailable("addShipment answered without the shipment", null);
    }

    /** Hands the buffer over to the posting office; returns idEnvelope. */
    int sendEnvelope() {
        Element response =
                client.call("sendEnvelope", "", "<urzadNadania>" + settings.urzadNadania() + "</urzadNadania>");
        technical(response);
        return children(response, "idEnvelope").stream()
                .map(id -> Integer.valueOf(id.getTextContent().strip()))
                .findFirst()
                .orElseThrow(() -> new EnClient.PostUnavailable("sendEnvelope answered without idEnvelope", null));
    }

    /** WYSLANY, DOSTARCZONY, PRZYJETY, WALIDOWANY or BLEDNY; empty if the post states none. */
    Optional<String> envelopeStatus(int envelopeId) {
        Element response = client.call("getEnvelopeStatus", "", "<idEnvelope>" + envelopeId + "</idEnvelope>");
        technical(response);
        return children(response, "envelopeStatus").stream()
                .map(status -> status.getTextContent().strip())
                .findFirst();
    }

    /** Number of a letter that is in the buffer, not yet handed over. */
    Optional<String> inBuffer(String guid) {
        Element response = client.call("getEnvelopeBufor", "", "");
        technical(response);
        return children(response, "przesylka").stream()
                .filter(letter -> guid.equals(letter.getAttribute("guid")))
                .map(letter -> letter.getAttribute("numerNadania"))
                .findFirst();
    }

    /** A letter that was handed over between the days. */
    Optional<Known> posted(String guid, LocalDate from, LocalDate to) {
        Element list =
                client.call("getEnvelopeList", "", "<startDate>" + from + "</startDate><endDate>" + to + "</endDate>");
        for (Element envelope : children(list, "envelopes")) {
            int id = Integer.parseInt(envelope.getAttribute("idEnvelope"));
            Element content = client.call("getEnvelopeContentShort", "", "<idEnvelope>" + id + "</idEnvelope>");
            for (Element letter : children(content, "przesylka")) {
                if (guid.equals(letter.getAttribute("guid"))) {
                    return Optional.of(new Known(letter.getAttribute("numerNadania"), id));
                }
            }
        }
        return Optional.empty();
    }

    /** Electronic receipts of letters of one envelope, at most 500. */
    List<Element> receipts(int envelopeId, List<String> guids) {
        String content = guids.stream().map(guid -> "<guid>" + guid + "</guid>").collect(Collectors.joining())
                + "<endedOnly>false</endedOnly><idEnvelope>"
                + envelopeId + "</idEnvelope>";
        Element response = client.call("getEPOStatus", " withBioepo=\"false\"", content);
        technical(response);
        return children(response, "epo");
    }

    private String letter(String guid, Shipment shipment, boolean byKpa) {
        Address address = shipment.addressee().address();
        if (address == null || blank(address.place()) || blank(address.postcode()) || blank(address.building())) {
            throw new Refusal("ADDRESS_INCOMPLETE", "Adres pocztowy adresata jest niepełny.");
        }
        String name = shipment.addressee().displayName().strip();
        String rest = name.length() > NAME_LENGTH
                ? name.substring(NAME_LENGTH, Math.min(name.length(), 2 * NAME_LENGTH))
                : "";
        return """
                <przesylki xsi:type="en:przesylkaPoleconaKrajowaType" guid="%s" sygnatura="%s" rodzaj="%s" \
                zasadySpecjalne="%s" kategoria="EKONOMICZNA" format="S"><adres nazwa="%s" nazwa2="%s" \
                ulica="%s" numerDomu="%s" numerLokalu="%s" miejscowosc="%s" kodPocztowy="%s" kraj="Polska"/>\
                <epo xsi:type="en:EPOSimpleType"/></przesylki>""".formatted(
                        guid,
                        escape(shipment.caseNumber()),
                        byKpa ? "pismo" : "pismo podatkowe",
                        byKpa ? "ADMINISTRACYJNA" : "PODATKOWA",
                        escape(name.substring(0, Math.min(name.length(), NAME_LENGTH))),
                        escape(rest),
                        escape(blank(address.street()) ? address.place() : address.street()),
                        escape(address.building()),
                        escape(address.flat()),
                        escape(address.place()),
                        escape(address.postcode()));
    }

    private static void technical(Element response) {
        List<Element> errors = children(response, "error");
        if (!errors.isEmpty()) {
            throw new EnClient.PostUnavailable(response.getLocalName() + " reported error " + numbers(errors), null);
        }
    }

    /** Numbers only: descriptions may repeat the address. */
    private static String numbers(List<Element> errors) {
        return errors.stream().map(error -> error.getAttribute("errorNumber")).collect(Collectors.joining(", "));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
