package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.process.Answer;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;
import pl.obieg.support.LetterText;
import pl.obieg.tax.assessment.AssessmentLimitation;
import pl.obieg.tax.assessment.DecisionFinality;
import pl.obieg.tax.review.CheckProceedings;
import pl.obieg.tax.review.MissingDeclarations;

/** Who files what, when, and what of it needs a decision (rulebook §1.1 and §1.2). */
class FilingRulesTest {

    private final TaxOffice office = new TaxOffice();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("PT-01: the mayor of the gmina decides, and a form addressed to another organ is sent back")
    void mayorOfTheGminaIsTheTaxOrgan() {
        assertThat(decision(house(41)))
                .contains(TaxSettings.defaults().office().organ(), "art. 1c")
                .contains("ustala");
        office.signedBy(Town.naturalPerson(42).pesel());
        String elsewhere = Declarations.in1(42, 2026).replace("990101", "990102");
        assertThat(elsewhere).isNotEqualTo(Declarations.in1(42, 2026));
        assertThat(defects(elsewhere, Declarations.IN1, "IN-1")).contains("WRONG_OFFICE");
    }

    @Test
    @DisplayName("PT-03: a natural person files IN-1 within 14 days; later, the office has five years instead of three")
    void naturalPersonFilesInformationWithinFourteenDays() {
        assertThat(regime("NATURAL", false, "OTHER"))
                .containsEntry("requiredForm", "IN-1")
                .containsEntry("regime", "DECISION")
                .containsEntry("filingDeadline", "EVENT_14_DAYS");
        assertThat(isTooLate(Declarations.in1(43, 2022)))
                .as("three years are over in January 2026")
                .isTrue();
        assertThat(isTooLate(Declarations.in1Bought(43, LocalDate.of(2022, 3, 1))))
                .as("bought in March 2022 and told only now: five years are not")
                .isFalse();
    }

    @Test
    @DisplayName(
            "PT-05: who owns together with a body files DN-1, but not a member of a community nor in a shared garage")
    void coOwnerOfABodyFilesAsTheBodyDoes() {
        assertThat(regime("NATURAL", true, "OTHER"))
                .containsEntry("requiredForm", "DN-1")
                .containsEntry("regime", "SELF");
        assertThat(regime("NATURAL", true, "COMMUNITY_MEMBER")).containsEntry("requiredForm", "IN-1");
        assertThat(regime("NATURAL", true, "GARAGE_3_4A")).containsEntry("requiredForm", "IN-1");
    }

    @Test
    @DisplayName("PT-06: an exempt taxpayer files too, so the list of missing declarations has him on it")
    void exemptTaxpayerFilesToo() {
        String exempt = Declarations.dn1(44, 2025)
                .replace("</Przedmiot>", "<Zwolnienie>art. 7 ust. 2 pkt 2</Zwolnienie></Przedmiot>");
        String party = recorded(exempt, Declarations.DN1, "DN-1").partyIds().get(0);

        assertThat(office.get(MissingDeclarations.class).on(LocalDate.of(2026, 2, 3)))
                .extracting(MissingDeclarations.Missing::partyId)
                .contains(party);
    }

    @Test
    @DisplayName("PT-08: an electronic form needs the signature of the taxpayer or of who represents him")
    void electronicFormNeedsASignature() {
        office.signedBy(Town.naturalPerson(45).pesel());
        assertThat(defects(Declarations.in1(45, 2026), Declarations.IN1, "IN-1"))
                .isEmpty();
        office.signedBy(Town.naturalPerson(46).pesel());
        assertThat(defects(Declarations.in1(45, 2026), Declarations.IN1, "IN-1"))
                .isEqualTo("SIGNER_NOT_TAXPAYER");
    }

    @Test
    @DisplayName("PT-09, PT-10: what was filed needs no order and no hearing; what the office learned needs both")
    void orderAndHearingFollowFromWhatBeganTheProceedings() {
        assertThat(initiation("INFORMATION", false)).isEqualTo("no order, no hearing");
        assertThat(initiation("INFORMATION", true)).isEqualTo("no order, hearing");
        assertThat(initiation("INFORMATION", null)).isEqualTo("no order, no hearing");
        assertThat(initiation("RENEWAL", null)).isEqualTo("no order, no hearing");
        assertThat(initiation("REMAND", null)).isEqualTo("no order, hearing");
        assertThat(initiation("OFFICIAL_CHANGE", null)).isEqualTo("order, hearing");
        assertThat(initiation("DECLARATION_CHECK", null)).isEqualTo("order, hearing");
        assertThat(initiation("MISSING_DECLARATION", null)).isEqualTo("order, hearing");
    }

