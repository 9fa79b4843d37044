package pl.obieg.simulators.epuap;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import pl.obieg.simulators.pki.Xml;

/** The services of ePUAP over SOAP 1.1. */
@RestController
class EpuapSoap {

    private static final String SOAP = WsSecurityCheck.SOAP;
    private static final MediaType TEXT_XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);
    /** Body element by operation. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "pull/oczekujaceDokumenty", "ZapytaniePullOczekujace",
            "pull/pobierzNastepny", "ZapytaniePullPobierz",
            "pull/potwierdzOdebranie", "ZapytaniePullPotwierdz",
            "doreczyciel/dorecz", "Dokument",
            "skrytka/nadaj", "Dokument");

    private final WsSecurityCheck security;
    private final Contract contract;
    private final EpuapAnswers answers;
    private final EpuapOrders orders;

    EpuapSoap(WsSecurityCheck security, Contract contract, EpuapAnswers answers, EpuapOrders orders) {
        this.security = security;
        this.contract = contract;
        this.answers = answers;
        this.orders = orders;
    }

    @PostMapping("/epuap/services/{service}")
    ResponseEntity<byte[]> call(
            @PathVariable String service,
            @RequestHeader(name = "SOAPAction", defaultValue = "") String action,
            @RequestBody byte[] message) {
        String operation = action.replace("\"", "").replaceFirst("^http://ws\\.epuap\\.gov\\.pl/", "");
        String fault = orders.take(operation.substring(operation.indexOf('/') + 1));
        if (fault.equals("down")) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .contentType(MediaType.TEXT_HTML)
                    .body("<html><body>Przerwa techniczna</body></html>".getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (fault.equals("refuse")) {
                throw new EpuapRefusal(500, "Odmowa na zamówienie");
            }
            Element envelope = Xml.parse(message).getDocumentElement();
            security.verify(envelope);
            String answer = answer(service, operation, envelope, fault.equals("twice"));
            contract.check(Xml.parse(answer.getBytes(StandardCharsets.UTF_8)).getDocumentElement());
            if (fault.equals("timeout") || fault.equals("late")) {
                // The effect is there, only the answer does not come: the worst case for the caller.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(orders.millis()));
            }
            return envelope(HttpStatus.OK, answer);
        } catch (EpuapRefusal refusal) {
            return fault(refusal.code(), refusal.getMessage());
        } catch (IllegalArgumentException notXml) {
            return fault(400, "Komunikat nie jest poprawnym XML");
        }
    }

    private String answer(String service, String operation, Element envelope, boolean twice) {
        Element header = Xml.child(envelope, SOAP, "Header").orElseThrow();
        Element body = Xml.child(envelope, SOAP, "Body").orElseThrow();
        Element content = Xml.child(body, Contract.OB, OPERATIONS.getOrDefault(operation, "-"))
                .filter(element -> operation.startsWith(service + "/"))
                .orElseThrow(() -> new EpuapRefusal(400, "Nieznana operacja albo niewłaściwa treść"));
        contract.check(content);
        for (Node node = header.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element part && Contract.OB.equals(part.getNamespaceURI())) {
                contract.check(part);
            }
        }
        return switch (operation) {
            case "pull/oczekujaceDokumenty" -> answers.waiting(content);
            case "pull/pobierzNastepny" -> answers.next(content);
            case "pull/potwierdzOdebranie" -> answers.confirm(content, twice);
            case "doreczyciel/dorecz" -> answers.send(header, content, true, twice);
            default -> answers.send(header, content, false, false);
        };
    }

    private static ResponseEntity<byte[]> fault(int code, String message) {
        return envelope(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>" + Xml.escape(message)
                        + "</faultstring><detail><ob:Wyjatek xmlns:ob=\"" + Contract.OB + "\"><kod>" + code
                        + "</kod><komunikat>" + Xml.escape(message)
                        + "</komunikat></ob:Wyjatek></detail></soap:Fault>");
    }

    private static ResponseEntity<byte[]> envelope(HttpStatus status, String content) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\"" + SOAP + "\"><soap:Body>"
                + content + "</soap:Body></soap:Envelope>";
        return ResponseEntity.status(status).contentType(TEXT_XML).body(xml.getBytes(StandardCharsets.UTF_8));
    }
}
