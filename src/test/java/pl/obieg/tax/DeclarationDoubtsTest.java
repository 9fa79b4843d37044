package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.simulators.town.Town;
import pl.obieg.tax.review.CheckDeclaration;
import pl.obieg.tax.review.ConcludeProceedings;
import pl.obieg.tax.review.ConcludeReview;
import pl.obieg.tax.review.OpenProceedings;
import pl.obieg.tax.review.PlanDeclaredTax;

/** A declaration beside what else is known of the taxpayers and the year (OP art. 81, 81b, 274a). Today is 12 January 2026. */
class DeclarationDoubtsTest {

    private static final AtomicInteger COMPANIES = new AtomicInteger(800);

    /** Whoever files twice is asked why, so each test has a company of its own. */
    private final int company = COMPANIES.getAndAdd(2);

    private TaxOffice office = new TaxOffice();
    private int calls;

    private record Checked(RecordDeclaration.Output declaration, AssessTax.Output tax, CheckDeclaration.Output check) {}

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("UR-24: a declaration that differs much from last year's, or leaves something out, is to be explained")
    void declarationUnlikeTheFormerOneIsDoubtful() {
        check(Declarations.dn1(company, 2026), null);
        try (TaxOffice later = new TaxOffice()) {
            office.close();
            office = later;
            String building = "<Przedmiot rodzaj=\"BUDYNEK\">";
            String whole = Declarations.dn1Correction(company, 2026);
            int from = whole.indexOf(building);
            String less = whole.substring(0, from) + whole.substring(whole.indexOf("</Przedmiot>", from) + 12);
            Checked unlike = check(less, null);

            assertThat(unlike.check().findingsInWords())
                    .contains("co najmniej 30% i 500 zł", "Nie wykazano przedmiotów", "274a § 2");
        }
    }

    @Test
    void secondDeclarationThatIsNoCorrectionIsDoubtfulAndACorrectionIsNot() {
        check(Declarations.dn1(company, 2026), null);
        office.close();
        office = new TaxOffice();

        Checked second = check(Declarations.dn1(company, 2026), null);
        assertThat(second.check().finding()).isEqualTo("DOUBT");
        assertThat(second.check().findingsInWords()).contains("deklarację już złożono");

        office.close();
        office = new TaxOffice();
        assertThat(check(Declarations.dn1Correction(company, 2026), null)
                        .check()
                        .finding())
                .isEqualTo("NONE");
    }

    @Test
    @DisplayName("PT-05: who owns together with a company and files IN-1 is called for DN-1")
    void wrongFormIsCalledFor() {
        String alone = Declarations.in1(company, 2026);
        String address = alone.substring(alone.indexOf("<Adres>"), alone.indexOf("</Adres>") + "</Adres>".length());
        String withCompany = alone.replace(
                "</Podatnicy>",
                "<Podatnik rodzaj=\"OSOBA_PRAWNA\"><PelnaNazwa>Spółka</PelnaNazwa><NIP>"
                        + Town.company(company).nip() + "</NIP>" + address + "</Podatnik></Podatnicy>");

        Checked wrong = check(withCompany, Declarations.IN1, "IN-1", null);

        assertThat(wrong.check().finding()).isEqualTo("WRONG_FORM");
        assertThat(wrong.check().findingsInWords())
                .contains("Złożono formularz IN-1, a właściwym formularzem jest DN-1");
    }

    @Test
    @DisplayName("OP art. 81b § 1 pkt 2: after a determining decision the tax stays as it determined it")
    void declarationAfterADeterminingDecisionDoesNotChangeTheTax() {
        Checked wrong = check(Declarations.dn1WithWrongSum(company, 2026), null);
        now(OpenProceedings.class, new OpenProceedings.Input(office.caseNumber, 2026, LocalDate.of(2026, 1, 10)));
        now(
                ConcludeProceedings.class,
                new ConcludeProceedings.Input(office.caseNumber, "OKRESL", 60235L, 1, LocalDate.of(2026, 3, 2), null));
        office.close();
        office = new TaxOffice();

        Checked again = check(Declarations.dn1Correction(company, 2026), null);

        assertThat(again.check().finding()).isEqualTo("DOUBT");
        assertThat(again.check().findingsInWords()).contains("określono decyzją", "bezskuteczna");
        assertThat(sum(planned(again))).as("charged at once").isEqualByComparingTo("60235");
        assertThat(conclude(again, "PRZYJETA", null).taxDue())
                .isEqualTo(60235L)
                .isNotEqualTo(wrong.declaration().declaredTax());
    }

    @Test
    void olderDeclarationSettledLastDoesNotUndoTheCorrection_art81() {
        String olderCase = office.caseNumber;
        Checked older = check(Declarations.dn1WithWrongSum(company, 2026), null);
        office.close();
        office = new TaxOffice();
        Checked correction = check(Declarations.dn1Correction(company, 2026), null);
        long tax = conclude(correction, "PRZYJETA", null).taxDue();

        assertThat(tax).isNotEqualTo(older.declaration().declaredTax());
        assertThat(conclude(olderCase, older, "PRZYJETA", null).taxDue()).isEqualTo(tax);
    }

    @Test
    @DisplayName("INT-03: a correction is told before its tax is charged, so that the seven days are open from then on")
    void correctionIsToldBeforeItIsCharged() {
        planned(check(Declarations.dn1Correction(company, 2026), null));

        assertThat(office.facts)
                .filteredOn(CaseFact.CorrectionAccepted.class::isInstance)
                .hasSize(1);
    }

    private List<Instalment> planned(Checked checked) {
        return now(
                        PlanDeclaredTax.class,
                        new PlanDeclaredTax.Input(
                                office.caseNumber,
                                checked.declaration().declarationId(),
                                checked.tax().assessmentId()))
                .declaredInstalments();
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

    private static BigDecimal sum(List<Instalment> instalments) {
        return instalments.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private <I extends Record, O extends Record> O now(Class<? extends Operation<I, O>> operation, I input) {
        return ((Answer.Now<O>) office.get(operation).run(input, office.call("review-" + calls++ + office.caseNumber)))
                .output();
    }
}
