package pl.obieg.simulators.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which one is the postman, and the same actions for tests. */
@RestController
public class PostDesk {

    private static final Map<String, String> RECEIVERS = Map.of(
            "doreczono", "ADRESAT",
            "domownik", "PELNOLETNI_DOMOWNIK",
            "sasiad", "SASIAD",
            "skrzynka", "SKRZYNKA_ODDAWCZA");
    private static final Map<String, String> REASONS = Map.of(
            "odmowa", "ODMOWA",
            "zwrot", "ADRESAT_NIE_PODJAL",
            "wyprowadzil-sie", "ADRESAT_WYPROWADZIL_SIE",
            "nieznany", "ADRESAT_NIEZNANY",
            "zmarl", "ADRESAT_ZMARL",
            "adres-bledny", "ADRES_BLEDNY");

    private final Shipments shipments;
    private final Switches switches;

    PostDesk(Shipments shipments, Switches switches) {
        this.shipments = shipments;
        this.switches = switches;
    }

    /** {@code mode} none, refuse, timeout, twice, late, down; {@code operation} and {@code seconds} may be left out. */
    record Fault(String mode, Integer count, String operation, Integer seconds) {}

    record Mode(String auto) {}

    @GetMapping(path = "/post/stan", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Shipments.Shipment> state() {
        return shipments.all();
    }

    @PostMapping(path = "/post/awarie", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> order(@RequestBody Fault fault) {
        switches.order(
                fault.mode(),
                fault.count() == null ? 1 : fault.count(),
                fault.operation() == null ? "" : fault.operation(),
                fault.seconds() == null ? 30 : fault.seconds());
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = "/post/awarie", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> order(@RequestParam("mode") String mode, @RequestParam("count") int count) {
        order(new Fault(mode, count, null, null));
        return back();
    }

    @PostMapping(path = "/post/tryb", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> auto(@RequestBody Mode mode) {
        switches.auto(mode.auto());
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = "/post/tryb", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> auto(@RequestParam("auto") String auto) {
        switches.auto(auto);
        return back();
    }

    /** Acts on a letter by guid or number, on the simulator's day. */
    @PostMapping("/post/przesylki/{letter}/{action}")
    ResponseEntity<Void> act(@PathVariable("letter") String letter, @PathVariable("action") String action) {
        String guid = shipments.all().stream()
                .filter(one -> one.guid().equals(letter) || one.number().equals(letter))
                .map(Shipments.Shipment::guid)
                .findFirst()
                .orElse(null);
        if (guid == null) {
            return ResponseEntity.notFound().build();
        }
        switch (action) {
            case "awizo" -> shipments.firstNotice(guid);
            case "ponowne-awizo" -> shipments.secondNotice(guid);
            case "awiza-i-zwrot" -> shipments.plan(guid, "DEEMED");
            default -> {
                if (RECEIVERS.containsKey(action)) {
                    shipments.deliver(guid, RECEIVERS.get(action));
                } else if (REASONS.containsKey(action)) {
                    shipments.giveBack(guid, REASONS.get(action));
                } else {
                    return ResponseEntity.badRequest().build();
                }
            }
        }
        return back();
    }

    @GetMapping(path = "/post", produces = "text/html;charset=utf-8")
    String page() {
        StringBuilder rows = new StringBuilder();
        for (Shipments.Shipment letter : shipments.all()) {
            rows.append("<tr><th scope=\"row\">")
                    .append(letter.number())
                    .append("</th><td>")
                    .append(HtmlUtils.htmlEscape(letter.addressee() + ", " + letter.address(), "UTF-8"))
                    .append("</td><td>")
                    .append(HtmlUtils.htmlEscape(String.valueOf(letter.signature()), "UTF-8"))
                    .append("</td><td>")
                    .append(described(letter))
                    .append("</td><td>")
                    .append(letter.endedAt() == null && letter.envelopeId() != null ? PostPage.buttons(letter) : "")
                    .append("</td></tr>");
        }
        return PostPage.of(rows.toString(), switches.auto(), switches.fault(), shipments.today());
    }

    private static String described(Shipments.Shipment letter) {
        StringBuilder text = new StringBuilder(letter.envelopeId() == null ? "w buforze" : letter.status());
        append(text, "pierwsze awizo", letter.firstNoticeOn());
        append(text, "drugie awizo", letter.secondNoticeOn());
        append(
                text,
                "koniec",
                letter.endedAt() == null ? null : letter.endedAt().toLocalDate());
        append(text, "odebrał", letter.receiver());
        append(text, "przyczyna", letter.reason());
        return text.toString();
    }

    private static void append(StringBuilder text, String label, Object value) {
        if (value != null) {
            text.append("<br>").append(label).append(": ").append(value);
        }
    }

    private static ResponseEntity<Void> back() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/post"))
                .build();
    }
}
