package pl.obieg.simulators.epuap;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;

/** Files a ready-made declaration of somebody of the sample town, signed, so that nobody has to type XML. */
@RestController
class SampleFilings {

    /** The office's own form of an appeal. */
    private static final String APPEAL = "http://obieg.example/wzor/odwolanie/1/";

    private static final EpuapBox.Sender APPEAL_BODY = new EpuapBox.Sender(
            "Prezes",
            "Kolegium",
            "Samorządowe Kolegium Odwoławcze w Przykładowie",
            Town.naturalPerson(899).pesel(),
            "9999999982",
            null);

    private final EpuapBox box;

    SampleFilings(EpuapBox box) {
        this.box = box;
    }

    /**
     * @param rodzaj in1, in1-wspolwlasnosc, in1-posiadacz, in1-dzierzawca, in1-male, in1-bledny-pesel, in1-zbycie, in1-warsztat, ir1, il1, dn1,
     *     dn1-bledna-suma, dn1-korekta, dn1-korekta-nizsza, dn1-korekta-wyzsza, odwolanie, rozstrzygniecie-sko, nieznany
     * @param n number of the person or company in the town
     */
    @PostMapping(path = "/epuap/przyklady", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Long>> file(
            @RequestParam String rodzaj, @RequestParam int n, @RequestParam(defaultValue = "2026") int rok) {
        boolean company = rodzaj.startsWith("dn1");
        String xml = switch (rodzaj) {
            case "in1" -> Declarations.in1(n, rok);
            case "in1-wspolwlasnosc" -> Declarations.in1CoOwned(n, rok);
            case "in1-posiadacz" -> Declarations.in1Possessor(n, rok);
            case "in1-dzierzawca" -> Declarations.in1Tenant(n, rok);
            case "in1-male" -> Declarations.in1Small(n, rok);
            case "in1-bledny-pesel" -> Declarations.in1WithBadPesel(n, rok);
            case "in1-zbycie" -> Declarations.in1Sold(n, LocalDate.of(rok, 6, 10));
            case "in1-warsztat" -> Declarations.in1Workshop(n, LocalDate.of(rok, 6, 10));
            case "ir1" -> Declarations.ir1(n, rok);
            case "il1" -> Declarations.il1(n, rok);
            case "dn1" -> Declarations.dn1(n, rok);
            case "dn1-bledna-suma" -> Declarations.dn1WithWrongSum(n, rok);
            case "dn1-korekta" -> Declarations.dn1Correction(n, rok);
            case "dn1-korekta-nizsza" -> Declarations.dn1OtherArea(n, rok, "4500.00");
            case "dn1-korekta-wyzsza" -> Declarations.dn1OtherArea(n, rok, "5500.00");
            case "odwolanie" ->
                letter(APPEAL, "Odwołuję się od decyzji: powierzchnia budynku jest mniejsza, niż przyjęto.");
            case "rozstrzygniecie-sko" ->
                letter("http://obieg.example/wzor/pismo-sko/1/", "Decyzja kolegium w załączeniu.");
            default ->
                "<pismo xmlns=\"http://obieg.example/wzor/nieznany/1/\"><tresc>Proszę o kontakt.</tresc></pismo>";
        };
        boolean appealBody = "rozstrzygniecie-sko".equals(rodzaj);
        long id = box.file(
                appealBody ? APPEAL_BODY : company ? company(n) : person(n),
                "/" + (company ? "firma" : "obywatel") + n + "/skrytka",
                rodzaj + ".xml",
                xml.getBytes(StandardCharsets.UTF_8),
                true);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/"))
                .body(Map.of("id", id));
    }

    private static String letter(String namespace, String text) {
        return "<pismo xmlns=\"" + namespace + "\"><tresc>" + text + "</tresc></pismo>";
    }

    private static EpuapBox.Sender person(int n) {
        Town.Person person = Town.naturalPerson(n);
        return new EpuapBox.Sender(person.firstName(), person.lastName(), null, person.pesel(), null, null);
    }

    private static EpuapBox.Sender company(int n) {
        Town.Company company = Town.company(n);
        Town.Person president = company.president();
        return new EpuapBox.Sender(
                president.firstName(),
                president.lastName(),
                company.name(),
                president.pesel(),
                company.nip(),
                company.regon());
    }
}
