package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.tax.retrial.RemandCase;
import pl.obieg.tax.review.DraftDetermination;

/**
 * A decision that determines a tax (OP art. 21 § 3) is followed like one that establishes it: deliveries, finality, appeals
 * (PT-12, PT-53, P05, ARR-02). Today is 12 January 2026.
 */
class DeterminationTest {

    private static final int COMPANY = 31;

    private final TaxOffice office = new TaxOffice();
    private final String number = office.caseNumber + ".D1";
    private final String document = "d" + office.caseNumber;
    private final String appeal = office.caseNumber.replace("3120", "3129");
    private RecordDeclaration.Output declared;
    private AssessTax.Output tax;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void arr02DecisionIsKnownAndFinalOnlyWhenTheTermForAnAppealHasPassed() {
        determined(LocalDate.of(2026, 1, 5));

        assertThat(run(CheckFinality.class, new CheckFinality.Input(null, office.caseNumber)))
                .isEqualTo(new CheckFinality.Output(false, LocalDate.of(2026, 1, 20)));
        assertThat(run(FindTaxDecision.class, new FindTaxDecision.Input(office.caseNumber, document))
                        .assessmentId())
                .as("a defective delivery of it is found")
                .isEqualTo(tax.assessmentId());
    }

    @Test
    void p05AppealReachesTheAssessmentTheTaxIsChargedBy() {
        determined(LocalDate.of(2026, 1, 5));
        CheckAppeal.Output checked = appealed();

        assertThat(checked.assessmentId()).isEqualTo(tax.assessmentId());
        assertThat(checked.appealInTime()).isTrue();
        run(RecordAppeal.class, new RecordAppeal.Input(appeal, "TO_SELF_REVIEW"));
        assertThat(run(CheckFinality.class, new CheckFinality.Input(null, office.caseNumber))
                        .finalOn())
                .isNull();
    }

    @Test
    void annulledDeterminationLeavesWhatWasDeclaredAndAnotherTaxStandsOnTheDaysOfTheStatute() {
        determined(LocalDate.of(2026, 1, 5));
        appealed();

        List<Instalment> annulled = ruling("UMORZONA", "CANCEL", null);
        assertThat(sum(annulled)).isEqualByComparingTo(BigDecimal.valueOf(declared.declaredTax()));
        assertThat(annulled)
                .hasSize(12)
                .first()
                .satisfies(part -> assertThat(part.date()).isEqualTo("2026-02-02"));
        assertThat(sum(ruling("ZMIENIONA", "REPLACE", 60200L))).isEqualByComparingTo("60200");
        assertThat(run(
                                RemandCase.class,
                                new RemandCase.Input(appeal, number, "Zbadać powierzchnię.", null, null, null, null))
                        .retrialPath())
                .as("no procedure that establishes a tax takes it up")
                .isEqualTo("RECZNIE");
    }

    @Test
    void determinationWithoutADeclarationRestsOnTheMissingDeclarationAndIsAnnulledToNothing() {
        String party = file(2025).partyIds().get(0);
        String missing = office.caseNumber + "-missing";
        office.get(JdbcClient.class)
                .sql("insert into tax.missing_declaration (id, party_id, tax_year, form, last_declaration_id, found_on,"
                        + " case_number) select left(?, 36), ?, 2026, 'DN-1', id, date '2026-02-03', ?"
                        + " from tax.declaration where case_number = ?")
                .params(missing, party, office.caseNumber + ".B", office.caseNumber)
                .update();

        String ownCase = office.caseNumber + ".B";
        issue(ownCase, ownCase + ".D1", List.of(party), null, 60235L, LocalDate.of(2026, 1, 5));

        assertThat(run(FindTaxDecision.class, new FindTaxDecision.Input(ownCase, "d" + ownCase))
                        .assessmentId())
                .isEqualTo(missing.substring(0, Math.min(36, missing.length())));
        check(ownCase + ".D1", party);
        assertThat(ruling("DO_PONOWNEGO", "CANCEL", null)).isEmpty();
        assertThat(sum(ruling("ZMIENIONA", "REPLACE", 50000L))).isEqualByComparingTo("50000");
    }

    private void determined(LocalDate day) {
        declared = file(2026);
        tax = run(AssessTax.class, new AssessTax.Input(declared.declarationId(), office.caseNumber, "SELF"));
        issue(office.caseNumber, number, declared.partyIds(), declared.declaredTax(), tax.taxDue(), day);
    }

    private RecordDeclaration.Output file(int year) {
        String xml = Declarations.dn1WithWrongSum(COMPANY, year);
        String submission = office.submission(xml, Declarations.DN1, "DN-1");
        return run(RecordDeclaration.class, new RecordDeclaration.Input(submission, "DN-1", office.caseNumber));
    }

    private void issue(
            String caseNumber, String decision, List<String> parties, Long declaredTax, Long sum, LocalDate day) {
        String letter = ((Answer.Now<DraftDetermination.Output>) office.get(DraftDetermination.class)
                        .run(
                                new DraftDetermination.Input(
                                        caseNumber, 2026, parties, "OKRESL", declaredTax, sum, "Ewidencja gruntów."),
                                office.call("det-" + caseNumber)))
                .output()
                .letterId();
        office.publish(new CaseFact.LetterIssued(
                caseNumber,
                letter,
                OfficeLetters.Kind.DECISION,
                "określająca",
                decision,
                "d" + caseNumber,
                LocalDate.of(2026, 1, 2),
                parties));
        office.publish(new CaseFact.DeliveryConcluded(
                caseNumber, "del" + caseNumber, parties.get(0), "d" + caseNumber, "ADE", "DELIVERED", day));
    }

    private CheckAppeal.Output appealed() {
        return check(number, declared.partyIds().get(0));
    }

    private CheckAppeal.Output check(String decision, String party) {
        String letter = office.submission("<odwolanie/>", null, null);
        return run(
                CheckAppeal.class,
                new CheckAppeal.Input(appeal, letter, List.of(party), decision, "STRONA", null, null, null));
    }

    private List<Instalment> ruling(String outcome, String effect, Long newTax) {
        return run(RecordRuling.class, new RecordRuling.Input(appeal, outcome, effect, newTax, "SKO.1", null, null))
                .newInstalments();
    }

    private static BigDecimal sum(List<Instalment> instalments) {
        return instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> type, I input) {
        return ((Answer.Now<O>) office.get(type).run(input, office.call("key-" + office.caseNumber))).output();
    }
}
