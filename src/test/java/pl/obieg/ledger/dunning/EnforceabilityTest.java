package pl.obieg.ledger.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.process.Refusal;

/** Nobody is dunned by a decision that is not final, unless it has the rigour (ARR-02, OP art. 239a, 239b). Today is 10 March. */
class EnforceabilityTest {

    private final DunningFixture office = new DunningFixture();
    private final LedgerFixture ledger = office.ledger;

    @Test
    @DisplayName("ARR-02: a decision that is not final or is appealed against is not dunned")
    void arr02DecisionThatIsNotFinalOrIsAppealedAgainstIsNotDunned() {
        ledger.charge("FN.3120.1.2026", "500.00");

        assertThat(office.on("2026-04-01").find()).isOne();
        assertThat(office.review().decisionFinal()).isTrue();

        office.appealed("FN.3120.1.2026.D1");
        assertThat(office.review().decisionFinal()).isFalse();
        assertThat(office.review().appealPending()).isTrue();

        office.appealEnds("FN.3120.1.2026.D1");
        assertThat(office.review().decisionFinal()).isTrue();
    }

    @Test
    @DisplayName(
            "ARR-02: a tax that a decision determined waits for the decision though its dates are those of the statute")
    void arr02DeterminedTaxWaitsForTheDecision() {
        ledger.chargeAs("FN.3120.1.2026", "assessment-1", "DETERMINED", LocalDate.of(2026, 4, 20), "500.00");

        assertThat(office.on("2026-05-04").find())
                .as("the term for an appeal runs until that day")
                .isZero();
        assertThat(office.on("2026-05-05").find()).isOne();
        assertThat(office.review().regime()).isEqualTo("DECISION");
        assertThat(office.draft().get("declared"))
                .as("the letter names the decision")
                .isEqualTo(false);

        office.appealed("FN.3120.1.2026.D1");
        assertThat(office.review().decisionFinal()).isFalse();
    }

    @Test
    @DisplayName("ARR-02: a raise that is not final or is appealed against is not dunned (OP art. 254)")
    void arr02RaiseThatIsContestedIsNotDunned() {
        ledger.charge("FN.3120.1.2026", "500.00");
        ledger.correct("FN.3120.1.2026", "FN.3120.9.2026.D1", "2026-04-20", 0, "900.00");

        assertThat(office.on("2026-05-04").find()).isZero();
        assertThat(office.on("2026-05-05").find()).isOne();

        office.appealed("FN.3120.9.2026", "FN.3120.9.2026.D1");
        assertThat(office.review().decisionFinal()).isFalse();
        assertThat(office.review().appealPending()).isTrue();
        office.appealEnds("FN.3120.9.2026.D1");
        assertThat(office.review().decisionFinal()).isTrue();
    }

    @Test
    @DisplayName(
            "ARR-02: an order of immediate enforceability lets a decision be carried out that is not final (OP art. 239b)")
    void arr02OrderOfImmediateEnforceabilityLetsTheDecisionBeCarriedOut() {
        ledger.charge("FN.3120.1.2026", "500.00");
        office.on("2026-04-01");
        office.appealed("FN.3120.1.2026.D1");
        assertThat(office.find()).isZero();

        DraftRigour.Output order = office.rigour("FN.3120.1.2026.D1", "ZBYWANIE");

        assertThat(order.partyIds()).containsExactly("party-1");
        assertThat(office.drafts).last().satisfies(draft -> {
            assertThat(draft.kind()).isEqualTo(OfficeLetters.Kind.ORDER);
            assertThat(draft.content().get("ground").toString()).contains("art. 239b § 1 pkt 3");
        });
        assertThat(office.find()).isOne();
        assertThat(office.review().decisionFinal())
                .as("what D11 and D12 are asked")
                .isTrue();
        assertThat(office.review().immediatelyEnforceable()).isTrue();
    }

    @Test
    @DisplayName(
            "ARR-02: the order may be about a decision that determined the tax in another case than it is charged in")
    void arr02OrderIsGivenToADeterminationInAnotherCase() {
        ledger.chargeAs("FN.3120.1.2026", "assessment-1", "SELF", null, "500.00");
        ledger.chargeAs("FN.3120.9.2026", "assessment-2", "DETERMINED", LocalDate.of(2026, 3, 20), "900.00");
        office.on("2026-03-27");

        assertThat(office.rigour("FN.3120.9.2026.D1", "ZBYWANIE").partyIds()).containsExactly("party-1");
    }

    @Test
    @DisplayName("ARR-02: the order is refused without its ground, for a final decision and for one of another case")
    void arr02OrderIsRefusedWithoutItsGround() {
        ledger.charge("FN.3120.1.2026", "500.00");
        office.on("2026-02-20");

        assertThat(refusal(() -> office.rigour("FN.3120.1.2026.D1", "PRZEDAWNIENIE")))
                .isEqualTo("GROUND_NOT_MET");
        assertThat(refusal(() -> office.rigour("FN.3120.7.2026.D1", "ZBYWANIE")))
                .isEqualTo("DECISION_OF_OTHER_CASE");
        office.on("2026-04-01");
        assertThat(refusal(() -> office.rigour("FN.3120.1.2026.D1", "ZBYWANIE")))
                .isEqualTo("DECISION_FINAL");
    }

    private static String refusal(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(Refusal.class, call).code();
    }
}
