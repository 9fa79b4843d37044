package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.Polish;
import pl.obieg.tax.declaration.DeclarationRegister;
import pl.obieg.tax.web.TaxPages;

/** The life of a declaration in the tax system, from its arrival to the appeal deadline. */
class PropertyTaxTest {

    private final TaxOffice office = new TaxOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void recordsInformationOfTwoCoOwners() {
        RecordDeclaration.Output recorded = record(Declarations.in1CoOwned(3, 2026), Declarations.IN1, "IN-1");

        assertThat(recorded.subjectKind()).isEqualTo("NATURAL");
        assertThat(recorded.coOwnsWithLegal()).isFalse();
        assertThat(recorded.objectKind()).isEqualTo("OTHER");
        assertThat(recorded.taxYear()).isEqualTo(2026);
        assertThat(recorded.declaredTax()).isNull();
        assertThat(recorded.partyIds()).hasSize(2).doesNotHaveDuplicates();
        assertThat(office.facts).singleElement().isInstanceOfSatisfying(CaseFact.DeclarationRecorded.class, fact -> {
            assertThat(fact.declarationId()).isEqualTo(recorded.declarationId());
            assertThat(fact.partyIds()).isEqualTo(recorded.partyIds());
            assertThat(fact.receivedOn()).isEqualTo(TaxOffice.TODAY);
        });
    }

    @Test
    void recordsTheSameSubmissionOnce() {
        String submission = office.submission(Declarations.in1(1, 2026), Declarations.IN1, "IN-1");
        RecordDeclaration.Input input = new RecordDeclaration.Input(submission, "IN-1", office.caseNumber);

        RecordDeclaration.Output first = run(office.get(RecordDeclaration.class), input, "1");
        RecordDeclaration.Output second = run(office.get(RecordDeclaration.class), input, "1");

        assertThat(second).isEqualTo(first);
        assertThat(office.facts).hasSize(1);
    }

    @Test
    void assessesHouseAtCouncilRates() {
        AssessTax.Output tax = assess(record(Declarations.in1(1, 2026), Declarations.IN1, "IN-1"), "DECISION");

        // 1000 × 0,57 + 140 × 0,89 + 18 × 0,89 = 710,62
        assertThat(tax.taxDue()).isEqualTo(711);
        assertThat(tax.instalments())
                .extracting(part -> part.amount().intValue())
                .containsExactly(180, 177, 177, 177);
        assertThat(tax.letterCost()).isEqualByComparingTo("9.80");
        assertThat(tax.limitationPassed()).isFalse();
    }

    @Test
    void assessesAgainUnderTheSameKeyWithTheSameAnswer() {
        RecordDeclaration.Output recorded = record(Declarations.in1(1, 2026), Declarations.IN1, "IN-1");

        assertThat(assess(recorded, "DECISION")).isEqualTo(assess(recorded, "DECISION"));
    }

    @Test
    void findsTaxOfSmallPlotBelowCostOfLetter() {
        AssessTax.Output tax = assess(record(Declarations.in1Small(1, 2026), Declarations.IN1, "IN-1"), "DECISION");

        assertThat(BigDecimal.valueOf(tax.taxDue())).isLessThan(tax.letterCost());
    }

    @Test
    void countsMonthsFromThePurchase() {
        AssessTax.Output tax = assess(
                record(Declarations.in1Bought(1, LocalDate.of(2026, 5, 10)), Declarations.IN1, "IN-1"), "DECISION");

        // 1500 × 0,57 × 7/12 = 498,75
        assertThat(tax.taxDue()).isEqualTo(499);
        assertThat(tax.instalments()).hasSize(2);
    }

    @Test
    void agreesWithCompanyThatDeclaresRightly() {
        RecordDeclaration.Output recorded = record(Declarations.dn1(4, 2026), Declarations.DN1, "DN-1");

        assertThat(recorded.subjectKind()).isEqualTo("LEGAL");
        assertThat(recorded.declaredTax()).isEqualTo(Declarations.dn1Tax(4));
        assertThat(assess(recorded, "SELF").taxDue()).isEqualTo(recorded.declaredTax());
        assertThat(assess(recorded, "SELF").letterCost())
                .as("no letter is weighed against a declared tax (PT-15)")
                .isNull();
    }

    @Test
    void seesThatCompanyDeclaredTooLittle() {
        RecordDeclaration.Output recorded = record(Declarations.dn1WithWrongSum(4, 2026), Declarations.DN1, "DN-1");

        assertThat(assess(recorded, "SELF").taxDue() - recorded.declaredTax()).isEqualTo(100);
    }

    @Test
    void acceptsDeclarationOnce() {
        RecordDeclaration.Output recorded = record(Declarations.dn1(4, 2026), Declarations.DN1, "DN-1");
        AssessTax.Output tax = assess(recorded, "SELF");
        run(
                office.get(AcceptDeclaration.class),
                new AcceptDeclaration.Input(recorded.declarationId(), office.caseNumber, tax.assessmentId()),
                "a");

        assertThat(office.get(DeclarationRegister.class)
                        .get(recorded.declarationId())
                        .acceptedOn())
                .isEqualTo(TaxOffice.TODAY);
    }

