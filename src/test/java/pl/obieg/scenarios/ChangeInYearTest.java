package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.ledger.Debts;
import pl.obieg.process.Call;
import pl.obieg.process.Reasons;
import pl.obieg.process.StaffDirectory;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.LetterText;
import pl.obieg.support.RunningOffice;
import pl.obieg.tax.CheckFinality;

/**
 * A decision is changed in the course of the year (P04, PT-14), and farm, forest and house are one obligation (LZ-01):
 * through the running office, from the form or from what a clerk learned, to the money.
 */
class ChangeInYearTest {

    private static final String CHANGE = "zmiana-w-ciagu-roku";

    private final RunningOffice office = RunningOffice.get();

    @Test
    void sellerOfAPaidHouseGetsAChangingDecisionAndAnOverpayment() throws IOException {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest house = decided(office.files("in1", 61));
        house.reaches("naleznosc-rozliczona");
        assertThat(house.variable("taxDue")).isEqualTo(711L);
        payAll(house);
        assertThat(house.ends()).containsExactly("podatek-rozliczony");
        office.daysPass(40);

        CaseUnderTest change = office.files(CHANGE, "in1-zbycie", 61, 2026);
        change.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        change.waitsAt("przygotuj-decyzje-zmieniajaca");
        assertThat(change.variable("changedDecision")).isEqualTo(house.caseNumber() + ".D1");
        assertThat(change.variable("oldTax")).isEqualTo(711L);
        // six of twelve months: 710.62 / 2
        assertThat(change.variable("newTax")).isEqualTo(355L);
        issue(change);

        assertThat(change.ends()).containsExactly("decyzje-zmieniono");
        assertThat(letter(change))
                .contains("zmieniająca decyzję " + house.caseNumber() + ".D1 w podatku od nieruchomości na rok 2026")
                .contains("art. 254 § 1", "355 zł", "711 zł", "−356 zł", "zbycie przedmiotu opodatkowania")
                .contains("Akt notarialny z 10 czerwca 2026 r.", "Pouczenie", "nadpłatą");
        assertThat(charged(house)).isEqualByComparingTo("355");
        assertThat(change.variable("overpaid").toString()).startsWith("356");
        assertThat(portalInstalments(house)).isEqualByComparingTo("355");
        assertThat(office.bean(Reasons.class).of(change.caseNumber()))
                .extracting(Reasons.Reason::title)
                .contains("Przeliczenie podatku po zmianie", "Korekta przypisu podatku");
        assertThat(office.bean(CheckFinality.class)
                        .run(
                                new CheckFinality.Input((String) change.variable("decisionNumber"), null),
                                new Call("test", change.caseNumber(), CHANGE))
                        .toString())
                .as("the changing decision has appeal terms of its own")
                .contains("decisionFinal=false");
    }

