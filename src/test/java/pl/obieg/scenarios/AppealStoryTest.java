package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.ledger.Debts;
import pl.obieg.process.Reasons;
import pl.obieg.support.CaseUnderTest;
import pl.obieg.support.LetterText;
import pl.obieg.support.RunningOffice;
import pl.obieg.tax.assessment.DecisionFinality;

/** Appeals through the running office (P05): in time to the appeal body and back, and self-review. */
class AppealStoryTest {

    private final RunningOffice office = RunningOffice.get();

    @Test
    void appealBodyLowersTheTaxAndWhatWasPaidAboveIsAnOverpayment() {
        CaseUnderTest matter = paid(9);
        long tax = (Long) matter.variable("taxDue");
        String decision = (String) matter.variable("decisionNumber");

        CaseUnderTest appeal = appealed(9, decision);
        appeal.waitsAt("rozwaz-odwolanie");
        assertThat(office.bean(DecisionFinality.class)
                        .ofNumber(decision)
                        .orElseThrow()
                        .finalOn())
                .isEmpty();
        assertThat(texts("select note from correspondence.case_note where case_number = ?", matter.caseNumber()))
                .anyMatch(note -> note.contains("wniesiono odwołanie"));
        appeal.does("piotr", "rozwaz-odwolanie", Map.of("selfReview", "NIE"));
        appeal.does(
                "piotr",
                "przygotuj-stanowisko-dla-sko",
                Map.of(
                        "stanceText",
                        "Powierzchnię przyjęto z ewidencji gruntów i budynków.",
                        "filesList",
                        "odwołanie\ndecyzja z dowodem doręczenia"));
        appeal.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        appeal.reaches("czekaj-na-rozstrzygniecie-sko");

        assertThat(letter(appeal, "przekazanie-odwolania"))
                .contains(
                        "Samorządowe Kolegium Odwoławcze w Przykładowie",
                        decision,
                        "Termin zachowano",
                        "Powierzchnię przyjęto z ewidencji",
                        "decyzja z dowodem doręczenia",
                        "art. 227 § 2");
        assertThat(texts("select channel from delivery.delivery where case_number = ?", appeal.caseNumber()))
                .containsExactly("ADE", "ADE");

        CaseUnderTest ruling = office.files("rozstrzygniecie-sko", 1);
        ruling.does(
                "katarzyna",
                "rozpoznaj-pismo",
                Map.of("letterResolution", "ODPOWIEDZ_SKO", "relatedCase", appeal.caseNumber()));
        appeal.does(
                "piotr",
                "odnotuj-rozstrzygniecie-sko",
                Map.of(
                        "rulingOutcome",
                        "ZMIENIONA",
                        "newTax",
                        tax - 150,
                        "rulingNumber",
                        "SKO.4140.1.2026",
                        "rulingOn",
                        office.clock().today().toString()));

        assertThat(appeal.ends()).containsExactly("odwolanie-rozstrzygniete");
        assertThat(new BigDecimal(appeal.variable("overpaid").toString())).isEqualByComparingTo("150");
        assertThat(charged(matter)).isEqualByComparingTo(BigDecimal.valueOf(tax - 150));
        assertThat(texts("select note from ledger.payment where case_number = ?", matter.caseNumber()))
                .anyMatch(note -> note.contains("150,00"));
        assertThat(office.bean(Reasons.class).of(appeal.caseNumber()))
                .extracting(Reasons.Reason::title)
                .contains("Termin odwołania", "Ocena odwołania", "Skutek rozstrzygnięcia SKO");
        assertThat(texts("select outcome from correspondence.case_file where case_number = ?", appeal.caseNumber()))
                .containsExactly("SKO uchyliło decyzję i orzekło co do istoty");
    }

