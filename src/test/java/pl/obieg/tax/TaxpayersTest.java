package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;
import pl.obieg.support.LetterText;
import pl.obieg.tax.assessment.AssessmentRegister;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.web.TaxPages;

/** Who of those a declaration names owes the tax (PT-02, PT-50, PT-54, PT-55). */
class TaxpayersTest {

    private final TaxOffice office = new TaxOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("PT-02: who holds the house as his own owes its tax and gets the decision, its owner does not")
    void autonomousPossessorOwesAndTheOwnerDoesNot() {
        RecordDeclaration.Output form = record(Declarations.in1Possessor(411, 2026));

        assertThat(form.partyIds()).hasSize(1);
        AssessTax.Output tax = assess(form);
        assertThat(tax.taxDue()).isEqualTo(711);
        run(
                IssueDecision.class,
                new IssueDecision.Input(tax.assessmentId(), office.caseNumber, office.caseNumber + ".D1", "p1"));
        assertThat(office.get(DecisionRegister.class).addressees(tax.assessmentId()))
                .extracting(DecisionRegister.Addressee::partyId)
                .isEqualTo(form.partyIds());
        assertThat(letter(tax))
                .contains(Town.naturalPerson(411).fullName())
                .contains("Podatnikiem jest posiadacz samoistny")
                .contains("art. 3 ust. 1 i 3 ustawy o podatkach i opłatach lokalnych")
                .doesNotContain(Town.naturalPerson(412).fullName(), "współwłasność");
        assertThat(page()).contains("(właściciel): Nie jest podatnikiem", "(posiadacz samoistny): Podatnikiem jest");
    }

    @Test
    @DisplayName("PT-02: the tenant of a plot of the gmina owes its tax")
    void tenantOfPublicPropertyOwes() {
        RecordDeclaration.Output form = record(Declarations.in1Tenant(413, 2026));

        AssessTax.Output tax = assess(form);

        assertThat(tax.taxDue()).isPositive();
        assertThat(letter(tax)).contains("Podatnikiem jest posiadacz nieruchomości Skarbu Państwa lub jednostki");
    }

    @Test
    @DisplayName("PT-02: the tenant of a private plot owes nothing, and no decision is made for nobody")
    void tenantOfPrivatePropertyOwesNothing() {
        RecordDeclaration.Output form =
                record(Declarations.in1Tenant(414, 2026).replace("<WlasnoscPubliczna>TAK", "<WlasnoscPubliczna>NIE"));

        assertThat(form.partyIds()).as("somebody must be asked").hasSize(1);
        assertThatThrownBy(() -> assess(form))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("NO_TAXPAYER"));
    }

    @Test
    @DisplayName("PT-02: the tenant of a council flat owes the tax of the plot he rents, but not of the flat")
    void tenantOfACouncilFlatDoesNotOweItsTax() {
        String flat = "<Przedmiot rodzaj=\"BUDYNEK\"><Przeznaczenie>MIESZKALNE</Przeznaczenie>"
                + "<PowierzchniaM2>48.00</PowierzchniaM2><ZwiazaneZDzialalnoscia>NIE</ZwiazaneZDzialalnoscia>"
                + "<WlasnoscPubliczna>TAK</WlasnoscPubliczna></Przedmiot></Przedmioty>";
        RecordDeclaration.Output form = record(Declarations.in1Tenant(415, 2026).replace("</Przedmioty>", flat));

        AssessTax.Output tax = assess(form);

        var rows = office.get(AssessmentRegister.class)
                .get(tax.assessmentId())
                .assessment()
                .rows();
        assertThat(rows.get(0).isTaxed()).isTrue();
        assertThat(rows.get(1).isTaxed()).isFalse();
        assertThat(rows.get(1).reason()).contains("Podatnikiem jest kto inny");
    }

    @Test
    @DisplayName("PT-02: who holds different things by different titles is called to file a form for each")
    void formThatMixesTitlesIsSentBack() {
        String two = Declarations.in1CoOwned(416, 2026)
                .replaceFirst("<Podatnik ", "<Podatnik tytul=\"POSIADACZ_UMOWA\" ")
                .replaceFirst("</Przedmiot>", "<WlasnoscPubliczna>TAK</WlasnoscPubliczna></Przedmiot>");
        office.signedBy(Town.naturalPerson(416).pesel());

        assertThat(defects(two)).contains("MIXED_TITLES");
        assertThat(defects(Declarations.in1Possessor(416, 2026))).isEmpty();
    }

    @Test
    @DisplayName("PT-50, PT-54: co-owners and spouses owe the whole together")
    void coOwnersAndSpousesOweTheWholeTogether() {
        assertThat(record(Declarations.in1CoOwned(417, 2026)).partyIds()).hasSize(2);
    }

    @Test
    @DisplayName("PT-55: of two who run the farm none owes alone")
    void whoRunTheFarmTogetherOweTogether() {
        String both = Declarations.ir1OfFarmer(418, 2026)
                .replace("<Podatnik rodzaj", "<Podatnik prowadziGospodarstwo=\"TAK\" rodzaj");

        assertThat(recorded(Declarations.ir1OfFarmer(418, 2026), Declarations.IR1, "IR-1")
                        .partyIds())
                .hasSize(1);
        assertThat(recorded(both, Declarations.IR1, "IR-1").partyIds()).hasSize(2);
    }

    private RecordDeclaration.Output record(String in1) {
        return recorded(in1, Declarations.IN1, "IN-1");
    }

    private RecordDeclaration.Output recorded(String xml, String namespace, String form) {
        return run(
                RecordDeclaration.class,
                new RecordDeclaration.Input(office.submission(xml, namespace, form), form, office.caseNumber));
    }

    private String defects(String xml) {
        return run(
                        CheckSubmission.class,
                        new CheckSubmission.Input(office.submission(xml, Declarations.IN1, "IN-1"), "IN-1"))
                .defects();
    }

    private AssessTax.Output assess(RecordDeclaration.Output form) {
        return run(AssessTax.class, new AssessTax.Input(form.declarationId(), office.caseNumber, "DECISION"));
    }

    private String letter(AssessTax.Output tax) {
        String id = run(
                        WriteDecision.class,
                        new WriteDecision.Input(
                                tax.assessmentId(),
                                office.caseNumber,
                                office.caseNumber + ".D1",
                                TaxOffice.ACCOUNT,
                                null,
                                null))
                .unsealedDocumentId();
        return LetterText.of(office.get(DocumentStore.class).get(id).content(), "podatnik-" + tax.taxDue());
    }

    private String page() {
        return office.get(LetterWriter.class)
                .html(
                        "templates/tax/case.ftlh",
                        Map.of(
                                "caseNumber",
                                office.caseNumber,
                                "declarations",
                                office.get(TaxPages.class).ofCase(office.caseNumber)));
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> operation, I input) {
        return ((Answer.Now<O>) office.get(operation).run(input, office.call(operation.getSimpleName()))).output();
    }
}
