package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.ledger.Debts;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.LetterText;
import pl.obieg.support.RunningOffice;
import pl.obieg.tax.review.MissingDeclarations;

/** Declarations that companies compute themselves, from the check to the settled tax, through the running office. */
class DeclarationReviewLifeTest {

    private final RunningOffice office = RunningOffice.get();

    @BeforeEach
    void everybodyCollectsHisLetters() {
        office.outsideReacts("post", "DELIVERED");
        office.outsideReacts("edoreczenia", "DELIVERED");
    }

    @Test
    void smallErrorIsCorrectedByTheOfficeAndPaidWhenNobodyObjects() {
        CaseUnderTest matter = wrongDeclaration(61);
        matter.does("piotr", "ocen-ustalenia", resolves("KORYGUJ"));
        approve(matter);
        matter.reaches("czy-wniesiono-sprzeciw");
        assertThat(charged(matter))
                .as("PT-12: what was declared is owed while an objection may come")
                .isEqualByComparingTo(BigDecimal.valueOf((Long) matter.variable("declaredTax")));
        office.daysPass(25);

        matter.reaches("naleznosc-rozliczona");
        assertThat(matter.variable("reviewOutcome")).isEqualTo("SKORYGOWANA_Z_URZEDU");
        long tax = (Long) matter.variable("taxDue");
        assertThat(charged(matter)).isEqualByComparingTo(BigDecimal.valueOf(tax));
        assertThat(letters(matter))
                .singleElement()
                .satisfies(copy -> assertThat(copy)
                        .contains("ODPIS KOREKTY DEKLARACJI DN-1 ZA ROK 2026", "podatek wyższy o 100 zł")
                        .contains("Suma nie odpowiada stawkom uchwały.", "sprzeciw", "14 dni")
                        .contains("Raty po korekcie"));
        pay(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void objectionMakesTheCorrectionVoidAndADecisionDeterminesTheTax() {
        CaseUnderTest matter = wrongDeclaration(62);
        matter.does("piotr", "ocen-ustalenia", resolves("KORYGUJ"));
        approve(matter);
        matter.reaches("czy-wniesiono-sprzeciw");
        objects(matter);
        matter.does(
                "piotr",
                "sprawdz-sprzeciw",
                Map.of("objectionFiledOn", office.clock().today().toString(), "objectionCarrier", "OFFICE"));
        matter.does("piotr", "ocen-ustalenia", resolves("POSTEPOWANIE"));
        approve(matter);
        matter.does(
                "piotr",
                "zbierz-dowody-i-ustal-podatek",
                Map.of(
                        "proceedingsResolution",
                        "OKRESL",
                        "determinedTax",
                        matter.variable("taxDue"),
                        "evidenceNote",
                        "Ewidencja gruntów i budynków, uchwała o stawkach."));
        approve(matter);
        matter.reaches("czy-strona-sie-wypowie");
        office.daysPass(19);
        approve(matter);

        matter.reaches("naleznosc-rozliczona");
        assertThat(matter.variable("reviewOutcome")).isEqualTo("DECYZJA_OKRESLAJACA");
        assertThat(letters(matter)).hasSize(4);
        assertThat(letters(matter).get(1)).contains("postanawia się", "wszcząć z urzędu", "81b");
        assertThat(letters(matter).get(2)).contains("siedmiodniowy termin");
        assertThat(letters(matter).get(3))
                .contains("określająca wysokość zobowiązania w podatku od nieruchomości za rok 2026")
                .contains("podatek wyższy o 100 zł", "Nr: " + matter.caseNumber() + ".D1")
                .contains("Od rat niezapłaconych w terminie nalicza się odsetki");
        assertThat(dueDates(matter))
                .as("due dates stay those of the statute")
                .contains(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 11, 16));
        pay(matter);
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
    }

    @Test
    void companyThatDidNotFileIsCalledOnceAndItsDeclarationEndsTheCase() {
        int year = office.clock().today().getYear();
        CaseUnderTest lastYear = office.files("dn1", 63, year - 1);
        lastYear.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        lastYear.reaches("ustal-tryb-wymiaru");
        LocalDate listDay = office.bean(MissingDeclarations.class).listDay(year);
        if (office.clock().today().isBefore(listDay)) {
            office.daysPass((int) office.clock().today().until(listDay, java.time.temporal.ChronoUnit.DAYS));
        }
        makeList();
        CaseUnderTest missing = office.instance("brak-deklaracji", "lastCaseNumber", lastYear.caseNumber());
        missing.does("piotr", "ocen-brak-deklaracji", Map.of("missingResolution", "WEZWIJ", "missingNote", ""));
        approve(missing);
        missing.waitsAt("odnotuj-odpowiedz-podatnika");
        assertThat(letters(missing))
                .singleElement()
                .satisfies(call -> assertThat(call)
                        .contains(
                                "WEZWANIE DO ZŁOŻENIA DEKLARACJI DN-1 ZA ROK " + year,
                                "274a § 1",
                                lastYear.caseNumber()));

        makeList();
        assertThat(office.instances("brak-deklaracji", "lastCaseNumber", lastYear.caseNumber()))
                .hasSize(1);

        CaseUnderTest filed = office.files("dn1", 63, year);
        filed.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        assertThat(missing.ends()).containsExactly("deklaracja-zlozona");
    }

    @Test
    void correctionByTheCompanyChangesWhatItOwesAndTheYearIsChargedOnce() {
        CaseUnderTest first = office.files("dn1", 64);
        first.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        first.reaches("naleznosc-rozliczona");
        pay(first);
        assertThat(first.ends()).containsExactly("podatek-rozliczony");
        long tax = (Long) first.variable("taxDue");

        CaseUnderTest lower = office.files("dn1-korekta-nizsza", 64);
        lower.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        assertThat(lower.ends()).as("all of it is paid already").containsExactly("podatek-rozliczony");
        // 500 m² less at 1.33 zł
        assertThat(charged(first)).isBetween(BigDecimal.valueOf(tax - 666), BigDecimal.valueOf(tax - 664));
        assertThat(receivables(lower)).as("no second receivable").isZero();
        assertThat(overpayments(first)).isEqualTo(1);

        CaseUnderTest higher = office.files("dn1-korekta-wyzsza", 64);
        higher.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        higher.reaches("naleznosc-rozliczona");
        assertThat(charged(first)).isBetween(BigDecimal.valueOf(tax + 664), BigDecimal.valueOf(tax + 666));
        assertThat(higher.variable("payerAccount")).isEqualTo(first.variable("payerAccount"));
        pay(higher);
        assertThat(higher.ends()).containsExactly("podatek-rozliczony");
    }

    private int overpayments(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select count(*) from ledger.overpayment where account = ?")
                .param(matter.variable("payerAccount"))
                .query(Integer.class)
                .single();
    }

    private CaseUnderTest wrongDeclaration(int company) {
        CaseUnderTest matter = office.files("dn1-bledna-suma", company);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        return matter;
    }

    private void approve(CaseUnderTest matter) {
        matter.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
    }

    /** A letter on no form, which the registry recognises. */
    private void objects(CaseUnderTest matter) {
        CaseUnderTest letter = office.files("nieznany", 62);
        letter.does(
                "katarzyna",
                "rozpoznaj-pismo",
                Map.of("letterResolution", "SPRZECIW", "relatedCase", matter.caseNumber()));
    }

    private void makeList() {
        RuntimeService runtime = office.bean(RuntimeService.class);
        CaseUnderTest anybody = office.files("nieznany", 63);
        Set<String> before = office.instances("brakujace-deklaracje");
        anybody.as("piotr", () -> runtime.startProcessInstanceByKey("brakujace-deklaracje"));
        assertThat(office.newInstance("brakujace-deklaracje", before).ends()).containsExactly("sprawy-zlecono");
    }

    private static Map<String, Object> resolves(String resolution) {
        return Map.of("reviewResolution", resolution, "reviewNote", "Suma nie odpowiada stawkom uchwały.");
    }

    private void pay(CaseUnderTest matter) {
        String account = (String) matter.variable("payerAccount");
        office.pays(
                account,
                office.bean(Debts.class).owed(account, office.clock().today()).total(),
                "Podatek " + matter.caseNumber());
    }

    private BigDecimal charged(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select charged from ledger.receivable where case_number = ?")
                .param(matter.caseNumber())
                .query(BigDecimal.class)
                .single();
    }

    private int receivables(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select count(*) from ledger.receivable where case_number = ?")
                .param(matter.caseNumber())
                .query(Integer.class)
                .single();
    }

    private List<LocalDate> dueDates(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select i.due_on from ledger.instalment i join ledger.receivable r on r.id = i.receivable_id"
                        + " where r.case_number = ?")
                .param(matter.caseNumber())
                .query(LocalDate.class)
                .list();
    }

    /** The sealed letters of the case as text, in the order in which they were drafted; the files stay in target. */
    private List<String> letters(CaseUnderTest matter) {
        return office
                .jdbc()
                .sql("select document_id from correspondence.letter where case_number = ? and document_id is not null"
                        + " order by drafted_at")
                .param(matter.caseNumber())
                .query(String.class)
                .list()
                .stream()
                .map(this::text)
                .toList();
    }

    private String text(String documentId) {
        return LetterText.of(
                office.bean(DocumentStore.class).get(documentId).content(),
                "sprawdzenie-" + documentId.substring(0, 8));
    }
}
