package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;

/** A declared tax is owed once a year, whatever later case says how much it is (OP art. 81, PT-04). Today is 10 March. */
class DeclaredCorrectionTest {

    private static final String CASE = "FN.3120.1.2026";
    private static final String CORRECTING = "FN.3120.7.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void correctionDownwardsLowersTheReceivableAndWhatWasPaidIsAnOverpayment() {
        String receivable = declared(CASE, "a1", "242", "242", "242", "242");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "968.00"));

        String corrected = declared(CORRECTING, "a2", "200", "200", "200", "200");

        assertThat(corrected).isEqualTo(receivable);
        assertThat(ledger.count("receivable")).as("the year is charged once").isEqualTo(1);
        assertThat(ledger.balance(receivable)).isZero();
        assertThat(ledger.messages("ReceivableSettled"))
                .extracting(message -> message.businessKey())
                .containsExactly(CASE, CORRECTING);
        assertThat(ledger.facts(CaseFact.TaxCorrected.class)).singleElement().satisfies(fact -> {
            assertThat(fact.newAmount()).isEqualByComparingTo("800");
            assertThat(fact.overpaid()).isEqualByComparingTo("168");
        });
        assertThat(ledger.messages("OverpaymentFound")).hasSize(1);
        assertThat(ledger.reasons.sentences)
                .anyMatch(step -> step.contains("skorygowano zamiast zakładać drugą") && step.contains("art. 81"));
    }

    @Test
    void correctionUpwardsIsDueOnTheDaysOfTheTaxActAndBothCasesEndWhenItIsPaid() {
        String receivable = declared(CASE, "a1", "242", "242", "242", "242");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "968.00"));
        ledger.events.clear();

        declared(CORRECTING, "a2", "300", "300", "300", "300");

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("232");
        assertThat(ledger.dueDates(receivable))
                .containsExactly(
                        LocalDate.of(2026, 3, 16),
                        LocalDate.of(2026, 5, 15),
                        LocalDate.of(2026, 9, 15),
                        LocalDate.of(2026, 11, 16));
        assertThat(ledger.messages("ReceivableSettled")).isEmpty();

        ledger.takeIn(LedgerFixture.credit("TNR2", ledger.account(CASE), "232.00"));

        assertThat(ledger.messages("ReceivableSettled"))
                .extracting(message -> message.businessKey())
                .containsExactly(CASE, CORRECTING);
    }

    @Test
    void raiseBearsInterestFromTheDayTheInstalmentWasDue() {
        declaredOn(CASE, "a1", LocalDate.of(2025, 2, 17), "12000");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "12000.00", LocalDate.of(2025, 2, 17)));

        declaredOn(CORRECTING, "a2", LocalDate.of(2025, 2, 17), "24000");

        // 12 000 zł, 18 February to 20 June 2025: golden example I4 at the full rate
        assertThat(ledger.debts
                        .owed(ledger.account(CASE), LocalDate.of(2025, 6, 20))
                        .interest())
                .isEqualByComparingTo("572");
    }

    @Test
    @DisplayName("INT-03: the raise paid in seven days bears half the rate; what was paid late before stays as it was")
    void raiseEarnsTheReducedRate() {
        LocalDate filed = LocalDate.of(2025, 6, 20);
        declaredOn(CASE, "a1", LocalDate.of(2025, 2, 17), "12000");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "12500.00", LocalDate.of(2025, 6, 6)));
        BigDecimal paidLate = interest();
        new ReducedRates(ledger.jdbc, new StatutoryCalendar())
                .corrected(new CaseFact.CorrectionAccepted(CORRECTING, "a2", LocalDate.of(2025, 1, 31), filed, false));

        declaredOn(CORRECTING, "a2", LocalDate.of(2025, 2, 17), "24000");

        assertThat(interest()).as("at the full rate still").isCloseTo(paidLate, within(BigDecimal.ONE));
        BigDecimal before = interest();
        ledger.takeIn(LedgerFixture.credit("TNR2", ledger.account(CASE), "13000.00", filed));
        assertThat(ledger.jdbc
                        .sql("select bool_or(reduced_rate) from ledger.instalment")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(interest().subtract(before)).isBetween(new BigDecimal("270"), new BigDecimal("290"));
    }

    @Test
    void repeatedChargeCorrectsOnce() {
        String receivable = declared(CASE, "a1", "242", "242");
        declared(CORRECTING, "a2", "200", "200");

        declared(CORRECTING, "a2", "100", "100");

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("400");
    }

    @Test
    void anotherTaxOrYearIsChargedByItself() {
        declared(CASE, "a1", "242", "242");

        declared("FN.3121.1.2026", "a2", "100");

        assertThat(ledger.count("receivable")).isEqualTo(2);
    }

    @Test
    void decisionIsNotTakenForADeclaration() {
        ledger.charge(CASE, "242", "242");

        declared(CORRECTING, "a2", "200", "200");

        assertThat(ledger.count("receivable")).isEqualTo(2);
    }

    @Test
    @DisplayName("INT-05: no interest runs from the opening of slow proceedings to the delivery of their decision")
    void slowProceedingsBearNoInterest() {
        LocalDate due = LocalDate.of(2025, 2, 17);
        ledger.suspendedInterest.suspended(new CaseFact.InterestSuspended(
                CASE, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 6, 19), "art. 54 § 1 pkt 7 OP"));

        declaredOn(CASE, "a1", due, "120000");

        // the only day left, 20 June 2025, at 13.5 %: 120 000 × 0.135 / 365 = 44.38 zł
        assertThat(ledger.debts
                        .owed(ledger.account(CASE), LocalDate.of(2025, 6, 20))
                        .interest())
                .isBetween(new BigDecimal("40"), new BigDecimal("50"));
    }

    @Test
    @DisplayName("P05: a ruling reaches the decision that determined the tax of a declaration filed in another case")
    void rulingOnTheDeterminationOfALaterDeclarationIsCarriedOut() {
        String receivable = declared(CASE, "a1", "242", "242");
        declared(CORRECTING, "assessment-1", "200", "200");
        ledger.recharge(CORRECTING, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "300", "300");

        ApplyRuling.Output ruled = ledger.rule(
                CORRECTING,
                List.of(
                        new Instalment(1, LocalDate.of(2026, 3, 16), new BigDecimal("200")),
                        new Instalment(2, LocalDate.of(2026, 5, 15), new BigDecimal("200"))));

        assertThat(ruled.receivableCorrected()).isTrue();
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("400");
        assertThat(new Corrections(ledger.jdbc, LedgerFixture.CLOCK).ofDecision(CORRECTING, null))
                .as("of another letter of the case")
                .isEmpty();
    }

    private String declared(String caseNumber, String assessment, String... amounts) {
        return ledger.chargeAs(caseNumber, assessment, "SELF", null, amounts);
    }

    private String declaredOn(String caseNumber, String assessment, LocalDate dueOn, String amount) {
        return ledger.chargeOn(caseNumber, assessment, dueOn, amount);
    }

    private BigDecimal interest() {
        return ledger.jdbc
                .sql("select coalesce(sum(interest_paid), 0) from ledger.instalment")
                .query(BigDecimal.class)
                .single();
    }
}