    @Test
    void farmForestAndHouseAreOneDecisionAndAClerkRaisesItByHand() throws IOException {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest house = office.files("in1", 63);
        house.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        house.waitsAt("przygotuj-wymiar");
        CaseUnderTest farm = office.files("ir1", 63);
        farm.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        farm.waitsAt("przygotuj-wymiar");
        CaseUnderTest wood = office.files("il1", 63);
        wood.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        wood.waitsAt("przygotuj-wymiar");

        house.does("piotr", "przygotuj-wymiar", Map.of());
        house.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        house.reaches("naleznosc-rozliczona");
        assertThat(house.variable("taxDue")).isEqualTo(1270L);
        assertThat(charged(house)).isEqualByComparingTo("1270");
        farm.does("piotr", "przygotuj-wymiar", Map.of());
        wood.does("piotr", "przygotuj-wymiar", Map.of());
        assertThat(farm.ends()).containsExactly("podatek-ponizej-progu");
        assertThat(wood.ends()).containsExactly("podatek-ponizej-progu");
        assertThat(office.jdbc()
                        .sql("select outcome from correspondence.case_file where case_number = ?")
                        .param(farm.caseNumber())
                        .query(String.class)
                        .single())
                .contains("łącznego zobowiązania pieniężnego", house.caseNumber());
        assertThat(letter(house)).contains("w łącznym zobowiązaniu pieniężnym na rok 2026", "podatek leśny 50 zł");
        assertThat(office.jdbc()
                        .sql("select tax from portal.tax_name where case_number = ?")
                        .param(house.caseNumber())
                        .query(String.class)
                        .single())
                .isEqualTo("łączne zobowiązanie pieniężne");
        office.daysPass(40);

        CaseUnderTest change = begun(Map.of(
                "initiationGround",
                "OFFICIAL_CHANGE",
                "changeSource",
                "Zawiadomienie CEIDG.",
                "decisionToChange",
                house.caseNumber() + ".D1",
                "changeEvent",
                "BUSINESS_USE",
                "changeDate",
                "2026-06-10",
                "changedObjects",
                "3",
                "newUsage",
                "BUSINESS",
                "taskDeadline",
                office.clock().today().plusDays(20).toString()));
        change.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        change.waitsAt("przygotuj-decyzje-zmieniajaca");
        assertThat(LetterText.of(
                        office.bean(DocumentStore.class)
                                .get(office.jdbc()
                                        .sql("select document_id from correspondence.letter where case_number = ?")
                                        .param(change.caseNumber())
                                        .query(String.class)
                                        .single())
                                .content(),
                        "postanowienie-o-zmianie"))
                .as("PT-09: nobody reported it, so an order begins the proceedings")
                .contains("POSTANOWIENIE", house.caseNumber() + ".D1", "Zawiadomienie CEIDG.", "art. 254");
        assertThat(office.jdbc()
                        .sql("select count(*) from correspondence.case_term where case_number = ? and ended_on is null")
                        .param(change.caseNumber())
                        .query(Integer.class)
                        .single())
                .as("its term runs from the delivery of the order")
                .isEqualTo(1);
        issue(change);
        change.reaches("czy-strona-sie-wypowie");
        office.daysPass(19);
        change.waitsAt("przygotuj-decyzje-zmieniajaca");
        // garage 18 m²: six months at 33.02 instead of 0.89, 297.18 − 8.01 more: 710.62 → 999.79
        assertThat(change.variable("newTax")).isEqualTo(1000L + 509 + 50);
        issue(change);

        assertThat(change.ends()).containsExactly("decyzje-zmieniono");
        assertThat(letter(change)).contains("+289 zł", "Podatek rolny 509 zł 509 zł 0 zł", "art. 6a");
        assertThat(charged(house)).isEqualByComparingTo("1559");
        payAll(house);
        assertThat(house.ends()).containsExactly("podatek-rozliczony");
    }

    private CaseUnderTest begun(Map<String, Object> fields) {
        Set<String> before = office.instances(CHANGE);
        IdentityService identity = office.bean(IdentityService.class);
        identity.setAuthentication(
                "piotr", List.copyOf(office.bean(StaffDirectory.class).groupsOf("piotr")));
        try {
            office.bean(RuntimeService.class).startProcessInstanceByKey(CHANGE, fields);
        } finally {
            identity.clearAuthentication();
        }
        return office.newInstance(CHANGE, before);
    }

    private void issue(CaseUnderTest change) {
        change.does(
                "piotr",
                "przygotuj-decyzje-zmieniajaca",
                Map.of("changeResolution", "WYDAJ", "changeJustification", "Akt notarialny z 10 czerwca 2026 r."));
        change.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
    }

    private CaseUnderTest decided(CaseUnderTest matter) {
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        return matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
    }

    private void payAll(CaseUnderTest matter) {
        String account = (String) matter.variable("payerAccount");
        BigDecimal owed =
                office.bean(Debts.class).owed(account, office.clock().today()).total();
        office.pays(account, owed, "Podatek " + matter.caseNumber());
    }

    private BigDecimal charged(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select charged from ledger.receivable where case_number = ?")
                .param(matter.caseNumber())
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal portalInstalments(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select sum(i.amount) from portal.instalment i join portal.receivable r using (receivable_id)"
                        + " where r.case_number = ?")
                .param(matter.caseNumber())
                .query(BigDecimal.class)
                .single();
    }

    private String letter(CaseUnderTest matter) throws IOException {
        byte[] pdf = office.bean(DocumentStore.class)
                .get((String) matter.variable("documentId"))
                .content();
        return LetterText.of(pdf, matter.caseNumber());
    }
}
