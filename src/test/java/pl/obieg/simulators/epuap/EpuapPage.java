package pl.obieg.simulators.epuap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.w3c.dom.Element;
import pl.obieg.simulators.pki.Xml;

/** Acting as the outside world: by the page for people, by JSON for tests. */
@RestController
class EpuapPage {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final EpuapBox box;
    private final EpuapOrders orders;

    EpuapPage(EpuapBox box, EpuapOrders orders) {
        this.box = box;
        this.orders = orders;
    }

    /**
     * @param xml the document as text, or {@code base64} as bytes
     * @param podpisz whether the sender signs it with a test certificate
     */
    record Filing(
            String xml,
            String base64,
            String nazwaPliku,
            EpuapBox.Sender nadawca,
            String adresOdpowiedzi,
            boolean podpisz) {}

    record Mode(String auto) {}

    @GetMapping(path = "/epuap", produces = "text/html;charset=UTF-8")
    String page() {
        return EpuapHtml.page(box, orders);
    }

    @PostMapping(path = "/epuap/dokumenty", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> file(@RequestBody Filing filing) {
        byte[] content = filing.base64() != null
                ? Base64.getDecoder().decode(filing.base64())
                : filing.xml().getBytes(StandardCharsets.UTF_8);
        String name = filing.nazwaPliku() == null ? "dokument.xml" : filing.nazwaPliku();
        return Map.of("id", box.file(filing.nadawca(), filing.adresOdpowiedzi(), name, content, filing.podpisz()));
    }

    @PostMapping(path = "/epuap/dokumenty", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Void> file(
            @RequestParam(required = false) MultipartFile plik,
            @RequestParam(defaultValue = "") String xml,
            @RequestParam(defaultValue = "") String imie,
            @RequestParam(defaultValue = "") String nazwisko,
            @RequestParam(defaultValue = "") String nazwa,
            @RequestParam(defaultValue = "") String pesel,
            @RequestParam(defaultValue = "") String nip,
            @RequestParam(defaultValue = "") String adresOdpowiedzi,
            @RequestParam(defaultValue = "false") boolean podpisz)
            throws IOException {
        boolean uploaded = plik != null && !plik.isEmpty();
        byte[] content = uploaded ? plik.getBytes() : xml.getBytes(StandardCharsets.UTF_8);
        String name = uploaded ? String.valueOf(plik.getOriginalFilename()) : "dokument.xml";
        EpuapBox.Sender sender = new EpuapBox.Sender(imie, nazwisko, nazwa, empty(pesel), empty(nip), null);
        box.file(sender, adresOdpowiedzi, name, content, podpisz && sender.person());
        return backToPage();
    }

    @PostMapping("/epuap/wyslane/{orderId}/odbior")
    ResponseEntity<Void> collect(
            @PathVariable String orderId, @RequestParam(defaultValue = "false") boolean dwukrotnie) {
        box.collect(orderId, dwukrotnie);
        return backToPage();
    }

    @GetMapping(path = "/epuap/wyslane", produces = MediaType.APPLICATION_JSON_VALUE)
    Object sent() {
        return box.sent().stream()
                .map(letter -> Map.of(
                        "identyfikatorZlecenia", letter.orderId(),
                        "adres", letter.address(),
                        "sprawa", letter.caseNumber(),
                        "nazwaPliku", letter.fileName(),
                        "odebrane", letter.collectedAt() != null))
                .toList();
    }

    @GetMapping(path = "/epuap/wyslane/{orderId}/dokument", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] letter(@PathVariable String orderId) {
        return box.sent(orderId).content();
    }

    /** The first file inside the letter, which is what the citizen reads. */
    @GetMapping(path = "/epuap/wyslane/{orderId}/zalacznik", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] enclosure(@PathVariable String orderId) {
        Element data = (Element) Xml.parse(box.sent(orderId).content())
                .getElementsByTagNameNS("*", "DaneZalacznika")
                .item(0);
        return Base64.getMimeDecoder().decode(data.getTextContent());
    }

    @GetMapping(path = "/epuap/kolejka", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> queue() {
        return Map.of("oczekujace", box.waiting(box.officeBox()));
    }

    @PostMapping(path = "/epuap/awarie", consumes = MediaType.APPLICATION_JSON_VALUE)
    void spoil(@RequestBody EpuapOrders.Fault fault) {
        orders.order(fault);
    }

    @PostMapping(path = "/epuap/awarie", consumes = FORM)
    ResponseEntity<Void> spoil(@RequestParam String mode, @RequestParam(defaultValue = "1") int count) {
        orders.order(new EpuapOrders.Fault(mode, count, null, null));
        return backToPage();
    }

    @PostMapping(path = "/epuap/tryb", consumes = MediaType.APPLICATION_JSON_VALUE)
    void auto(@RequestBody Mode mode) {
        orders.auto(mode.auto());
    }

    @PostMapping(path = "/epuap/tryb", consumes = FORM)
    ResponseEntity<Void> auto(@RequestParam String auto) {
        orders.auto(auto);
        return backToPage();
    }

    private static String empty(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static ResponseEntity<Void> backToPage() {
        return ResponseEntity.status(303).header("Location", "/epuap").build();
    }
}
