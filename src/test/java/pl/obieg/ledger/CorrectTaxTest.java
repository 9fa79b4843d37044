package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Refusal;

/** A decision changed in the course of the year corrects what was charged (PT-14, PT-65, OVP-01). Today is 10 March. */
class CorrectTaxTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void raiseGoesIntoInstalmentsStillToCome() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");

        CorrectTax.Output corrected = ledger.correct(CASE, "D2", "2026-06-10", 0, "242", "242", "407", "407");

        assertThat(corrected.overpaid()).isZero();
        assertThat(instalments(receivable))
                .containsExactly("2026-03-16 242", "2026-05-15 242", "2026-09-15 407", "2026-11-16 407");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("1298");
        assertThat(ledger.reasons.sentences)
                .contains("Rata z terminem 15.09.2026: było 242,00 zł, jest 407,00 zł (PT-14, art. 254 Ordynacji"
                        + " podatkowej).");
    }

    @Test
    void pt65RaiseOfAnInstalmentThatTheDeliveryComesTooLateForIsDueFourteenDaysAfterIt() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");

        ledger.correct(CASE, "D2", "2026-09-10", 0, "242", "242", "407", "407");

        assertThat(instalments(receivable))
                .containsExactly(
                        "2026-03-16 242", "2026-05-15 242", "2026-09-15 242", "2026-11-16 407", "2026-09-24 165");
    }

    @Test
    void reductionIsWrittenOffAndWhatWasPaidTooMuchIsAnOverpayment() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "968.00"));
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
        ledger.events.clear();

        CorrectTax.Output corrected = ledger.correct(CASE, "D2", "2026-06-10", 0, "242", "158", "0", "0");

        assertThat(corrected.overpaid()).isEqualByComparingTo("568");
        assertThat(ledger.balance(receivable)).isZero();
        assertThat(ledger.messages("ReceivableSettled")).as("told once").isEmpty();
        assertThat(ledger.facts(CaseFact.TaxCorrected.class)).singleElement().satisfies(fact -> {
            assertThat(fact.caseNumber()).isEqualTo(CASE);
            assertThat(fact.newAmount()).isEqualByComparingTo("400");
            assertThat(fact.overpaid()).isEqualByComparingTo("568");
        });
        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.instalments())
                        .extracting(part -> part.amount().intValue())
                        .containsExactly(242, 158));
        assertThat(ledger.reasons.sentences).last().asString().contains("nadpłata", "568,00 zł");
    }

    @Test
    void restWithoutADateInTheYearIsDueAfterDeliveryAndOpensWhatWasSettled() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "968.00"));

        ledger.correct(CASE, "D2", "2026-12-10", 330, "242", "242", "242", "242");

        assertThat(instalments(receivable)).last().isEqualTo("2026-12-28 330");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("330");
        assertThat(ledger.jdbc
                        .sql("select settled_at is null from ledger.receivable")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void taxThatFallsToNothingIsSettled() {
        ledger.charge(CASE, "242", "242");

        ledger.correct(CASE, "D2", "2026-02-20", 0, "0", "0");

        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
    }

    @Test
    void sameDecisionCorrectsOnce() {
        String receivable = ledger.charge(CASE, "242", "242");
        ledger.correct(CASE, "D2", "2026-02-20", 0, "242", "100");

        ledger.correct(CASE, "D2", "2026-02-20", 0, "242", "50");

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("342");
    }

    /** OP art. 212: who did not get the changing decision owes what the former one says, on its dates. */
    @Test
    void raiseIsTakenBackWhileTheChangingDecisionIsNotDeliveredAndDatedAnewWhenItIs_PT65() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");
        ledger.correct(CASE, "D2", "2026-09-10", 0, "242", "242", "407", "407");

        ledger.suspend(LedgerFixture.CHANGE);
        assertThat(WhatIsOwed.instalments(ledger, receivable))
                .containsExactly("2026-03-16 242", "2026-05-15 242", "2026-09-15 242", "2026-11-16 242");

        ledger.redate(LedgerFixture.CHANGE, "2026-11-10");
        assertThat(WhatIsOwed.instalments(ledger, receivable))
                .containsExactly(
                        "2026-03-16 242",
                        "2026-05-15 242",
                        "2026-09-15 242",
                        "2026-11-16 242",
                        "2026-11-24 165",
                        "2026-11-24 165");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("1298");
    }

    @Test
    void restThatWasDueAfterTheDefectiveDeliveryIsDueAfterTheEffectiveOne_PT66() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");
        ledger.correct(CASE, "D2", "2026-12-10", 330, "242", "242", "242", "242");

        ledger.redate(LedgerFixture.CHANGE, "2026-12-15");

        assertThat(WhatIsOwed.instalments(ledger, receivable)).last().isEqualTo("2026-12-29 330");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("1298");
    }

    @Test
    void reductionStaysWhileTheChangingDecisionIsDeliveredAnew() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");
        ledger.correct(CASE, "D2", "2026-06-10", 0, "242", "158", "0", "0");

        ledger.suspend(LedgerFixture.CHANGE);

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("400");
    }

    @Test
    void refusesWhatCannotBeCorrected() {
        assertRefused("CASE_HAS_NO_RECEIVABLE", LocalDate.of(2026, 6, 1).toString());
        assertRefused("LEGAL_DATE_MISSING", null);
    }

    private void assertRefused(String code, String day) {
        assertThatThrownBy(() -> ledger.correct(CASE, "D2", day, 0, "1"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<String> instalments(String receivable) {
        return ledger.jdbc
                .sql(
                        "select due_on || ' ' || round(amount) from ledger.instalment where receivable_id = ? order by number")
                .param(receivable)
                .query(String.class)
                .list();
    }
}