    @Test
    @DisplayName("PT-11: the decision creates the liability by its delivery; before it nobody owes and no term runs")
    void decisionCreatesTheLiabilityByItsDelivery() {
        RecordDeclaration.Output house = house(47);
        AssessTax.Output tax =
                run(AssessTax.class, new AssessTax.Input(house.declarationId(), office.caseNumber, "DECISION"));
        String number = office.caseNumber + ".D1";
        run(
                IssueDecision.class,
                new IssueDecision.Input(tax.assessmentId(), office.caseNumber, number, "doc-" + number));
        assertThat(finalOn(number)).as("not delivered").isFalse();

        run(
                RecordTaxDelivery.class,
                new RecordTaxDelivery.Input(tax.assessmentId(), number + "-1", "DELIVERED", LocalDate.of(2026, 1, 7)));
        assertThat(office.get(DecisionFinality.class)
                        .ofNumber(number)
                        .orElseThrow()
                        .finalOn())
                .contains(LocalDate.of(2026, 1, 22));
        assertThat(due("DECISION")).containsEntry("decisionDue", "YES");
    }

    @Test
    @DisplayName("PT-12: the declared tax is the tax to pay; a decision is for another sum only")
    void declaredTaxNeedsADecisionOnlyIfItIsAnother() {
        assertThat(due("SELF")).containsEntry("decisionDue", "NO");
        assertThatThrownBy(
                        () -> run(CheckProceedings.class, new CheckProceedings.Input("FN.9", "OKRESL", 5026L, 5026L)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("umarza się");
        run(CheckProceedings.class, new CheckProceedings.Input("FN.9", "OKRESL", 5126L, 5026L));
    }

    @Test
    @DisplayName(
            "PT-13: a decision delivered in the fourth year creates nothing, in the sixth if the facts were kept back")
    void decisionComesTooLateAfterThreeYearsOrFive() {
        AssessmentLimitation honest = AssessmentLimitation.of(2022, true, true);
        assertThat(honest.isPassedOn(LocalDate.of(2025, 12, 31))).isFalse();
        assertThat(honest.isPassedOn(LocalDate.of(2026, 1, 1))).isTrue();
        for (AssessmentLimitation silent : new AssessmentLimitation[] {
            AssessmentLimitation.of(2022, false, true), AssessmentLimitation.of(2022, true, false)
        }) {
            assertThat(silent.isPassedOn(LocalDate.of(2027, 12, 31))).isFalse();
            assertThat(silent.isPassedOn(LocalDate.of(2028, 1, 1))).isTrue();
        }
    }

    @Test
    @DisplayName("PT-13: a form that only says since when is late too, and what it hid gives the office five years")
    void lateWithoutAnEventAndWithHiddenDataGivesFiveYears() {
        String since =
                Declarations.in1(48, 2022).replace("</Naglowek>", "<ObowiazekOd>2022-04-01</ObowiazekOd></Naglowek>");
        assertThat(isTooLate(since)).as("owed since April 2022, told in 2026").isFalse();
        String correction = since.replace("<CelZlozenia>1", "<CelZlozenia>2");
        assertThat(isTooLate(correction))
                .as("a correction does not say when the first form came")
                .isTrue();
        String id =
                recorded(Declarations.in1(49, 2022), Declarations.IN1, "IN-1").declarationId();
        assertThatThrownBy(() -> run(AssessTax.class, new AssessTax.Input(id, office.caseNumber, "DECISION", false)))
                .as("it is computed, so the rates of 2022 are asked for")
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("PT-13: a decision delivered after the last day creates nothing, one delivered on it does")
    void deliveryAfterTheLastDayCreatesNoLiability() {
        assertThat(deliveredTooLate(50, LocalDate.of(2029, 12, 31))).isFalse();
        assertThat(deliveredTooLate(51, LocalDate.of(2030, 1, 1))).isTrue();
        assertThat(deliveredTooLate(52, null)).as("not delivered").isFalse();
    }

    private boolean deliveredTooLate(int person, LocalDate delivered) {
        AssessTax.Output tax = run(
                AssessTax.class,
                new AssessTax.Input(
                        recorded(Declarations.in1(person, 2026), Declarations.IN1, "IN-1")
                                .declarationId(),
                        office.caseNumber,
                        "DECISION"));
        String number = office.caseNumber + ".L" + person;
        run(
                IssueDecision.class,
                new IssueDecision.Input(tax.assessmentId(), office.caseNumber, number, "doc-" + number));
        boolean tooLate = run(
                        RecordTaxDelivery.class,
                        new RecordTaxDelivery.Input(tax.assessmentId(), number, "DELIVERED", delivered))
                .deliveredTooLate();
        assertThat(run(FindTaxDecision.class, new FindTaxDecision.Input(office.caseNumber, "doc-" + number))
                        .deliveredTooLate())
                .as("asked again when a delivery turned out otherwise")
                .isEqualTo(tooLate);
        return tooLate;
    }

    private Map<String, Object> regime(String subject, boolean withBody, String object) {
        return office.get(Decisions.class)
                .askOne(
                        "tryb-skladania",
                        Map.of(
                                "subjectKind",
                                subject,
                                "coOwnsWithLegal",
                                withBody,
                                "objectKind",
                                object,
                                "taxKind",
                                "PROPERTY"));
    }

    private Map<String, Object> due(String regime) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("regime", regime);
        inputs.put("taxDue", 968L);
        inputs.put("letterCost", regime.equals("SELF") ? null : 9.80);
        inputs.put("taxpayerDied", false);
        inputs.put("limitationPassed", false);
        inputs.put("assessedElsewhere", false);
        return office.get(Decisions.class).askOne("czy-wydac-decyzje", inputs);
    }

    private String initiation(String ground, Boolean otherEvidence) {
        DetermineInitiation.Output output =
                run(DetermineInitiation.class, new DetermineInitiation.Input(ground, otherEvidence));
        return (output.orderDue() ? "order, " : "no order, ") + (output.hearingDue() ? "hearing" : "no hearing");
    }

    private boolean finalOn(String number) {
        return office.get(DecisionFinality.class).ofNumber(number).orElseThrow().isFinalOn(LocalDate.of(2027, 1, 1));
    }

    private RecordDeclaration.Output house(int person) {
        return recorded(Declarations.in1(person, 2026), Declarations.IN1, "IN-1");
    }

    private RecordDeclaration.Output recorded(String xml, String namespace, String form) {
        return run(
                RecordDeclaration.class,
                new RecordDeclaration.Input(office.submission(xml, namespace, form), form, office.caseNumber));
    }

    /** Of so old a year no rates need be entered; that they are asked for shows that the tax is computed. */
    private boolean isTooLate(String xml) {
        try {
            return assess(xml).limitationPassed();
        } catch (Refusal noRates) {
            return false;
        }
    }

    private AssessTax.Output assess(String xml) {
        String id = recorded(xml, Declarations.IN1, "IN-1").declarationId();
        return run(AssessTax.class, new AssessTax.Input(id, office.caseNumber, "DECISION"));
    }

    private String decision(RecordDeclaration.Output house) {
        AssessTax.Output tax =
                run(AssessTax.class, new AssessTax.Input(house.declarationId(), office.caseNumber, "DECISION"));
        String document = run(
                        DraftDecision.class,
                        new DraftDecision.Input(tax.assessmentId(), office.caseNumber, TaxOffice.ACCOUNT, null, null))
                .draftDocumentId();
        return LetterText.of(office.get(DocumentStore.class).get(document).content(), "decyzja-organu");
    }

    private String defects(String xml, String namespace, String form) {
        return run(CheckSubmission.class, new CheckSubmission.Input(office.submission(xml, namespace, form), form))
                .defects();
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> type, I input) {
        return ((Answer.Now<O>) office.get(type).run(input, office.call(office.caseNumber + "k"))).output();
    }
}
