package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.process.Answer;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.assessment.LawTables;
import pl.obieg.tax.review.CheckMissingDeclaration;
import pl.obieg.tax.review.CheckProceedings;
import pl.obieg.tax.review.DeclarationReview.Finding;
import pl.obieg.tax.review.DeclarationReview.FormerStep;
import pl.obieg.tax.review.DraftDetermination;
import pl.obieg.tax.review.FindMissingDeclarations;
import pl.obieg.tax.review.MissingDeclarations;
import pl.obieg.tax.review.SetFilingTerm;

/** Checks of DN-1 declarations (rulebook §1.2, P03). */
class MissingDeclarationsTest {

    @Test
    void listsCompanyOfLastYearThatHasNotFiledWhenTheTermIsOver() {
        try (TaxOffice office = new TaxOffice()) {
            String silent = file(office, 4, 2025);
            String prompt = file(office, 5, 2025);
            file(office, 5, 2026);
            MissingDeclarations missing = office.get(MissingDeclarations.class);

            // 31 January 2026 is a Saturday
            assertThat(missing.on(LocalDate.of(2026, 2, 2))).isEmpty();
            assertThat(missing.on(LocalDate.of(2026, 2, 3)))
                    .extracting(MissingDeclarations.Missing::partyId)
                    .contains(silent)
                    .doesNotContain(prompt);
        }
    }

    @Test
    void correctsSmallErrorItselfAndCallsForALargeOne() {
        assertThat(review("60135", "60235")).isEqualTo("OWN_CORRECTION");
        assertThat(review("55235", "60235")).isEqualTo("OWN_CORRECTION");
        assertThat(review("65236", "60235")).isEqualTo("CALL_TO_CORRECT");
    }

    @Test
    void startsOneProcedureForEachSilentTaxpayerHoweverOftenTheListIsMade() {
        try (TaxOffice office = new TaxOffice(LocalDate.of(2026, 2, 3))) {
            file(office, 24, 2025);
            assertThat(found(office, "first")).isPositive();
            int begun = office.messages.size();
            assertThat(office.messages)
                    .isNotEmpty()
                    .allSatisfy(message -> assertThat(message.name()).isEqualTo("DeclarationMissing"));

            assertThat(found(office, "again")).isZero();
            assertThat(office.messages).hasSize(begun);
        }
    }

    @Test
    void declarationFiledAfterAllEndsTheCaseThatCallsForItWithinAMonth_UR14() {
        try (TaxOffice office = new TaxOffice(LocalDate.of(2026, 2, 3))) {
            String silent = file(office, 25, 2025);
            found(office, "list");
            String missingId = office.get(JdbcClient.class)
                    .sql("select id from tax.missing_declaration where party_id = ?")
                    .param(silent)
                    .query(String.class)
                    .single();
            String ownCase = office.caseNumber + ".Z";
            assertThat(checked(office, missingId, ownCase).stillMissing()).isTrue();
            assertThat(checked(office, missingId, ownCase).missingDeadline()).isEqualTo("2026-03-03");
            assertThat(checked(office, missingId, ownCase).callDays())
                    .as("of the table, UR-06")
                    .isEqualTo(14);

            file(office, 25, 2026);

            assertThat(office.messages)
                    .filteredOn(message -> message.name().equals("DeclarationFiled"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.businessKey()).isEqualTo(ownCase));
            assertThat(checked(office, missingId, ownCase).stillMissing()).isFalse();
        }
    }

    @Test
    @DisplayName("PT-04: a declaration that comes during the proceedings leaves nothing to determine (OP art. 208 § 1)")
    void declarationDuringTheProceedingsIsNotChargedTwice() {
        try (TaxOffice office = new TaxOffice(LocalDate.of(2026, 2, 3))) {
            String silent = file(office, 27, 2025);
            found(office, "list-27");
            String missingId = office.get(JdbcClient.class)
                    .sql("select id from tax.missing_declaration where party_id = ?")
                    .param(silent)
                    .query(String.class)
                    .single();
            String ownCase = office.caseNumber + ".W";
            checked(office, missingId, ownCase);
            CheckProceedings.Input decides = new CheckProceedings.Input(ownCase, "OKRESL", 60_000L, null);
            office.get(CheckProceedings.class).run(decides, office.call("before"));

            file(office, 27, 2026);

            assertThatThrownBy(() -> office.get(CheckProceedings.class).run(decides, office.call("after")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(office.caseNumber)
                    .hasMessageContaining("umórz");
            assertThatThrownBy(() -> office.get(DraftDetermination.class)
                            .run(
                                    new DraftDetermination.Input(
                                            ownCase, 2026, List.of(silent), "OKRESL", null, 60_000L, "Dowody."),
                                    office.call("draft")))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("DECLARATION_FILED"));
        }
    }

    @Test
    @DisplayName("UR-23: a declaration posted on the last day of the call has a week to come (TIM-05)")
    void termToFileLeavesTimeForThePost() {
        try (TaxOffice office = new TaxOffice()) {
            SetFilingTerm.Output term = ((Answer.Now<SetFilingTerm.Output>) office.get(SetFilingTerm.class)
                            .run(
                                    new SetFilingTerm.Input(office.caseNumber, 14, LocalDate.of(2026, 1, 10)),
                                    office.call("term")))
                    .output();

            // 14 days end on Saturday 24 January
            assertThat(term.callDeadline()).isEqualTo("2026-01-26");
            assertThat(term.callExpiresOn()).isEqualTo("2026-02-03");
        }
    }

    private static int found(TaxOffice office, String key) {
        return ((Answer.Now<FindMissingDeclarations.Output>) office.get(FindMissingDeclarations.class)
                        .run(new FindMissingDeclarations.Input(2026), office.call(key)))
                .output()
                .missingCount();
    }

    private static CheckMissingDeclaration.Output checked(TaxOffice office, String missingId, String caseNumber) {
        return ((Answer.Now<CheckMissingDeclaration.Output>) office.get(CheckMissingDeclaration.class)
                        .run(new CheckMissingDeclaration.Input(missingId, caseNumber), office.call("check")))
                .output();
    }

    private static String review(String declared, String computed) {
        TestDecisions tables = new TestDecisions();
        return (String) tables.askOne(
                        "sposob-zalatwienia",
                        Map.of(
                                "finding", Finding.ERROR.name(),
                                "difference",
                                        new BigDecimal(computed)
                                                .subtract(new BigDecimal(declared))
                                                .abs(),
                                "formerStep", FormerStep.NONE.name(),
                                "limit", new LawTables(tables).threshold("OWN_CORRECTION", 2026)))
                .get("action");
    }

    private static String file(TaxOffice office, int company, int year) {
        String submission = office.submission(Declarations.dn1(company, year), Declarations.DN1, "DN-1");
        Answer<RecordDeclaration.Output> answer = office.get(RecordDeclaration.class)
                .run(
                        new RecordDeclaration.Input(submission, "DN-1", office.caseNumber),
                        office.call("record-" + company + "-" + year));
        return ((Answer.Now<RecordDeclaration.Output>) answer)
                .output()
                .partyIds()
                .get(0);
    }
}
