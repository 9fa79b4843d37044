package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.support.TestDecisions;
import pl.obieg.tax.assessment.LawTables;
import pl.obieg.tax.review.CheckMissingDeclaration;
import pl.obieg.tax.review.DeclarationReview;
import pl.obieg.tax.review.DeclarationReview.Finding;
import pl.obieg.tax.review.DeclarationReview.FormerStep;
import pl.obieg.tax.review.FindMissingDeclarations;
import pl.obieg.tax.review.MissingDeclarations;

/** Checks of DN-1 declarations (rulebook §1.2, P03). */
class MissingDeclarationsTest {

    @Test
    void listsCompanyOfLastYearThatHasNotFiledWhenTheTermIsOver() {
        try (TaxOffice office = new TaxOffice()) {
            String silent = file(office, 4, 2025);
            String prompt = file(office, 5, 2025);
            file(office, 5, 2026);
            MissingDeclarations missing =
                    new MissingDeclarations(office.get(JdbcClient.class), new StatutoryCalendar());

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

            file(office, 25, 2026);

            assertThat(office.messages)
                    .filteredOn(message -> message.name().equals("DeclarationFiled"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.businessKey()).isEqualTo(ownCase));
            assertThat(checked(office, missingId, ownCase).stillMissing()).isFalse();
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
        return new DeclarationReview(tables, new LawTables(tables))
                .of(Finding.ERROR, new BigDecimal(declared), new BigDecimal(computed), FormerStep.NONE, 2026)
                .action();
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