    @Test
    void refusesFormItDoesNotKnow() {
        String submission = office.submission("<x xmlns='urn:x'/>", "urn:x", "XX-1");

        assertThatThrownBy(() -> run(
                        office.get(RecordDeclaration.class),
                        new RecordDeclaration.Input(submission, "XX-1", office.caseNumber),
                        "1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("UNKNOWN_FORM"));
    }

    @Test
    void issuesDecisionOnceAndToEachCoOwner() {
        RecordDeclaration.Output recorded = record(Declarations.in1CoOwned(3, 2026), Declarations.IN1, "IN-1");
        AssessTax.Output tax = assess(recorded, "DECISION");
        IssueDecision.Input input =
                new IssueDecision.Input(tax.assessmentId(), office.caseNumber, office.caseNumber + ".D1", "a1b2");

        run(office.get(IssueDecision.class), input, "i");
        run(office.get(IssueDecision.class), input, "i");

        assertThat(office.facts)
                .filteredOn(CaseFact.DecisionIssued.class::isInstance)
                .hasSize(1);
        assertThat(office.get(DecisionRegister.class).addressees(tax.assessmentId()))
                .extracting(DecisionRegister.Addressee::partyId)
                .containsExactlyInAnyOrderElementsOf(recorded.partyIds());
    }

    @Test
    void countsAppealDeadlineOfEachAddressee() {
        RecordDeclaration.Output recorded = record(Declarations.in1CoOwned(3, 2026), Declarations.IN1, "IN-1");
        AssessTax.Output tax = assess(recorded, "DECISION");
        run(
                office.get(IssueDecision.class),
                new IssueDecision.Input(tax.assessmentId(), office.caseNumber, office.caseNumber + ".D1", "a1b2"),
                "i");
        LocalDate delivered = LocalDate.of(2026, 5, 10);
        office.publish(concluded("d-1", recorded.partyIds().get(1), delivered));
        run(
                office.get(RecordTaxDelivery.class),
                new RecordTaxDelivery.Input(tax.assessmentId(), "d-1", "DELIVERED", delivered),
                "r");

        assertThat(office.get(DecisionRegister.class).addressees(tax.assessmentId()))
                .filteredOn(addressee -> "d-1".equals(addressee.deliveryId()))
                .singleElement()
                .satisfies(addressee -> {
                    assertThat(addressee.partyId())
                            .isEqualTo(recorded.partyIds().get(1));
                    // 24 May 2026 is a Sunday
                    assertThat(addressee.appealDeadline()).isEqualTo("2026-05-25");
                });
    }

    @Test
    @DisplayName("PT-01, SG-06: the decision is the wójt's and bears the mark of tax secrecy")
    void writesDraftAndDecision() throws IOException {
        RecordDeclaration.Output recorded = record(Declarations.in1CoOwned(3, 2026), Declarations.IN1, "IN-1");
        AssessTax.Output tax = assess(recorded, "DECISION");

        String draft = text(run(
                        office.get(DraftDecision.class),
                        new DraftDecision.Input(tax.assessmentId(), office.caseNumber, TaxOffice.ACCOUNT, null, null),
                        "d")
                .draftDocumentId());
        String decision = text(run(
                        office.get(WriteDecision.class),
                        new WriteDecision.Input(
                                tax.assessmentId(),
                                office.caseNumber,
                                office.caseNumber + ".D1",
                                TaxOffice.ACCOUNT,
                                null,
                                null),
                        "w")
                .unsealedDocumentId());

        assertThat(draft).contains("PROJEKT");
        assertThat(decision)
                .doesNotContain("PROJEKT")
                .contains(office.caseNumber + ".D1", "711 zł", "siedemset jedenaście złotych 00/100")
                .contains("27 1140 2004 0000 3002 0135 5387")
                .contains(
                        "Wójt Gminy Przykładowo",
                        "Samorządowego Kolegium Odwoławczego",
                        "14 dni",
                        "Tajemnica skarbowa",
                        "Strona 1 z")
                .contains("16 marca 2026 r.", "solidarnie")
                .contains("na adres do doręczeń elektronicznych", "wykazuje rejestr doręczeń")
                .contains(
                        Town.naturalPerson(3).fullName(), Town.naturalPerson(4).fullName())
                .doesNotContain(Town.naturalPerson(3).pesel());
    }

    @Test
    void previewsDeclarationAsAPersonReadsIt() {
        String submission = office.submission(Declarations.in1(3, 2026), Declarations.IN1, "IN-1");

        assertThat(office.get(DeclarationPreview.class).html(submission))
                .hasValueSatisfying(html -> assertThat(html)
                        .contains(
                                Town.naturalPerson(3).fullName(),
                                Town.naturalPerson(3).pesel())
                        .contains("Budynek – mieszkalne", "40,00 m² o wysokości 2,10 m"));
    }

    @Test
    void previewsNothingOfUnknownForm() {
        String submission = office.submission("<x/>", null, null);

        assertThat(office.get(DeclarationPreview.class).html(submission)).isEmpty();
    }

    @Test
    void listsAndExplainsAssessments() {
        RecordDeclaration.Output recorded = record(Declarations.dn1(4, 2026), Declarations.DN1, "DN-1");
        AssessTax.Output tax = assess(recorded, "SELF");
        String company = Town.company(4).name();

        TaxPages pages = office.get(TaxPages.class);
        assertThat(pages.list(company, 1).rows())
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("caseNumber", office.caseNumber)
                        .containsEntry("tax", Polish.zloty(BigDecimal.valueOf(tax.taxDue()))));
        assertThat(pages.list("nikt taki", 1).rows()).isEmpty();
        assertThat(pages.list("%", 1).found()).isZero();
        assertThat(pages.ofCase(office.caseNumber))
                .singleElement()
                .satisfies(view -> assertThat(view.get("rows").toString())
                        .contains("B_BIZ", "33,02 zł/m²", "Uchwała nr XV/108/2025"));
        assertThat(pages.ofCase("FN.3120.0.2026")).isEmpty();
    }

    @Test
    void showsScreensAsHtml() {
        AssessTax.Output tax = assess(record(Declarations.in1(3, 2026), Declarations.IN1, "IN-1"), "DECISION");
        run(
                office.get(IssueDecision.class),
                new IssueDecision.Input(tax.assessmentId(), office.caseNumber, office.caseNumber + ".D1", "c3d4"),
                "i");
        TaxPages pages = office.get(TaxPages.class);
        LetterWriter writer = office.get(LetterWriter.class);
        TaxPages.Page page = pages.list(office.caseNumber, 1);

        assertThat(writer.html(
                        "templates/tax/declarations.ftlh",
                        Map.of("search", "", "rows", page.rows(), "page", 1, "pages", 2, "found", page.found())))
                .contains("/podatki/" + office.caseNumber, "Następna strona");
        assertThat(writer.html(
                        "templates/tax/case.ftlh",
                        Map.of("caseNumber", office.caseNumber, "declarations", pages.ofCase(office.caseNumber))))
                .contains("Decyzja " + office.caseNumber + ".D1", "Dlaczego tak");
    }

    private CaseFact.DeliveryConcluded concluded(String delivery, String party, LocalDate day) {
        return new CaseFact.DeliveryConcluded(office.caseNumber, delivery, party, "a1b2", "ADE", "DELIVERED", day);
    }

    private RecordDeclaration.Output record(String xml, String namespace, String form) {
        String submission = office.submission(xml, namespace, form);
        return run(
                office.get(RecordDeclaration.class),
                new RecordDeclaration.Input(submission, form, office.caseNumber),
                "record");
    }

    @Test
    void taxOfAYearThatNoDecisionCanCreateAnyMoreIsNotComputed_PT13() {
        AssessTax.Output tax = assess(record(Declarations.in1(1, 2020), Declarations.IN1, "IN-1"), "DECISION");

        assertThat(tax.limitationPassed()).isTrue();
        assertThat(tax.taxDue()).isNull();
        assertThat(tax.assessmentId()).isNull();
    }

    @Test
    void correctionInTheSameCaseTakesThePlaceOfTheFirstDeclarationAndBothAreKept() {
        RecordDeclaration.Output first = record(Declarations.dn1WithWrongSum(2, 2026), Declarations.DN1, "DN-1");
        RecordDeclaration.Output second = record(Declarations.dn1Correction(2, 2026), Declarations.DN1, "DN-1");

        DeclarationRegister register = office.get(DeclarationRegister.class);
        assertThat(register.isReplaced(first.declarationId())).isTrue();
        assertThat(register.isReplaced(second.declarationId())).isFalse();
        assertThat(assess(second, "SELF").taxDue()).isEqualTo(second.declaredTax());
        assertThat(office.get(TaxPages.class).ofCase(office.caseNumber))
                .extracting(view -> view.get("replaced"))
                .containsExactly(false, true);
    }

    @Test
    void withheldDecisionIsAFactOfTheCaseD06() {
        String why = "Podatnik zmarł przed doręczeniem decyzji, trzeba ustalić spadkobierców.";
        run(office.get(WithholdDecision.class), new WithholdDecision.Input(office.caseNumber, why), "stop");

        assertThat(office.facts).contains(new CaseFact.DecisionWithheld(office.caseNumber, why, TaxOffice.TODAY));
    }

    private AssessTax.Output assess(RecordDeclaration.Output recorded, String regime) {
        return run(
                office.get(AssessTax.class),
                new AssessTax.Input(recorded.declarationId(), office.caseNumber, regime),
                "assess");
    }

    private String text(String documentId) throws IOException {
        byte[] pdf = office.get(DocumentStore.class).get(documentId).content();
        Path kept = Path.of("target", "letters");
        Files.createDirectories(kept);
        Files.write(kept.resolve(office.get(DocumentStore.class).get(documentId).fileName()), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    private <I extends Record, O extends Record> O run(Operation<I, O> operation, I input, String key) {
        return ((Answer.Now<O>) operation.run(input, office.call(key))).output();
    }
}
