package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.tax.review.CheckDeclaration;
import pl.obieg.tax.review.CheckProceedings;
import pl.obieg.tax.review.ConcludeProceedings;
import pl.obieg.tax.review.ConcludeReview;
import pl.obieg.tax.review.CorrectDeclaration;
import pl.obieg.tax.review.DraftDetermination;
import pl.obieg.tax.review.OpenProceedings;
import pl.obieg.tax.review.PlanDeclaredTax;
import pl.obieg.tax.review.RecordObjection;
import pl.obieg.tax.review.SetObjectionTerm;

/** A company's declaration is checked, corrected by the office or determined by a decision (rulebook §1.2, P03). */
class DeclarationReviewTest {

    private static final AtomicInteger COMPANIES = new AtomicInteger(700);

    private static final LocalDate LATE_DAY = LocalDate.of(2026, 2, 4);

    private TaxOffice office = new TaxOffice();
    /** Whoever files twice is asked why, so each test has a company of its own. */
    private final int company = COMPANIES.getAndAdd(2);

    private int calls;

    private record Checked(RecordDeclaration.Output declaration, AssessTax.Output tax, CheckDeclaration.Output check) {}

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void declarationFiledInTimeWithTheRightTaxNeedsNobody() {
        Checked right = check(Declarations.dn1(company, 2026), null);

        assertThat(right.check().finding()).isEqualTo("NONE");
        assertThat(right.check().findingsInWords()).isEmpty();
        assertThat(conclude(right, "PRZYJETA", null).taxDue())
                .isEqualTo(right.declaration().declaredTax());
    }

    /** PT-04: 31 January 2026 is a Saturday, so 2 February is in time. */
    @Test
    void declarationAfterTheTermIsLateThoughItsTaxIsRight() {
        office.close();
        office = new TaxOffice(LocalDate.of(2026, 2, 2));
        assertThat(check(Declarations.dn1(company + 1, 2026), null).check().finding())
                .isEqualTo("NONE");
        office.close();
        office = new TaxOffice(LATE_DAY);

        Checked late = check(Declarations.dn1(company, 2026), 1);

        assertThat(late.check().finding()).isEqualTo("LATE");
        assertThat(late.check().findingsInWords())
                .contains("złożono 4 lutego 2026 r., po terminie, który upłynął 2 lutego 2026 r.")
                .contains("Rat niezapłaconych w terminie: 1.");
    }

    @Test
    void smallErrorIsCorrectedByTheOfficeAndTheCopyNamesBothSums() {
        Checked wrong = check(Declarations.dn1WithWrongSum(company, 2026), null);
        assertThat(wrong.check().finding()).isEqualTo("ERROR");
        assertThat(wrong.check().difference()).isEqualTo(100);
        assertThat(wrong.check().limit()).isEqualTo(5000);

        CorrectDeclaration.Output correction = correct(wrong);

        OfficeLetters.Draft copy = office.drafts.get(0);
        assertThat(copy.title()).isEqualTo("Odpis korekty deklaracji DN-1 za rok 2026");
        assertThat(copy.content().get("change")).isEqualTo("100 zł");
        assertThat(copy.content().get("higher")).isEqualTo(true);
        assertThat(copy.partyIds()).isEqualTo(wrong.declaration().partyIds());
        SetObjectionTerm.Output term = now(
                SetObjectionTerm.class,
                new SetObjectionTerm.Input(office.caseNumber, correction.correctionId(), LocalDate.of(2026, 1, 10)));
        // 14 days end on Saturday 24 January
        assertThat(term.objectionUntil()).isEqualTo(LocalDate.of(2026, 1, 26));
        assertThat(term.objectionExpiresOn()).isEqualTo(LocalDate.of(2026, 2, 3));
        ConcludeReview.Output end = conclude(wrong, "SKORYGOWANA_Z_URZEDU", null);
        assertThat(end.taxDue()).isEqualTo(wrong.tax().taxDue());
        assertThat(end.instalments()).isEqualTo(wrong.tax().instalments());
    }

