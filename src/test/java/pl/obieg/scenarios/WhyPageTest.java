package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.ledger.Debts;
import pl.obieg.process.Reasons;
import pl.obieg.security.Browser;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.RunningOffice;

/** What the page "Dlaczego?" tells of a case in the running office. */
class WhyPageTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void tellsWhatEachTableWasAskedWhichRowAnsweredAndOnWhichProvision() {
        CaseUnderTest matter = office.files("in1", 21);
        matter.does(
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
                        "Proszę o wymiar podatku."));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.waitsAt("sprawdz-i-zatwierdz-decyzje");

        List<Reasons.Reason> reasons = office.bean(Reasons.class).of(matter.caseNumber());

        assertThat(reasons).extracting(Reasons.Reason::title).contains("Tryb składania", "Stawka podatku");
        Reasons.Reason regime = reasons.stream()
                .filter(reason -> reason.title().equals("Tryb składania"))
                .findFirst()
                .orElseThrow();
        assertThat(regime.inputs()).isNotEmpty();
        assertThat(regime.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains("D01", "PT-"));
        assertThat(regime.source())
                .contains("tabela „Tryb składania”, wersja ", "model „Podatek od nieruchomości”, wersja ")
                .contains("pakiet prawny z ");

        String page =
                Browser.staff("piotr").get("/dlaczego/" + matter.caseNumber()).body();
        assertThat(page)
                .contains("Dlaczego? Sprawa " + matter.caseNumber(), "Dane wejściowe", "Co zadecydowało")
                .contains("art. 6 ust. 6 UPOL");
    }

    @Test
    void computationsNameTheirModelTheTablesTheyReadTheLawPackTheDayAndTheProvision() {
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("in1", 26);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        matter.reaches("naleznosc-rozliczona");

        Reasons.Reason delivery = reason(matter, "Data doręczenia");
        assertThat(delivery.step()).isEqualTo("Zapisz datę doręczenia");
        assertThat(delivery.source()).contains("model „Doręczenie pisma”, wersja ", "pakiet prawny z ");
        Reasons.Reason due = reason(matter, "Terminy płatności rat");
        assertThat(due.source()).contains("model „Podatek od nieruchomości”, wersja ", "pakiet prawny z ");
        assertThat(due.answers())
                .allSatisfy(answer -> assertThat(answer.text()).contains("doręczenia decyzji", "PT-65", "D08"));
        Reasons.Reason term = reason(matter, "Termin załatwienia sprawy");
        assertThat(term.source()).contains("odczytano tabele: ", "model „", "pakiet prawny z ");
        assertThat(List.of(delivery, due, term))
                .allSatisfy(reason -> assertThat(reason.decidedAt())
                        .isBetween(
                                office.clock().instant().minusSeconds(600),
                                office.clock().instant()));

        String page =
                Browser.staff("piotr").get("/dlaczego/" + matter.caseNumber()).body();
        assertThat(page).contains("art. 47 § 1–2 OP", "pakiet prawny z ", "Terminy płatności rat");
        String receivable = office.jdbc()
                .sql("select id from ledger.receivable where case_number = ?")
                .param(matter.caseNumber())
                .query(String.class)
                .single();
        assertThat(Browser.staff("ewa")
                        .get("/ksiegowosc/naleznosci/" + receivable)
                        .body())
                .contains("/dlaczego/" + matter.caseNumber());
    }

    /** A bank file is read outside any procedure, and yet its allocations say which rates they rest on. */
    @Test
    void paymentFromABankFileSaysWhichRatesGaveItsInterest() {
        CaseUnderTest matter = office.files("dn1", 23);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.reaches("naleznosc-rozliczona");
        String account = (String) matter.variable("payerAccount");
        office.pays(
                account,
                office.bean(Debts.class).owed(account, office.clock().today()).total(),
                "Podatek " + matter.caseNumber());
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");

        Reasons.Reason allocation = reason(matter, "Zaliczenie wpłaty");

        assertThat(allocation.procedure()).isEmpty();
        assertThat(allocation.source())
                .contains("„Stopa odsetek za zwłokę”, wersja ", "„Progi i koszty”, wersja ", "pakiet prawny z ");
        assertThat(allocation.answers())
                .anySatisfy(answer -> assertThat(answer.text()).contains("INT-01", "(stopa od "))
                .anySatisfy(answer -> assertThat(answer.text()).contains("PAY-04"));
        assertThat(office.bean(Reasons.class).of(matter.caseNumber()))
                .as("the table of rates is read for no case")
                .noneMatch(reason -> reason.title().equals("Stopa odsetek za zwłokę"));
        assertThat(Browser.staff("piotr")
                        .get("/dlaczego/" + matter.caseNumber())
                        .body())
                .contains("art. 53 § 4", "art. 62 § 1");
    }

    private Reasons.Reason reason(CaseUnderTest matter, String title) {
        return office.await(
                title,
                () -> office.bean(Reasons.class).of(matter.caseNumber()).stream()
                        .filter(reason -> reason.title().equals(title))
                        .findFirst()
                        .orElse(null));
    }

    @Test
    void saysSoWhenNothingIsDecidedYet() {
        assertThat(Browser.staff("piotr").get("/dlaczego/FN.3120.99999.2026").body())
                .contains("nic jeszcze nie rozstrzygnięto");
    }
}