    @Test
    void organThatFindsTheAppealRightChangesItsDecisionItself() {
        CaseUnderTest matter = paid(7);
        long tax = (Long) matter.variable("taxDue");
        CaseUnderTest appeal = appealed(7, (String) matter.variable("decisionNumber"));

        appeal.does(
                "piotr",
                "rozwaz-odwolanie",
                Map.of(
                        "selfReview", "UWZGLEDNIAM",
                        "newTax", tax - 100,
                        "selfReviewReason", "Budynek ma 120 m², co potwierdza inwentaryzacja."));
        appeal.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));

        assertThat(appeal.ends()).containsExactly("odwolanie-rozstrzygniete");
        assertThat(letter(appeal, "decyzja-autokontrola"))
                .contains(
                        "uwzględniam odwołanie w całości",
                        "Budynek ma 120 m²",
                        appeal.caseNumber() + ".D1",
                        "Pouczenie");
        assertThat(charged(matter)).isEqualByComparingTo(BigDecimal.valueOf(tax - 100));
    }

    @Test
    void decisionSentBackIsAssessedAnewUnderItsCaseAndPaidFromWhatWasPaid() {
        CaseUnderTest matter = paid(3);
        long tax = (Long) matter.variable("taxDue");
        String first = (String) matter.variable("decisionNumber");
        CaseUnderTest appeal = appealed(3, first);
        appeal.does("piotr", "rozwaz-odwolanie", Map.of("selfReview", "NIE"));
        appeal.does(
                "piotr",
                "przygotuj-stanowisko-dla-sko",
                Map.of("stanceText", "Zarzuty są niezasadne.", "filesList", "odwołanie"));
        appeal.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        appeal.reaches("czekaj-na-rozstrzygniecie-sko");
        assertThat(texts("select reason from correspondence.term_stop where case_number = ?", appeal.caseNumber()))
                .as("TIM-03: the appeal body has it")
                .containsExactly("OTHER_ORGAN");
        recognised("ODPOWIEDZ_SKO", appeal.caseNumber());
        Set<String> before = office.instances("podatek-od-nieruchomosci");
        appeal.does(
                "piotr",
                "odnotuj-rozstrzygniecie-sko",
                Map.of(
                        "rulingOutcome",
                        "DO_PONOWNEGO",
                        "rulingNumber",
                        "SKO.4140.13.2026",
                        "rulingOn",
                        office.clock().today().toString()));
        appeal.does("piotr", "zlec-ponowne-rozpatrzenie", Map.of("retrialNote", "Zmierzyć grunt."));
        assertThat(appeal.ends()).containsExactly("sprawa-do-ponownego-rozpatrzenia");

        CaseUnderTest again = office.newInstance("podatek-od-nieruchomosci", before);
        again.waitsAt("rozpatrz-sprawe-ponownie");
        assertThat(again.caseNumber()).isEqualTo(matter.caseNumber());
        assertThat(again.variable("retrialNote")).isEqualTo("Zmierzyć grunt.");
        assertThat(again.variable("rulingNumber")).isEqualTo("SKO.4140.13.2026");
        assertThat(charged(matter)).as("the old charge is taken back").isEqualByComparingTo("0");
        assertThat(texts(
                        "select closed_on::text from correspondence.case_file where case_number = ?",
                        matter.caseNumber()))
                .containsOnlyNulls();
        assertThat(texts(
                        "select rounds::text from correspondence.case_term where case_number = ?", matter.caseNumber()))
                .containsExactly("2");

        again.does(
                "piotr",
                "rozpatrz-sprawe-ponownie",
                Map.of(
                        "evidenceNote",
                        "Protokół oględzin z dnia dzisiejszego.",
                        "retrialResolution",
                        "POPRAW",
                        "findingObject",
                        1,
                        "foundArea",
                        100));
        again.does(
                "piotr",
                "rozpatrz-sprawe-ponownie",
                Map.of("evidenceNote", "Protokół oględzin z dnia dzisiejszego.", "retrialResolution", "WYMIERZ"));
        again.does("anna", "sprawdz-i-zatwierdz-pismo", Map.of("approval", "ZATWIERDZ"));
        again.reaches("czy-strona-sie-wypowie");
        assertThat(texts(
                        "select reason from correspondence.term_stop where case_number = ? and until_on is null",
                        matter.caseNumber()))
                .as("TIM-03: the days of art. 200 are not counted")
                .containsExactly("STATUTORY_ACT");
        recognised("W_SPRAWIE", matter.caseNumber());
        again.does("piotr", "rozwaz-wypowiedz-strony", Map.of("hearingResolution", "DECYZJA"));
        again.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));

        assertThat(again.ends()).as("what was paid covers the lower tax").containsExactly("podatek-rozliczony");
        long lower = (Long) again.variable("taxDue");
        assertThat(lower).isPositive().isLessThan(tax);
        assertThat(again.variable("decisionNumber")).isEqualTo(matter.caseNumber() + ".D2");
        assertThat(office.jdbc()
                        .sql("select charged from ledger.receivable where case_number = ? order by charged")
                        .param(matter.caseNumber())
                        .query(BigDecimal.class)
                        .list())
                .extracting(BigDecimal::longValue)
                .containsExactly(0L, lower);
        assertThat(office.jdbc()
                        .sql("""
                                select min(i.due_on - a.legal_date) from ledger.instalment i
                                join ledger.receivable r on r.id = i.receivable_id
                                join tax.decision d on d.assessment_id = r.assessment_id
                                join tax.decision_addressee a on a.assessment_id = d.assessment_id
                                where d.decision_number = ?
                                """)
                        .param(matter.caseNumber() + ".D2")
                        .query(Integer.class)
                        .single())
                .as("PT-65: new due dates, 14 days after the new delivery at the earliest")
                .isGreaterThanOrEqualTo(14);
        assertThat(texts(
                        "select appeal_deadline::text from tax.decision_addressee a join tax.decision d using (assessment_id)"
                                + " where d.decision_number = ?",
                        matter.caseNumber() + ".D2"))
                .as("a new term to appeal")
                .doesNotContainNull();
        String decision = office.jdbc()
                .sql("select document_id from tax.decision where decision_number = ?")
                .param(matter.caseNumber() + ".D2")
                .query(String.class)
                .single();
        assertThat(LetterText.of(office.bean(DocumentStore.class).get(decision).content(), "decyzja-ponowna"))
                .contains("SKO.4140.13.2026", first, "Zmierzyć grunt.", "Protokół oględzin", "art. 200 § 1");
        assertThat(office.bean(Reasons.class).of(matter.caseNumber()))
                .extracting(Reasons.Reason::title)
                .contains("Wszczęcie postępowania i wysłuchanie strony");
        assertThat(texts("select note from correspondence.case_note where case_number = ?", matter.caseNumber()))
                .anyMatch(note -> note.startsWith("Sprawę podjęto ponownie: SKO uchyliło decyzję " + first));
    }

    /** A letter without a form that the registry office files in the case. */
    private void recognised(String kind, String caseNumber) {
        CaseUnderTest letter = office.files("rozstrzygniecie-sko", 1);
        letter.does("katarzyna", "rozpoznaj-pismo", Map.of("letterResolution", kind, "relatedCase", caseNumber));
    }

    private CaseUnderTest paid(int n) {
        office.outsideReacts("edoreczenia", "DELIVERED");
        office.outsideReacts("post", "DELIVERED");
        CaseUnderTest matter = office.files("in1", n);
        matter.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        matter.does("piotr", "przygotuj-wymiar", Map.of());
        matter.does("anna", "sprawdz-i-zatwierdz-decyzje", Map.of("approval", "ZATWIERDZ"));
        matter.reaches("naleznosc-rozliczona");
        String account = (String) matter.variable("payerAccount");
        office.pays(
                account,
                office.bean(Debts.class).owed(account, office.clock().today()).total(),
                "Podatek " + matter.caseNumber());
        assertThat(matter.ends()).containsExactly("podatek-rozliczony");
        return matter;
    }

    private CaseUnderTest appealed(int n, String decision) {
        CaseUnderTest appeal = office.files("odwolanie", n);
        appeal.does("wojtek", "zadekretuj-pismo", office.assignmentTo("piotr"));
        Map<String, Object> read = new HashMap<>();
        read.put("decisionNumber", decision);
        read.put("appellantRole", "STRONA");
        read.put("chargesStated", "TAK");
        read.put("restorationAsked", "NIE");
        return appeal.does("piotr", "wskaz-zaskarzone-rozstrzygniecie", read);
    }

    private String letter(CaseUnderTest matter, String name) {
        String document = texts(
                        "select document_id from correspondence.letter where case_number = ? and document_id is not null",
                        matter.caseNumber())
                .get(0);
        return LetterText.of(office.bean(DocumentStore.class).get(document).content(), name);
    }

    private BigDecimal charged(CaseUnderTest matter) {
        return office.jdbc()
                .sql("select charged from ledger.receivable where case_number = ?")
                .param(matter.caseNumber())
                .query(BigDecimal.class)
                .single();
    }

    private List<String> texts(String sql, String caseNumber) {
        return office.jdbc().sql(sql).param(caseNumber).query(String.class).list();
    }
}
