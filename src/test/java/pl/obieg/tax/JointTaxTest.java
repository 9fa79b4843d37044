package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.support.LetterText;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.web.TaxPages;

/** Agricultural and forest tax and the joint obligation through the tax system's operations (LZ-01 to LZ-03, PT-55). */
class JointTaxTest {

    private final TaxOffice house = new TaxOffice();
    private final TaxOffice farm = new TaxOffice();
    private final TaxOffice wood = new TaxOffice();

    @AfterEach
    void close() {
        house.close();
        farm.close();
        wood.close();
    }

    @Test
    void lz01FormsOfOnePersonBecomeOneObligationInTheCaseAssessedFirst() throws IOException {
        RecordDeclaration.Output in1 = record(house, Declarations.in1(201, 2026), Declarations.IN1, "IN-1");
        RecordDeclaration.Output ir1 = record(farm, Declarations.ir1(201, 2026), Declarations.IR1, "IR-1");
        RecordDeclaration.Output il1 = record(wood, Declarations.il1(201, 2026), Declarations.IL1, "IL-1");

        AssessTax.Output tax = assess(house, in1);

        // property 710.62 → 711, agricultural 3.0650 × 166.05 = 508.94 → 509, forest 0.80 ha → 50
        assertThat(tax.taxDue()).isEqualTo(711 + 509 + 50);
        assertThat(tax.instalments()).hasSize(4);
        for (AssessTax.Output other : List.of(assess(farm, ir1), assess(wood, il1))) {
            assertThat(other.assessedElsewhere()).isTrue();
            assertThat(other.assessedInCase()).isEqualTo(house.caseNumber);
            assertThat(other.assessmentId()).isNull();
        }
        String letter = letter(house, tax);
        assertThat(letter)
                .contains("w łącznym zobowiązaniu pieniężnym na rok 2026", "1 270 zł")
                .contains("podatek od nieruchomości 711 zł, podatek rolny 509 zł, podatek leśny 50 zł")
                .contains("art. 6c ust. 1 ustawy o podatku rolnym", "o podatku leśnym", "ha przelicz.")
                .contains("IN-1 (12 stycznia 2026 r.), IR-1", "RIIIb");
        assertThat(page(house))
                .contains("łączne zobowiązanie pieniężne", "podatek rolny: 508,94", "IR-1 (sprawa " + farm.caseNumber);
        assertThat(page(farm)).contains("objęto wymiarem w sprawie", house.caseNumber);
    }

    @Test
    void farmAloneIsAgriculturalTaxAndTheLetterSaysNothingOfPropertyTax() throws IOException {
        RecordDeclaration.Output ir1 = record(farm, Declarations.ir1(203, 2026), Declarations.IR1, "IR-1");
        AssessTax.Output tax = assess(farm, ir1);

        assertThat(tax.taxDue()).isEqualTo(509);
        assertThat(letter(farm, tax))
                .contains("w podatku rolnym na rok 2026", "509 zł", "IR-1 (art. 6a ust. 5")
                .contains("Komunikat Prezesa GUS", "art. 12 ust. 1 pkt 1 u.p.r.")
                .doesNotContain("podatek od nieruchomości", "podatku od nieruchomości");
    }

    @Test
    void forestAloneIsForestTax() throws IOException {
        RecordDeclaration.Output il1 = record(wood, Declarations.il1(204, 2026), Declarations.IL1, "IL-1");
        AssessTax.Output tax = assess(wood, il1);

        assertThat(tax.taxDue()).isEqualTo(50);
        assertThat(letter(wood, tax)).contains("w podatku leśnym na rok 2026", "50 zł");
    }

    @Test
    void houseAndForestWithoutFarmKeepDecisionsOfTheirOwn() {
        RecordDeclaration.Output in1 = record(house, Declarations.in1(205, 2026), Declarations.IN1, "IN-1");
        RecordDeclaration.Output il1 = record(wood, Declarations.il1(205, 2026), Declarations.IL1, "IL-1");

        assertThat(assess(house, in1).taxDue()).isEqualTo(711);
        assertThat(assess(wood, il1).taxDue()).isEqualTo(50);
    }

    @Test
    @DisplayName(
            "LZ-03, PT-55: the farm is owed by the one who runs it and the house by both, so there are two decisions")
    void pt55FarmOfACoupleIsOwedByTheOneWhoRunsItAndLz03TheHouseByBoth() {
        RecordDeclaration.Output ir1 = record(farm, Declarations.ir1OfFarmer(206, 2026), Declarations.IR1, "IR-1");
        RecordDeclaration.Output in1 = record(house, Declarations.in1CoOwned(206, 2026), Declarations.IN1, "IN-1");

        assertThat(ir1.partyIds()).hasSize(1).isSubsetOf(in1.partyIds());
        assertThat(in1.partyIds()).hasSize(2);
        assertThat(assess(house, in1).taxDue()).isEqualTo(711);
        AssessTax.Output tax = assess(farm, ir1);
        assertThat(tax.taxDue()).isEqualTo(509);
        run(
                farm,
                farm.get(IssueDecision.class),
                new IssueDecision.Input(tax.assessmentId(), farm.caseNumber, farm.caseNumber + ".D1", "f7"));
        assertThat(farm.get(DecisionRegister.class).addressees(tax.assessmentId()))
                .extracting(DecisionRegister.Addressee::partyId)
                .isEqualTo(ir1.partyIds());
        assertThat(farm.facts).contains(new CaseFact.TaxNamed(farm.caseNumber, 2026, "podatek rolny"));
    }

    private static RecordDeclaration.Output record(TaxOffice office, String xml, String namespace, String form) {
        String submission = office.submission(xml, namespace, form);
        assertThat(run(office, office.get(CheckSubmission.class), new CheckSubmission.Input(submission, form))
                        .defects())
                .isIn("", "NO_SIGNATURE");
        return run(
                office,
                office.get(RecordDeclaration.class),
                new RecordDeclaration.Input(submission, form, office.caseNumber));
    }

    private static AssessTax.Output assess(TaxOffice office, RecordDeclaration.Output recorded) {
        return run(
                office,
                office.get(AssessTax.class),
                new AssessTax.Input(recorded.declarationId(), office.caseNumber, "DECISION"));
    }

    private static String page(TaxOffice office) {
        return office.get(LetterWriter.class)
                .html(
                        "templates/tax/case.ftlh",
                        Map.of(
                                "caseNumber",
                                office.caseNumber,
                                "declarations",
                                office.get(TaxPages.class).ofCase(office.caseNumber)))
                .replace('\u00a0', ' ');
    }

    private static String letter(TaxOffice office, AssessTax.Output tax) throws IOException {
        String id = run(
                        office,
                        office.get(WriteDecision.class),
                        new WriteDecision.Input(
                                tax.assessmentId(),
                                office.caseNumber,
                                office.caseNumber + ".D1",
                                TaxOffice.ACCOUNT,
                                null,
                                null))
                .unsealedDocumentId();
        byte[] pdf = office.get(DocumentStore.class).get(id).content();
        return LetterText.of(pdf, "decyzja-" + tax.taxDue());
    }

    private static <I extends Record, O extends Record> O run(TaxOffice office, Operation<I, O> operation, I input) {
        return ((Answer.Now<O>) operation.run(input, office.call("key"))).output();
    }
}
