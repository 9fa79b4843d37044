package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.StampDutyAccount;
import pl.obieg.local.SampleCitizens;
import pl.obieg.process.Reasons;
import pl.obieg.simulators.town.Town;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.LetterText;
import pl.obieg.support.RunningOffice;

/** A certificate asked for in the portal (P10): the duty comes with a bank file, the PDF is read in the portal. */
class CertificateStoryTest {

    private static final int CITIZEN = 12;

    private final RunningOffice office = RunningOffice.get();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void citizenAsksInThePortalPaysByTransferAndReadsTheCertificateThere() throws Exception {
        office.outsideReacts("post", "DELIVERED");
        knownCitizen();
        Set<String> before = office.instances("zaswiadczenie-o-niezaleganiu");
        signIn("obywatel" + CITIZEN);

        HttpResponse<String> filed = file("NIEZALEGANIE", "KREDYT");

        String reference = filed.uri().getPath().substring("/gmina24/wnioski/".length());
        assertThat(filed.body()).contains("Zapłać opłatę skarbową", reference, "21,00");
        CaseUnderTest matter = office.newInstance("zaswiadczenie-o-niezaleganiu", before);
        matter.does("wojtek", "zadekretuj-pismo", assignment());
        matter.waitsAt("sprawdz-wniosek");
        assertThat(matter.variable("purpose")).isEqualTo("KREDYT");
        matter.does(
                "piotr",
                "sprawdz-wniosek",
                Map.of("certificateKind", "NIEZALEGANIE", "purpose", "KREDYT", "legalInterest", "TAK"));
        matter.reaches("czekaj-na-oplate-skarbowa");

        office.pays(
                office.bean(StampDutyAccount.class).account(), new BigDecimal("21.00"), "opłata skarbowa " + reference);
        matter.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));

        assertThat(matter.ends()).containsExactly("zaswiadczenie-wydane");
        String page = open("/gmina24/wnioski/" + reference);
        assertThat(page).contains(matter.caseNumber(), "Zaświadczenie o niezaleganiu w podatkach", "Opłatę zapłacono");
        Matcher link = Pattern.compile("/gmina24/dokumenty/[^\"]+").matcher(page);
        assertThat(link.find()).isTrue();
        HttpResponse<byte[]> pdf = browser.send(request(link.group()).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(pdf.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        assertThat(LetterText.of(pdf.body(), "zaswiadczenie"))
                .contains(
                        "nie zalega",
                        "kredyt lub pożyczka",
                        "21,00 zł",
                        "art. 306a",
                        Town.naturalPerson(CITIZEN).lastName());
        assertThat(open("/gmina24")).contains("Pisma urzędu", matter.caseNumber());
    }

    @Test
    void whoIsInArrearsGetsAnOrderThatSaysWhatIsOwed() throws Exception {
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest tax = office.files("dn1", CITIZEN);
        tax.does("wojtek", "zadekretuj-pismo", assignment());
        tax.reaches("naleznosc-rozliczona");
        Set<String> before = office.instances("zaswiadczenie-o-niezaleganiu");
        signIn("firma" + CITIZEN);
        file("NIEZALEGANIE", "ZATRUDNIENIE");

        CaseUnderTest matter = office.newInstance("zaswiadczenie-o-niezaleganiu", before);
        matter.does("wojtek", "zadekretuj-pismo", assignment());
        matter.does(
                "piotr",
                "sprawdz-wniosek",
                Map.of("certificateKind", "NIEZALEGANIE", "purpose", "ZATRUDNIENIE", "legalInterest", "TAK"));
        matter.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));

        assertThat(matter.ends()).containsExactly("odmowiono-zaswiadczenia");
        assertThat(office.bean(Reasons.class).of(matter.caseNumber()))
                .filteredOn(reason -> reason.title().equals("Zaległości strony"))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason.source())
                        .contains("„Stopa odsetek za zwłokę”, wersja ", "model „", "pakiet prawny z "))
                .allSatisfy(reason -> assertThat(reason.answers())
                        .allSatisfy(answer -> assertThat(answer.text()).contains("P10", "INT-01")));
        String document = office.jdbc()
                .sql("select document_id from correspondence.letter where case_number = ?")
                .param(matter.caseNumber())
                .query(String.class)
                .single();
        assertThat(LetterText.of(office.bean(DocumentStore.class).get(document).content(), "odmowa"))
                .contains(
                        "POSTANOWIENIE",
                        matter.caseNumber() + ".P1",
                        "odmawiam wydania zaświadczenia",
                        tax.caseNumber(),
                        "7 dni");
    }

    private Map<String, Object> assignment() {
        return Map.of(
                "orgUnit", "FN",
                "clerk", "piotr",
                "taskDeadline", office.clock().today().plusDays(5).toString(),
                "instruction", "Proszę o załatwienie.");
    }

    private void knownCitizen() {
        Town.Person person = Town.naturalPerson(CITIZEN);
        office.bean(Parties.class)
                .register(Party.natural(
                        person.firstName(),
                        person.lastName(),
                        person.pesel(),
                        new Address("Polna", "7", null, "00-999", "Przykładowo", "PL")));
    }

    private void signIn(String login) throws Exception {
        post(
                "/gmina24/zaloguj",
                open("/gmina24/zaloguj"),
                Map.of("username", login, "password", SampleCitizens.PASSWORD));
    }

    private HttpResponse<String> file(String kind, String purpose) throws Exception {
        String form = open("/gmina24/zaswiadczenie");
        return post(
                "/gmina24/zaswiadczenie",
                form,
                Map.of("kind", kind, "purpose", purpose, "receipt", "USTAWOWO", "nonce", hidden(form, "nonce")));
    }

    private String open(String path) throws Exception {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String path, String form, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", hidden(form, "_csrf"));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(office.address() + path));
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as(name).isTrue();
        return field.group(1);
    }
}
