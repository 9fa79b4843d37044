package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.ProcedureMessageWithdrawn;
import pl.obieg.process.Refusal;

/** A declared tax is owed from the day it was declared and follows what its verification shows. Today is 10 March. */
class DeclaredTaxTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    @DisplayName("PT-12: a decision raises what was charged as declared; the due dates stay those of the statute")
    void determinedTaxIsOwedOnTheDatesOfTheStatute() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");

        ledger.recharge(CASE, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "100", "98");
        ledger.recharge(CASE, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "100", "98");

        assertThat(instalments(receivable)).containsExactly("2026-03-16 100", "2026-05-15 98");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("198");
    }

    @Test
    void taxRaisedAfterItWasPaidIsNotSettledAnyMore() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "126.00"));

        ledger.recharge(CASE, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "100", "98");

        assertThat(ledger.events).contains(new ProcedureMessageWithdrawn("ReceivableSettled", receivable));
    }

    @Test
    void correctionToLessLeavesAnOverpayment() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "126.00"));

        ledger.recharge(CASE, receivable, "SKORYGOWANA_Z_URZEDU", null, "50", "50");

        assertThat(ledger.facts(CaseFact.TaxCorrected.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.overpaid()).isEqualByComparingTo("26"));
        assertThat(ledger.balance(receivable)).isZero();
    }

    @Test
    void rightDeclarationChangesNothing() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");

        ledger.recharge(CASE, receivable, "PRZYJETA", null, "64", "62");

        assertThat(instalments(receivable)).containsExactly("2026-03-16 64", "2026-05-15 62");
        assertThat(ledger.facts(CaseFact.TaxCorrected.class)).isEmpty();
    }

    @Test
    @DisplayName("PT-12: a determining decision found delivered only later corrects what was charged as declared")
    void determinationProvedDeliveredLaterTakesThePlaceOfTheDeclaredTax() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");
        assertThatThrownBy(() -> ledger.redate(CASE, "2026-03-02"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CASE_HAS_NO_RECEIVABLE"));

        determinedOn(LocalDate.of(2026, 3, 2));
        determinedOn(LocalDate.of(2026, 3, 2));
        assertThat(instalments(receivable)).containsExactly("2026-03-16 100", "2026-05-15 98");
        assertThat(ledger.count("correction")).isEqualTo(1);

        ledger.redate(CASE, "2026-03-05");
        assertThat(instalments(receivable)).containsExactly("2026-03-16 100", "2026-05-15 98");
        assertThat(legalDate(receivable)).isEqualTo("2026-03-05");
    }

    @Test
    void determinationOfACorrectionFiledInAnotherCaseIsNotLostEither() {
        String receivable = ledger.chargeAs("FN.3120.7.2026", "other", "SELF", null, "64", "62");
        ledger.chargeAs(CASE, "assessment-1", "SELF", null, "70", "70");

        determinedOn(LocalDate.of(2026, 3, 2));
        determinedOn(LocalDate.of(2026, 3, 2));

        assertThat(instalments(receivable)).containsExactly("2026-03-16 100", "2026-05-15 98");
        assertThat(ledger.count("correction")).isEqualTo(2);
    }

    @Test
    @DisplayName("OP art. 212: while the decision is not delivered, the tax is what was declared")
    void determinationWhoseDeliveryWasDefectiveLosesItsRaiseUntilItIsDelivered() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");
        ledger.recharge(CASE, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "100", "98");

        ledger.suspend(CASE);
        ledger.suspend(CASE);

        assertThat(instalments(receivable)).containsExactly("2026-03-16 64", "2026-05-15 62");
        assertThat(ledger.reasons.sentences)
                .anyMatch(step -> step.startsWith("Decyzji określającej podatek w sprawie " + CASE + " jednak"))
                .noneMatch(step -> step.contains("assessment-1"));

        ledger.redate(CASE, "2026-03-20");
        assertThat(instalments(receivable)).containsExactly("2026-03-16 100", "2026-05-15 98");
        assertThat(legalDate(receivable)).isEqualTo("2026-03-20");
    }

    private void determinedOn(LocalDate delivered) {
        ledger.chargeAs(CASE, "assessment-1", "DETERMINED", delivered, "100", "98");
    }

    private LocalDate legalDate(String receivable) {
        return ledger.jdbc
                .sql("select legal_date from ledger.receivable where id = ?")
                .param(receivable)
                .query(LocalDate.class)
                .single();
    }

    private List<String> instalments(String receivable) {
        return ledger.jdbc
                .sql("select due_on || ' ' || round(amount) from ledger.instalment where receivable_id = ? order by"
                        + " number")
                .param(receivable)
                .query(String.class)
                .list();
    }
}
