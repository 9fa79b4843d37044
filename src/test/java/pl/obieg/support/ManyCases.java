package pl.obieg.support;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import pl.obieg.local.LocalOffice;
import pl.obieg.simulators.town.Town;

/**
 * Many tax cases at once, filed through ePUAP by people of the town: every tenth is of two co-owners, half of the
 * people have an address for e-Doręczenia, the others get letters by post. Whoever is charged pays all at once.
 */
public final class ManyCases {

    private static final int FIRST_CO_OWNER = 1000;

    private final int count;
    private final JdbcClient office;
    private final RestClient outside;
    private final Set<String> paid = new HashSet<>();

    /** @param office database of the application */
    public ManyCases(int count, JdbcClient office, String outsideAddress) {
        this.count = count;
        this.office = office;
        this.outside = RestClient.create(outsideAddress);
    }

    public int count() {
        return count;
    }

    /** How many letters that makes: one for each person. */
    public int addressees() {
        return count
                + (int) IntStream.range(0, count).filter(ManyCases::coOwned).count();
    }

    /** Lets the world outside react by itself, and enters the addresses of those who have one. */
    public ManyCases prepareOutside() {
        for (String system : List.of("edoreczenia", "post")) {
            outside.post()
                    .uri("/" + system + "/tryb")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("auto", "DELIVERED"))
                    .retrieve()
                    .toBodilessEntity();
        }
        IntStream.range(0, count).map(ManyCases::person).filter(n -> n % 2 == 1).forEach(this::enterAddress);
        return this;
    }

    private void enterAddress(int n) {
        Town.Person person = Town.naturalPerson(n);
        outside.post()
                .uri("/edoreczenia/bae")
                .body(Map.of(
                        "pesel", person.pesel(),
                        "ade", LocalOffice.ade(n),
                        "category", "INDIVIDUAL",
                        "name", person.fullName()))
                .retrieve()
                .toBodilessEntity();
    }

    /** Puts all declarations into the office's ePUAP box. */
    public void file() {
        file(0, count);
    }

    /** Puts the declarations from one number to before another into the box. */
    public void file(int from, int to) {
        for (int i = from; i < to; i++) {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            form.add("rodzaj", coOwned(i) ? "in1-wspolwlasnosc" : "in1");
            form.add("n", Integer.toString(person(i)));
            outside.post()
                    .uri("/epuap/przyklady")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        }
    }

    /** Everybody charged since the last call pays, and the bank sends one statement. */
    public void pay() {
        List<Charged> charged =
                office.sql("select account, charged from ledger.receivable").query(Charged.class).list().stream()
                        .filter(one -> paid.add(one.account()))
                        .toList();
        charged.forEach(one -> outside.post()
                .uri("/bank/wplaty")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("nrb", one.account(), "amount", one.charged(), "payer", "PODATNIK", "title", "Podatek"))
                .retrieve()
                .toBodilessEntity());
        if (!charged.isEmpty()) {
            outside.post().uri("/bank/wyciag").retrieve().toBodilessEntity();
        }
    }

    private record Charged(String account, BigDecimal charged) {}

    /** How many cases have come to an end. */
    public int ended() {
        return number("select count(*) from act_hi_procinst where proc_def_key_ = 'podatek-od-nieruchomosci'"
                + " and end_time_ is not null");
    }

    /** The number that the query of the application's database gives. */
    public int number(String query) {
        return office.sql(query).query(Integer.class).single();
    }

    private static boolean coOwned(int i) {
        return i % 10 == 9;
    }

    /** Number of the one who files; a co-owner's number differs from those of all others. */
    private static int person(int i) {
        return coOwned(i) ? FIRST_CO_OWNER + i / 10 * 3 : i + 1;
    }
}
