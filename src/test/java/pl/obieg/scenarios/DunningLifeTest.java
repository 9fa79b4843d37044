package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.ledger.dunning.ArrearsReview;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.dunning.Dunnings;
import pl.obieg.process.Reasons;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.LetterText;
import pl.obieg.support.RunningOffice;

/** A company does not pay: upomnienie by post, seven days, title, enforcement, the money; through the running office. */
class DunningLifeTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void overdueInstalmentsAreDunnedByPostAndCollectedByTheEnforcementOffice() {
        office.outsideReacts("post", "DELIVERED");
        office.outsideReacts("enforcement", "OFF");
        CaseUnderTest tax = office.files("dn1", 31);
        tax.does(
                "wojtek",
                "zadekretuj-pismo",
                Map.of(
                        "orgUnit",
                        "FN",
                        "clerk",
                        "piotr",
                        "taskDeadline",
                        office.clock().today().plusDays(20).toString(),
                        "instruction",
                        "Proszę o sprawdzenie."));
        tax.reaches("naleznosc-rozliczona");

        office.daysPass(1);
        String caseNumber = office.await("round of dunning", () -> dunningCase(tax.caseNumber()));
        CaseUnderTest dunning = office.instance("upomnienie-i-tytul", caseNumber);
        assertThat(caseNumber).startsWith("FN.3140.");
        dunning.does("ewa", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        dunning.reaches("czekaj-na-zmiane");

        String letter = text(round(caseNumber).documentId());
        assertThat(letter)
                .containsIgnoringCase("upomnienie")
                .contains("podatek od nieruchomości za 2026 r., rata 1", "Koszty upomnienia", "16,00 zł", "7 dni")
                .contains("egzekucji administracyjnej", "art. 3a ustawy o postępowaniu egzekucyjnym");
        assertThat(costsOpen(caseNumber)).isEqualByComparingTo("16.00");
        assertThat(count(
                        "select count(*) from delivery.document_law where law = 'KPA' and document_id = ?",
                        round(caseNumber).documentId()))
                .as("ARR-10: the upomnienie is delivered by KPA")
                .isOne();

        office.daysPass(12);
        dunning.does("ewa", "przygotuj-tytul-wykonawczy", Map.of("titleDecision", "WYSTAW"));
        dunning.does("wojtek", "sprawdz-i-podpisz-tytul", Map.of("titleApproval", "PODPISZ"));
        String number = office.await("title sent", () -> titleIn(caseNumber, "SENT"));
        assertThat(text(titleDocument(number)))
                .containsIgnoringCase("tytuł wykonawczy")
                .contains(
                        number, "termin 7 dni na zapłatę upłynął bezskutecznie", "art. 27", "Browar „Łąka” sp. z o.o.");

        office.outsideDoes("/enforcement/tytuly/" + number + "/przyjmij");
        office.await("title accepted", () -> titleIn(caseNumber, "ACCEPTED"));
        office.pays(account(tax), new BigDecimal("50.00"), "PODATEK");
        office.await(
                "the office is told of the payment",
                () -> count(
                                "select count(*) from ledger.enforcement_notice where sent_on is not null and amount is not null"
                                        + " and title_id = (select id from ledger.title where number = ?)",
                                number)
                        > 0);

        office.outsideDoes("/enforcement/tytuly/" + number + "/przelej?kwota=" + owed(caseNumber));
        office.outsideDoes("/bank/wyciag");
        office.await("money allocated", () -> owed(caseNumber).signum() == 0);
        office.outsideDoes("/enforcement/tytuly/" + number + "/zakoncz");

        assertThat(dunning.ends()).containsExactly("zaleglosc-wyegzekwowana");
        assertThat(costsOpen(caseNumber)).isEqualByComparingTo("0");
        assertThat(office.bean(Reasons.class).of(tax.caseNumber()))
                .filteredOn(reason -> reason.title().equals("Zaliczenie wpłaty"))
                .isNotEmpty()
                .first()
                .satisfies(reason -> assertThat(reason.answers())
                        .anyMatch(answer -> answer.text().contains("koszty upomnienia")));
        assertThat(Browser.staff("ewa").get("/dlaczego/" + caseNumber).body())
                .contains("Upomnieć czy czekać", "Czy wystawić tytuł wykonawczy", "Odsetki za zwłokę", "ARR-08");
    }

    private String dunningCase(String taxCase) {
        return office.jdbc()
                .sql("select d.case_number from ledger.dunning d join ledger.payer_account a on a.account = d.account"
                        + " where a.case_number = ? and d.case_number is not null")
                .param(taxCase)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private Dunning round(String caseNumber) {
        return office.bean(Dunnings.class)
                .get(office.jdbc()
                        .sql("select id from ledger.dunning where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single());
    }

    /** Principal, interest and costs of the round today. */
    private BigDecimal owed(String caseNumber) {
        Dunning round = round(caseNumber);
        ArrearsReview review = office.bean(ArrearsReview.class);
        return review.of(
                        round.account(),
                        office.bean(Dunnings.class).dues(round.id()),
                        office.clock().today())
                .total()
                .add(review.costsLeft(round.costId()));
    }

    private BigDecimal costsOpen(String caseNumber) {
        return office.bean(ArrearsReview.class).costsLeft(round(caseNumber).costId());
    }

    private String titleIn(String caseNumber, String state) {
        return office.jdbc()
                .sql("select t.number from ledger.title t join ledger.dunning d on d.id = t.dunning_id"
                        + " where d.case_number = ? and t.state = ?")
                .params(caseNumber, state)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private String titleDocument(String number) {
        return office.jdbc()
                .sql("select document_id from ledger.title where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String account(CaseUnderTest tax) {
        return office.jdbc()
                .sql("select account from ledger.payer_account where case_number = ?")
                .param(tax.caseNumber())
                .query(String.class)
                .single();
    }

    private long count(String sql, String value) {
        return office.jdbc().sql(sql).param(value).query(Long.class).single();
    }

    private String text(String documentId) {
        return LetterText.of(
                office.bean(DocumentStore.class).get(documentId).content(), "upominanie-" + documentId.substring(0, 8));
    }
}
