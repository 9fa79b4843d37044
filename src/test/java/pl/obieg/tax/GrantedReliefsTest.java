package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import pl.obieg.support.LetterText;
import pl.obieg.tax.assessment.GrantedRelief;
import pl.obieg.tax.assessment.GrantedReliefs;
import pl.obieg.tax.web.GrantedReliefView;
import pl.obieg.tax.web.TaxPages;

/** Reliefs of the agricultural tax that were granted by decision, from the entry to the letter (AG-06, AG-07). */
class GrantedReliefsTest {

    private final TaxOffice office = new TaxOffice();
    private final GrantedReliefs register = office.get(GrantedReliefs.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName(
            "AG-06: a relief counts once another person has approved it, and the decision says why the tax is less")
    void reliefCountsOnceAnotherPersonHasApprovedIt() {
        RecordDeclaration.Output farm = farm(431);
        String id = register.enter(office.caseNumber, farm.partyIds().get(0), half(), "anna");

        assertThatThrownBy(() -> register.approve(id, "anna"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("OWN_ENTRY"));
        assertThat(assess(farm, "1").taxDue()).as("not approved").isEqualTo(509);

        register.approve(id, "adam");
        AssessTax.Output tax = assess(farm, "2");

        // 508.94 less 50 %
        assertThat(tax.taxDue()).isEqualTo(254);
        assertThat(letter(tax))
                .contains("art. 13d")
                .contains("art. 12 ust. 6 u.p.r., 50 % (decyzja nr RL.7.2025 z 3 listopada 2025 r.)");
        assertThat(page()).contains("wpisał(a): anna", "zatwierdził(a): adam", "wszystkie grunty");

        register.withdraw(id, "adam");
        assertThat(assess(farm, "3").taxDue()).as("withdrawn").isEqualTo(509);
    }

    @Test
    @DisplayName("AG-06: nothing is entered without a decision, a period and its size")
    void incompleteReliefIsNotEntered() {
        GrantedRelief whole = half();
        for (GrantedRelief incomplete : new GrantedRelief[] {
            new GrantedRelief(null, "12.6", whole.percent(), null, whole.from(), whole.to(), null, null),
            new GrantedRelief(null, "12.6", null, null, whole.from(), whole.to(), "1", whole.decidedOn()),
            new GrantedRelief(null, "12.6", whole.percent(), null, whole.to(), whole.from(), "1", whole.decidedOn()),
            new GrantedRelief(null, "12.6", null, BigDecimal.TEN, whole.from(), whole.to(), "1", whole.decidedOn()),
            new GrantedRelief(null, "7.1", whole.percent(), null, whole.from(), whole.to(), "1", whole.decidedOn())
        }) {
            assertThatThrownBy(() -> register.enter(office.caseNumber, "p", incomplete, "anna"))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.code()).isEqualTo("RELIEF_INCOMPLETE"));
        }
    }

    private static GrantedRelief half() {
        return new GrantedRelief(
                null,
                "12.6",
                new BigDecimal("50"),
                null,
                LocalDate.of(2025, 12, 1),
                LocalDate.of(2027, 11, 30),
                "RL.7.2025",
                LocalDate.of(2025, 11, 3));
    }

    private RecordDeclaration.Output farm(int person) {
        String submission = office.submission(Declarations.ir1(person, 2026), Declarations.IR1, "IR-1");
        return run(RecordDeclaration.class, new RecordDeclaration.Input(submission, "IR-1", office.caseNumber), "r");
    }

    private AssessTax.Output assess(RecordDeclaration.Output farm, String visit) {
        return run(AssessTax.class, new AssessTax.Input(farm.declarationId(), office.caseNumber, "DECISION"), visit);
    }

    private String letter(AssessTax.Output tax) {
        String id = run(
                        DraftDecision.class,
                        new DraftDecision.Input(tax.assessmentId(), office.caseNumber, TaxOffice.ACCOUNT, null, null),
                        "d")
                .draftDocumentId();
        return LetterText.of(office.get(DocumentStore.class).get(id).content(), "decyzja-ulga");
    }

    private String page() {
        return office.get(LetterWriter.class)
                .html(
                        "templates/tax/case.ftlh",
                        Map.of(
                                "caseNumber",
                                office.caseNumber,
                                "declarations",
                                office.get(TaxPages.class).ofCase(office.caseNumber),
                                "reliefs",
                                office.get(GrantedReliefView.class).ofCase(office.caseNumber)));
    }

    private <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> type, I input, String key) {
        return ((Answer.Now<O>) office.get(type).run(input, office.call(office.caseNumber + key))).output();
    }
}
