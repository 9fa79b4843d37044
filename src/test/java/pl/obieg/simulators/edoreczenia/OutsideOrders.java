package pl.obieg.simulators.edoreczenia;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders to the outside world: by the page's forms and, as JSON, by tests. */
@RestController("edoreczeniaOutsideOrders")
@RequestMapping("/edoreczenia")
class OutsideOrders {

    private final Mailbox mailbox;
    private final Directory directory;
    private final Behaviour behaviour;
    private final TrustedSystems systems;

    OutsideOrders(Mailbox mailbox, Directory directory, Behaviour behaviour, TrustedSystems systems) {
        this.mailbox = mailbox;
        this.directory = directory;
        this.behaviour = behaviour;
        this.systems = systems;
    }

    record FaultOrder(String mode, Integer count) {}

    record AutoOrder(String auto) {}

    record SystemCertificate(String client, String certificate) {}

    record AuthorityCertificate(String name, String certificate) {}

    /** One of {@code pesel}, {@code nip}, {@code regon}; category as in the Search API. */
    record Entry(
            String pesel,
            String nip,
            String regon,
            String ade,
            String category,
            String name,
            String status,
            String warning) {

        Directory.Address address() {
            String registry = pesel != null ? "pesel" : nip != null ? "nip" : "regon";
            String identifier = pesel != null ? pesel : nip != null ? nip : regon;
            return new Directory.Address(
                    ade,
                    registry,
                    identifier,
                    category == null ? "INDIVIDUAL" : category,
                    name == null ? "Adresat " + ade : name,
                    status == null ? "ACTIVE" : status,
                    warning);
        }
    }

    @PostMapping(path = "/awarie", consumes = MediaType.APPLICATION_JSON_VALUE)
    void fault(@RequestBody FaultOrder order) {
        behaviour.order(order.mode(), order.count() == null ? 1 : order.count());
    }

    @PostMapping(path = "/awarie", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> fault(@RequestParam("mode") String mode, @RequestParam("count") int count) {
        behaviour.order(mode, count);
        return backToPage();
    }

    @PostMapping(path = "/tryb", consumes = MediaType.APPLICATION_JSON_VALUE)
    void auto(@RequestBody AutoOrder order) {
        behaviour.auto(order.auto());
    }

    @PostMapping(path = "/tryb", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> auto(@RequestParam("auto") String auto) {
        behaviour.auto(auto);
        return backToPage();
    }

    @PostMapping("/wiadomosci/{id}/odebrano")
    ResponseEntity<Void> collect(@PathVariable("id") String id) {
        mailbox.collect(id);
        return backToPage();
    }

    @PostMapping("/wiadomosci/{id}/uznane")
    ResponseEntity<Void> deem(@PathVariable("id") String id) {
        mailbox.deem(id);
        return backToPage();
    }

    @PostMapping("/wiadomosci/{id}/niedoreczona")
    ResponseEntity<Void> fail(@PathVariable("id") String id) {
        mailbox.fail(id);
        return backToPage();
    }

    /** What the postman did: see {@link HybridCard}. */
    @PostMapping("/wiadomosci/{id}/epo")
    ResponseEntity<Void> card(@PathVariable("id") String id, @RequestParam("wynik") String outcome) {
        mailbox.card(id, outcome);
        return backToPage();
    }

    @PostMapping("/bae")
    void enter(@RequestBody Entry entry) {
        directory.enter(entry.address());
    }

    @PostMapping("/certyfikaty")
    void register(@RequestBody SystemCertificate system) {
        systems.register(system.client(), system.certificate());
    }

    @PostMapping("/certyfikaty/wyrejestruj")
    void unregister(@RequestBody SystemCertificate system) {
        systems.unregister(system.client());
    }

    @PostMapping("/certyfikaty/urzad-certyfikacji")
    void registerAuthority(@RequestBody AuthorityCertificate authority) {
        systems.registerAuthority(authority.name(), authority.certificate());
    }

    private static ResponseEntity<Void> backToPage() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/edoreczenia"))
                .build();
    }
}
