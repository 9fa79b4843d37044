package pl.obieg.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Operation;
import pl.obieg.process.Refusal;
import pl.obieg.simulators.town.Declarations;
import pl.obieg.tax.web.TaxPages;

/** PT-53: a decision to two co-owners is final when both terms for an appeal have passed. Today is 12 January 2026. */
class CheckFinalityTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 12, 1);

    private final TaxOffice office = new TaxOffice();
    private String assessmentId;
    private List<String> parties;

    @AfterEach
    void close() {
        office.close();
    }

    @BeforeEach
    void issuesDecisionToTwoCoOwners() {
        String submission = office.submission(Declarations.in1CoOwned(3, 2026), Declarations.IN1, "IN-1");
        RecordDeclaration.Output recorded = run(
                office.get(RecordDeclaration.class),
                new RecordDeclaration.Input(submission, "IN-1", office.caseNumber));
        parties = recorded.partyIds();
        assessmentId = run(
                        office.get(AssessTax.class),
                        new AssessTax.Input(recorded.declarationId(), office.caseNumber, "DECISION"))
                .assessmentId();
        run(
                office.get(IssueDecision.class),
                new IssueDecision.Input(assessmentId, office.caseNumber, office.caseNumber + ".D1", "e5f6"));
    }

    @Test
    void pt53DecisionIsNotFinalWhileACoOwnerIsNotReached() {
        delivered("anna", 0, LONG_AGO);

        assertThat(finality()).isEqualTo(new CheckFinality.Output(false, null));
        assertThat(page()).contains("nie doręczono jej jeszcze wszystkim adresatom");
    }

    @Test
    void pt53DecisionIsFinalOnTheDayAfterTheLastTerm() {
        delivered("anna", 0, LONG_AGO);
        delivered("adam", 1, LocalDate.of(2025, 12, 15));

        assertThat(finality()).isEqualTo(new CheckFinality.Output(true, LocalDate.of(2025, 12, 30)));
        assertThat(page()).contains("Decyzja jest ostateczna od 30 grudnia 2025 r.");
        assertThat(office.get(TaxOffice.KeptReasons.class).sentences)
                .anySatisfy(sentence -> assertThat(sentence).contains("do 29.12.2025", "PT-53"))
                .anySatisfy(sentence -> assertThat(sentence).contains("ostateczna od 30.12.2025", "ARR-02"));
    }

    @Test
    void pt53TermOfTheLastAddresseeStillRuns() {
        delivered("anna", 0, LONG_AGO);
        delivered("adam", 1, LocalDate.of(2026, 1, 7));

        assertThat(finality()).isEqualTo(new CheckFinality.Output(false, LocalDate.of(2026, 1, 22)));
        assertThat(page()).contains("stanie się ostateczna 22 stycznia 2026 r.");
    }

    @Test
    void pt53WhoCannotBeReachedForGoodHoldsNothingUpButADeliveryMadeAnewDoes() {
        delivered("anna", 0, LONG_AGO);
        ended("adam", 1, "FAILED");
        assertThat(finality()).isEqualTo(new CheckFinality.Output(true, LocalDate.of(2025, 12, 16)));

        office.publish(new CaseFact.DeliveryConcluded(
                office.caseNumber, office.caseNumber + "adam", parties.get(1), "e5f6", "ADE", "DEFECTIVE", null));
        assertThat(finality()).isEqualTo(new CheckFinality.Output(false, null));
    }

    @Test
    void pt53DecisionThatReachedNobodyIsNeverFinal() {
        ended("anna", 0, "FAILED");
        ended("adam", 1, "FAILED");

        assertThat(finality()).isEqualTo(new CheckFinality.Output(false, null));
    }

    @Test
    void asksByTheCaseWhenTheNumberIsNotKnownAndRefusesAnUnknownDecision() {
        delivered("anna", 0, LONG_AGO);
        delivered("adam", 1, LONG_AGO);

        assertThat(run(office.get(CheckFinality.class), new CheckFinality.Input(null, office.caseNumber))
                        .decisionFinal())
                .isTrue();
        assertThatThrownBy(() -> run(office.get(CheckFinality.class), new CheckFinality.Input("FN.1.D9", null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("DECISION_UNKNOWN"));
    }

    private CheckFinality.Output finality() {
        return run(office.get(CheckFinality.class), new CheckFinality.Input(office.caseNumber + ".D1", null));
    }

    private String page() {
        return office.get(TaxPages.class)
                .ofCase(office.caseNumber)
                .get(0)
                .get("finality")
                .toString();
    }

    private void delivered(String who, int party, LocalDate day) {
        ended(who, party, "DELIVERED", day);
    }

    private void ended(String who, int party, String status) {
        ended(who, party, status, null);
    }

    private void ended(String who, int party, String status, LocalDate day) {
        String delivery = office.caseNumber + who;
        office.publish(new CaseFact.DeliveryConcluded(
                office.caseNumber, delivery, parties.get(party), "e5f6", "ADE", status, day));
        run(office.get(RecordTaxDelivery.class), new RecordTaxDelivery.Input(assessmentId, delivery, status, day));
    }

    private <I extends Record, O extends Record> O run(Operation<I, O> operation, I input) {
        return ((Answer.Now<O>) operation.run(input, office.call("key"))).output();
    }
}