    @Test
    void objectionHandedToThePostOnTheLastDayMakesTheCorrectionVoidAndACouriersDoesNot_UR02() {
        office.close();
        office = new TaxOffice(LocalDate.of(2026, 1, 30));
        String correction = correct(check(Declarations.dn1WithWrongSum(company, 2026), null))
                .correctionId();
        SetObjectionTerm.Output term = now(
                SetObjectionTerm.class,
                new SetObjectionTerm.Input(office.caseNumber, correction, LocalDate.of(2026, 1, 12)));

        assertThat(term.objectionUntil()).isEqualTo("2026-01-26");
        assertThat(term.objectionExpiresOn())
                .as("seven days more for a letter on its way")
                .isEqualTo("2026-02-03");
        assertThat(object(correction, LocalDate.of(2026, 1, 26), "DESIGNATED_OPERATOR"))
                .isTrue();
        assertThat(object(correction, LocalDate.of(2026, 1, 27), "OTHER_OPERATOR"))
                .isFalse();
        assertThatThrownBy(() -> object(correction, LocalDate.of(2026, 1, 31), "OFFICE"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void officeCorrectsNothingThatIsRight() {
        Checked right = check(Declarations.dn1(company, 2026), null);

        assertThatThrownBy(() -> correct(right))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nie ma czego korygować");
    }

    @Test
    void correctionByTheTaxpayerIsToldApartFromWhatHeDeclaredFirst() {
        check(Declarations.dn1WithWrongSum(company, 2026), null);
        Checked corrected = check(Declarations.dn1Correction(company, 2026), null);

        assertThat(corrected.check().finding()).isEqualTo("NONE");
        assertThat(conclude(corrected, "PRZYJETA", null).reviewOutcome()).isEqualTo("KOREKTA_PODATNIKA");
    }

    @Test
    void declarationAcceptedInSpiteOfADifferenceIsDueAsDeclared() {
        Checked wrong = check(Declarations.dn1WithWrongSum(company, 2026), null);

        ConcludeReview.Output end = conclude(wrong, "PRZYJETA", null);

        assertThat(end.taxDue()).isEqualTo(wrong.declaration().declaredTax());
        assertThat(sum(end.instalments())).isEqualByComparingTo(BigDecimal.valueOf(end.taxDue()));
    }

    @Test
    void pt12DecisionDeterminesTheTaxOnTheDueDatesOfTheStatute() {
        Checked wrong = check(Declarations.dn1WithWrongSum(company, 2026), null);
        long determined = wrong.tax().taxDue();
        now(
                DraftDetermination.class,
                new DraftDetermination.Input(
                        office.caseNumber,
                        2026,
                        wrong.declaration().partyIds(),
                        "OKRESL",
                        wrong.declaration().declaredTax(),
                        determined,
                        "Ewidencja gruntów i budynków."));

        OfficeLetters.Draft decision = office.drafts.get(0);
        assertThat(decision.kind()).isEqualTo(OfficeLetters.Kind.DECISION);
        assertThat(decision.title())
                .isEqualTo("określająca wysokość zobowiązania w podatku od nieruchomości za rok 2026");
        assertThat(decision.content().get("difference")).isEqualTo("100 zł");
        assertThat(decision.content().get("isDeclared")).isEqualTo(true);
        ConcludeReview.Output end = conclude(wrong, "DECYZJA_OKRESLAJACA", determined);
        // 31 January 2026 is a Saturday, 15 February a Sunday
        assertThat(end.instalments().get(0).date()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(end.instalments()).hasSize(12);
    }

    @Test
    void decisionWithTheDeclaredSumOrWithoutASumIsRefused() {
        assertThatThrownBy(() -> now(CheckProceedings.class, new CheckProceedings.Input("FN.9", "OKRESL", 100L, 100L)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> now(CheckProceedings.class, new CheckProceedings.Input("FN.9", "OKRESL", null, 100L)))
                .isInstanceOf(Refusal.class);
        now(CheckProceedings.class, new CheckProceedings.Input("FN.9", "UMORZ", null, 100L));
    }

    /** OP art. 165 § 4, 139 § 1, 212. */
    @Test
    void proceedingsRunAMonthFromTheDeliveryOfTheOrderAndAnUndeliveredDecisionBindsNobody() {
        assertThat(now(
                                OpenProceedings.class,
                                new OpenProceedings.Input(office.caseNumber, 2026, LocalDate.of(2026, 1, 30)))
                        .proceedingsDeadline())
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(ended("OKRESL", 0)).isEqualTo("NIE_DORECZONO");
        assertThat(ended("OKRESL", 1)).isEqualTo("OKRESLONO");
        assertThat(ended("UMORZ", 1)).isEqualTo("UMORZONO");
    }

    @Test
    @DisplayName("PT-09, DEL-08: an order that reached nobody begins no proceedings (OP art. 165 § 4)")
    void orderThatReachedNobodyBeginsNothing() {
        assertThatThrownBy(() -> now(OpenProceedings.class, new OpenProceedings.Input(office.caseNumber, 2026, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NOT_DELIVERED"));
    }

    @Test
    @DisplayName("PT-12: what was declared is planned as declared, before anybody verified it")
    void declaredTaxIsPlannedAsDeclaredBeforeItIsVerified() {
        Checked wrong = check(Declarations.dn1WithWrongSum(company, 2026), null);

        PlanDeclaredTax.Output plan = now(
                PlanDeclaredTax.class,
                new PlanDeclaredTax.Input(
                        office.caseNumber,
                        wrong.declaration().declarationId(),
                        wrong.tax().assessmentId()));

        assertThat(sum(plan.declaredInstalments()))
                .isEqualByComparingTo(BigDecimal.valueOf(wrong.declaration().declaredTax()));
        assertThat(plan.declaredInstalments()).hasSize(12);
    }

    @Test
    @DisplayName(
            "INT-05: a decision delivered more than three months after the opening stops interest for all that time")
    void slowProceedingsStopInterest() {
        now(OpenProceedings.class, new OpenProceedings.Input(office.caseNumber, 2026, LocalDate.of(2026, 1, 30)));

        concluded(LocalDate.of(2026, 4, 30), null);
        assertThat(suspensions()).as("the last day of three months").isEmpty();
        concluded(LocalDate.of(2026, 5, 4), true);
        assertThat(suspensions()).as("not the organ's delay").isEmpty();
        concluded(LocalDate.of(2026, 5, 4), null);

        assertThat(suspensions()).singleElement().satisfies(fact -> {
            assertThat(fact.from()).isEqualTo("2026-01-30");
            assertThat(fact.to()).isEqualTo("2026-05-04");
            assertThat(fact.basis()).contains("art. 54 § 1 pkt 7");
        });
    }

    private void concluded(LocalDate delivered, Boolean excused) {
        now(
                ConcludeProceedings.class,
                new ConcludeProceedings.Input(office.caseNumber, "OKRESL", 60235L, 1, delivered, excused));
    }

    private List<CaseFact.InterestSuspended> suspensions() {
        return office.facts.stream()
                .filter(CaseFact.InterestSuspended.class::isInstance)
                .map(CaseFact.InterestSuspended.class::cast)
                .toList();
    }

    private String ended(String resolution, int delivered) {
        return now(
                        ConcludeProceedings.class,
                        new ConcludeProceedings.Input(
                                office.caseNumber, resolution, 60235L, delivered, LocalDate.of(2026, 3, 2), null))
                .proceedingsOutcome();
    }

    private Checked check(String xml, Integer overdue) {
        return check(xml, Declarations.DN1, "DN-1", overdue);
    }

    private Checked check(String xml, String namespace, String form, Integer overdue) {
        String submission = office.submission(xml, namespace, form);
        RecordDeclaration.Output declaration =
                now(RecordDeclaration.class, new RecordDeclaration.Input(submission, form, office.caseNumber));
        AssessTax.Output tax =
                now(AssessTax.class, new AssessTax.Input(declaration.declarationId(), office.caseNumber, "SELF"));
        return new Checked(
                declaration,
                tax,
                now(
                        CheckDeclaration.class,
                        new CheckDeclaration.Input(
                                office.caseNumber, declaration.declarationId(), tax.assessmentId(), overdue)));
    }

    private CorrectDeclaration.Output correct(Checked checked) {
        return now(
                CorrectDeclaration.class,
                new CorrectDeclaration.Input(
                        office.caseNumber,
                        checked.declaration().declarationId(),
                        checked.tax().assessmentId(),
                        "Suma nie odpowiada stawkom.",
                        checked.declaration().partyIds()));
    }

    private ConcludeReview.Output conclude(Checked checked, String ending, Long determined) {
        return conclude(office.caseNumber, checked, ending, determined);
    }

    private ConcludeReview.Output conclude(String caseNumber, Checked checked, String ending, Long determined) {
        return now(
                ConcludeReview.class,
                new ConcludeReview.Input(
                        caseNumber,
                        checked.declaration().declarationId(),
                        checked.tax().assessmentId(),
                        ending,
                        determined));
    }

    private boolean object(String correction, LocalDate day, String carrier) {
        return now(RecordObjection.class, new RecordObjection.Input(office.caseNumber, correction, day, carrier))
                .objectionInTime();
    }

    private static BigDecimal sum(List<Instalment> instalments) {
        return instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private <I extends Record, O extends Record> O now(Class<? extends Operation<I, O>> operation, I input) {
        return ((Answer.Now<O>) office.get(operation).run(input, office.call("review-" + calls++ + office.caseNumber)))
                .output();
    }
}
