package pl.obieg.simulators.enforcement;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The web service of the office, its page and its orders. */
@RestController("enforcementSimulatorDesk")
@RequestMapping("/enforcement")
class EnforcementDesk {

    private static final String BEARER = "Bearer test";

    private final EnforcementSimulator office;

    EnforcementDesk(EnforcementSimulator office) {
        this.office = office;
    }

    /** Somebody without the right token. */
    private static class Stranger extends RuntimeException {}

    @PostMapping("/api/tytuly")
    ResponseEntity<Map<String, String>> submit(
            @RequestHeader("Authorization") String token,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] xml) {
        check(token);
        return ResponseEntity.accepted().body(Map.of("referencja", office.submit(xml, key)));
    }

    @PostMapping("/api/zawiadomienia")
    ResponseEntity<Void> takeNotice(
            @RequestHeader("Authorization") String token,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] xml) {
        check(token);
        office.takeNotice(xml, key);
        return ResponseEntity.accepted().build();
    }

    @GetMapping(path = "/api/komunikaty", produces = "application/xml;charset=UTF-8")
    String messages(@RequestHeader("Authorization") String token) {
        check(token);
        return office.messages();
    }

    @PostMapping("/api/komunikaty/{id}/odebrano")
    ResponseEntity<Void> taken(@RequestHeader("Authorization") String token, @PathVariable String id) {
        check(token);
        office.taken(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String page() {
        return EnforcementPage.html(office);
    }

    @PostMapping("/tytuly/{number}/{act}")
    ResponseEntity<Void> act(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(required = false) String kwota,
            @RequestParam(required = false) String powod) {
        switch (act) {
            case "przyjmij" -> office.accept(number);
            case "odrzuc" -> office.reject(number, powod == null || powod.isBlank() ? "Niepełne dane" : powod);
            case "srodek" -> office.measure(number);
            case "przelej" ->
                office.transfer(
                        number,
                        kwota == null || kwota.isBlank()
                                ? office.title(number).total()
                                : new BigDecimal(kwota.strip().replace(',', '.')));
            case "zakoncz" -> office.close(number, "ZAPLATA");
            case "umorz" -> office.close(number, "UMORZENIE");
            default -> throw new IllegalArgumentException("nieznane działanie " + act);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/enforcement"))
                .build();
    }

    @PostMapping(path = "/tryb", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> answerBySelf(@RequestBody Map<String, String> order) {
        office.answerBySelf(order.get("auto"));
        return order;
    }

    @PostMapping(path = "/tryb", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> answerBySelf(@RequestParam String auto) {
        office.answerBySelf(auto);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/enforcement"))
                .build();
    }

    @PostMapping(path = "/awarie", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> fail(@RequestBody Map<String, Object> order) {
        office.beDown(Integer.parseInt(String.valueOf(order.getOrDefault("count", 1))));
        return order;
    }

    private static void check(String token) {
        if (!BEARER.equals(token)) {
            throw new Stranger();
        }
    }

    @ExceptionHandler(Stranger.class)
    ResponseEntity<String> stranger() {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }

    @ExceptionHandler(EnforcementSimulator.Down.class)
    ResponseEntity<String> down(EnforcementSimulator.Down down) {
        return text(HttpStatus.SERVICE_UNAVAILABLE, down.getMessage());
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<String> badOrder(IllegalArgumentException bad) {
        return text(HttpStatus.BAD_REQUEST, "Nie można wykonać: " + bad.getMessage());
    }

    private static ResponseEntity<String> text(HttpStatus status, String message) {
        return ResponseEntity.status(status)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body(message);
    }
}
