package pl.obieg.simulators.bank;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The simulator's page and its orders: JSON for tests, forms for people. */
@RestController
@RequestMapping("/bank")
public class BankDesk {

    /** A payment as a test orders it; {@code date} may be missing. */
    public record PaymentOrder(String nrb, BigDecimal amount, String payer, String title, LocalDate date) {}

    /** A fault as a test orders it. */
    public record FaultOrder(String mode, Integer count) {}

    private final BankSimulator bank;

    BankDesk(BankSimulator bank) {
        this.bank = bank;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String page() {
        return BankPage.html(bank);
    }

    @PostMapping(path = "/wplaty", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> pay(@RequestBody PaymentOrder order) {
        bank.pay(order.nrb(), order.amount(), order.payer(), order.title(), order.date());
        return Map.of("wynik", "przyjęto");
    }

    @PostMapping(path = "/wplaty", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> pay(
            @RequestParam String nrb,
            @RequestParam String amount,
            @RequestParam(required = false) String payer,
            @RequestParam(required = false) String title,
            @RequestParam(required = false) String date) {
        LocalDate day = date == null || date.isBlank() ? null : LocalDate.parse(date);
        bank.pay(nrb, new BigDecimal(amount.strip().replace(',', '.')), payer, title, day);
        return backToPage();
    }

    @PostMapping(path = "/wyciag", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> closeDayByHand() {
        bank.closeDay();
        return backToPage();
    }

    @PostMapping("/wyciag")
    Map<String, String> closeDay() {
        return Map.of("plik", bank.closeDay());
    }

    @PostMapping("/wyciagi/{number}/ponownie")
    ResponseEntity<Void> sendAgain(@PathVariable int number) {
        bank.sendAgain(number);
        return backToPage();
    }

    @PostMapping(path = "/awarie", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> orderFault(@RequestBody FaultOrder order) {
        bank.orderFault(order.mode(), order.count() == null ? 1 : order.count());
        return Map.of("awaria", order.mode());
    }

    @PostMapping(path = "/awarie", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> orderFault(@RequestParam String mode, @RequestParam(defaultValue = "1") int count) {
        bank.orderFault(mode, count);
        return backToPage();
    }

    @PostMapping(path = "/tryb", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> answerAtOnce(@RequestBody Map<String, String> order) {
        bank.answerAtOnce(order.get("auto"));
        return order;
    }

    @PostMapping(path = "/tryb", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> answerAtOnce(@RequestParam String auto) {
        bank.answerAtOnce(auto);
        return backToPage();
    }

    @ExceptionHandler(BankSimulator.Down.class)
    ResponseEntity<String> down(BankSimulator.Down down) {
        return text(HttpStatus.SERVICE_UNAVAILABLE, down.getMessage());
    }

    @ExceptionHandler({IllegalArgumentException.class, java.time.DateTimeException.class})
    ResponseEntity<String> badOrder(RuntimeException bad) {
        return text(HttpStatus.BAD_REQUEST, "Nie można wykonać: " + bad.getMessage());
    }

    private static ResponseEntity<String> text(HttpStatus status, String message) {
        return ResponseEntity.status(status)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body(message);
    }

    private static ResponseEntity<Void> backToPage() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/bank"))
                .build();
    }
}
