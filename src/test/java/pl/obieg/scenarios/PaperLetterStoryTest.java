package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.process.Reasons;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;
import pl.obieg.support.Scans;

/** A resident brings a letter on paper: the registry enters it, its procedure begins, the original can be found. */
class PaperLetterStoryTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    @DisplayName(
            "OFF-04, OFF-10: a paper application for a relief begins its case in the class of D15 and keeps its place")
    void aPaperApplicationBeginsItsCase() {
        Browser registry = Browser.staff("katarzyna");
        String sender = office.bean(Parties.class)
                .register(Party.natural(
                        "Róża",
                        "Papierowa",
                        "44051401458",
                        new Address("Polna", "9", null, "00-999", "Przykładowo", "PL")));

        String card = register(registry, sender, "ULGA", "");

        String number = "RPW" + card.replace("/ezd/wplywy", "");
        CaseUnderTest matter = office.instance("ulga", "submissionId", submissionOf(number));
        matter.waitsAt("zadekretuj-pismo");
        assertThat(matter.caseNumber()).matches("FN\\.3150\\.\\d+\\.\\d{4}");
        assertThat(matter.variable("orgUnit")).isEqualTo("FN");
        assertThat(registry.get(card).body())
                .contains(number, "Róża Papierowa", "Wniosek o ulgę", matter.caseNumber(), "SCh/");
        assertThat(registry.get("/ezd/sprawy/" + matter.caseNumber()).body()).contains("Wniosek z papieru", number);
        assertThat(office.bean(Reasons.class).of(matter.caseNumber()))
                .anySatisfy(reason -> assertThat(reason.title()).isEqualTo("Klasa akt i komórka"));
        assertThat(registry.get("/dlaczego/" + matter.caseNumber()).body())
                .contains("Ulga w spłacie podatku: klasa 3150", "D15");

        // A letter that belongs to the case, with the mark as the office wrote it.
        String later = register(registry, sender, "W_SPRAWIE", matter.caseNumber() + ".PD");
        assertThat(registry.get(later).body()).contains(matter.caseNumber());
    }

    @Test
    void onlyTheRegistryRegistersAndLends() {
        String sender = "nieznany";
        String card = register(Browser.staff("katarzyna"), sender, "INNE", "");
        String place = placeOf("RPW" + card.replace("/ezd/wplywy", ""));
        String item = "/ezd/sklad/" + place;
        Map<String, String> loan = Map.of(
                "borrower",
                "piotr",
                "purpose",
                "kopia",
                "dueOn",
                office.clock().today().plusDays(3).toString());

        for (String login : java.util.List.of("piotr", "wojtek", "ewa", "admin")) {
            Browser other = Browser.staff(login);
            assertThat(other.get("/ezd/rejestracja/pismo?nadawca=nieznany").statusCode())
                    .as(login)
                    .isEqualTo(403);
            assertThat(send(other, "/ezd/wplywy", sender, "INNE", "").statusCode())
                    .as(login)
                    .isEqualTo(403);
            assertThat(other.form("/ezd/sklad", item + "/wypozyczenie", loan).statusCode())
                    .as(login)
                    .isEqualTo(403);
            assertThat(other.get(item).body()).contains("Oryginały i nośniki wydaje kancelaria.");
            assertThat(other.get("/ezd/wplywy").body()).doesNotContain("/ezd/rejestracja");
        }
        Browser registry = Browser.staff("katarzyna");
        assertThat(registry.get("/ezd/wplywy").body()).contains("/ezd/rejestracja");
        assertThat(registry.form(item, item + "/wypozyczenie", loan)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith(item + "?wypozyczono");
        assertThat(Browser.staff("piotr").get("/ezd/wypozyczenia").body()).contains(place, "Piotr Dudek");
        assertThat(registry.form(item, item + "/zwrot", Map.of()).statusCode()).isEqualTo(302);
    }

    /** @return the path of the letter's card */
    private String register(Browser registry, String sender, String kind, String relatedCase) {
        HttpResponse<String> answer =
                send(registry, "/ezd/rejestracja/pismo?nadawca=" + sender, sender, kind, relatedCase);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^.*(/ezd/wplywy/\\d+/\\d+).*$", "$1");
    }

    private HttpResponse<String> send(Browser browser, String page, String sender, String kind, String relatedCase) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("nadawca", sender);
        fields.put("key", UUID.randomUUID().toString());
        fields.put("receivedOn", office.clock().today().toString());
        fields.put("subject", "Wniosek z papieru");
        fields.put("kind", kind);
        fields.put("relatedCase", relatedCase);
        fields.put("pages", "1");
        fields.put("attachments", "0");
        fields.put("_legible", "on");
        fields.put("legible", "true");
        return browser.upload(page, "/ezd/rejestracja/pismo", fields, "scan", Scans.ofPages(1));
    }

    private String submissionOf(String number) {
        return office.bean(JdbcClient.class)
                .sql("select submission_id from correspondence.incoming where letter_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String placeOf(String number) {
        return office.bean(JdbcClient.class)
                .sql("select place from correspondence.stored_item where letter_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
