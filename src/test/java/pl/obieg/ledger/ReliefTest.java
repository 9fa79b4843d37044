package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.ReliefFixture.Asked;
import pl.obieg.ledger.law.Limitation.Suspension;
import pl.obieg.process.Refusal;

/** P09: what a relief does to a receivable (OP art. 49, 57, 67a, 259). Today is 10 March 2026. */
class ReliefTest {

    private static final String TAX_CASE = "FN.3120.1.2026";
    private static final LocalDate OVERDUE = LocalDate.of(2025, 11, 17);

    private ReliefFixture office;
    private LedgerFixture ledger;

    @BeforeEach
    void open() {
        office = new ReliefFixture();
        ledger = office.ledger;
    }

    @Test
    void nobodyIsDunnedWhileARequestWaits() {
        String receivable = ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.NONE);
        Asked asked = office.asks("R-1", TAX_CASE, "INSTALMENTS", null, "2026-03-02");
        assertThat(asked.output().reliefOpen()).isEqualByComparingTo("1500");
        assertThat(asked.output().reliefInArrears()).isTrue();
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.PENDING);
        office.refuse("R-1");
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.NONE);
    }

    @Test
    void complexRequestIsToldToThoseWhoGuardItsTerm_TIM01() {
        ledger.chargeOn(TAX_CASE, OVERDUE, "1500");

        Asked asked = office.asks("R-1", TAX_CASE, "INSTALMENTS", null, "2026-03-02", true);

        assertThat(asked.output().caseTermEnds()).isEqualTo("2026-05-04");
        assertThat(ledger.facts(CaseFact.CaseFoundComplex.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.caseNumber()).isEqualTo("R-1"));
    }

    @Test
    void interestStopsWithTheRequestAndTheFeeRunsFromThere_INT06() {
        String receivable = ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        // 16 days at 11.5 %, 89 at 11 % = 47.80 -> 48 zł
        office.asks("R-1", TAX_CASE, "DEFERRAL", null, "2026-03-02");
        PlanRelief.Output plan = office.plan("R-1", "2026-09-15", null, null);
        // 1500 × 197 days (3 March to 15 September) × 5.25 % / 365 = 42.50 -> 43 zł
        assertThat(plan.reliefFee()).isEqualByComparingTo("43");
        assertThat(plan.reliefTotal()).isEqualByComparingTo("1591");
        office.grant("R-1", "2026-03-10");
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.GRANTED);
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("1591");
        assertThat(office.owed(TAX_CASE, "2026-09-15")).isEqualByComparingTo("1591");
        assertThat(office.reliefs.suspensions(receivable, 1))
                .containsExactly(new Suspension(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 9, 15)));
        assertThat(office.reasons)
                .anySatisfy(step -> assertThat(step).contains("197 dni").contains("INT-06"));
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "1591", LocalDate.of(2026, 9, 15)));
        assertThat(ledger.balance(receivable)).isZero();
        assertThat(ledger.messages("ReliefPaid"))
                .singleElement()
                .satisfies(message -> assertThat(message.businessKey()).isEqualTo("R-1"));
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
        assertThat(office.watch("R-1").reliefState()).isEqualTo("DOTRZYMANA");
    }

    @Test
    @DisplayName("LIM-01: limitation rests for the instalments the relief names and for no other")
    void lim01LimitationRestsOnlyForTheInstalmentsTheReliefNames() {
        String receivable = ledger.charge(TAX_CASE, "250", "250", "250", "250");
        office.asks("R-1", TAX_CASE, "INSTALMENTS", "1, 2", "2026-03-02");
        office.plan("R-1", "2026-06-30", 3, null);
        office.grant("R-1", "2026-03-10");

        assertThat(office.reliefs.suspensions(receivable, 2)).hasSize(1);
        assertThat(office.reliefs.suspensions(receivable, 3)).isEmpty();
    }

    @Test
    @DisplayName("INT-06: what was paid between the plan and the decision took its share of interest and fee")
    void int06WhatWasPaidBeforeTheDecisionTookItsShareOfInterestAndFee() {
        String receivable = ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "DEFERRAL", null, "2026-03-02");
        office.plan("R-1", "2026-09-15", null, null);
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "774", LocalDate.of(2026, 3, 2)));
        assertThat(ledger.balance(receivable))
                .as("half is paid with its interest")
                .isEqualByComparingTo("750");

        office.grant("R-1", "2026-03-10");

        // half of 48 zł and half of 43 zł
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("796");
    }

    @Test
    void instalmentsSumToWhatIsOwedAndTheFirstTakesTheRest_UR16() {
        ledger.charge(TAX_CASE, "250", "250", "250", "250");
        office.asks("R-1", TAX_CASE, "INSTALMENTS", "1, 2", "2026-03-02");
        office.plan("R-1", "2026-06-30", 3, null);
        office.grant("R-1", "2026-03-10");
        List<String> rows = office.openRows(TAX_CASE);
        // Terms of 168, 166 and 166 zł; fees 2.57 -> 3, 2.23 -> 2, 2.56+... as the sentence says.
        assertThat(rows)
                .contains("2026-06-30 TAX 168.00 from 1", "2026-07-30 TAX 82.00 from 1", "2026-07-30 TAX 84.00 from 2")
                .contains("2026-08-31 TAX 166.00 from 2", "2026-09-15 TAX 250.00 from -");
        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .last()
                .satisfies(fact -> assertThat(fact.instalments().stream()
                                .map(i -> i.amount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(ledger.balance(fact.receivableId())));
    }

    @Test
    void aMissedTermIsJudgedThreeWorkingDaysLaterAndFallsBackToItsOldDate_art259_UR07() {
        String receivable = ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "INSTALMENTS", null, "2026-03-02");
        office.plan("R-1", "2026-04-15", 3, null);
        office.grant("R-1", "2026-03-10");
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "100", LocalDate.of(2026, 4, 10)));
        office.today("2026-04-17");
        assertThat(office.watch("R-1").newlyMissed()).isFalse();
        office.today("2026-04-20");
        WatchRelief.Output watched = office.watch("R-1");
        assertThat(watched.newlyMissed()).isTrue();
        assertThat(watched.reliefState()).isEqualTo("TRWA");
        assertThat(watched.checkOn()).isEqualTo(LocalDate.of(2026, 5, 20));
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.NONE);
        // 500 zł are due since November again; the 100 zł went there with interest in proportion.
        assertThat(office.openRows(TAX_CASE)).anyMatch(row -> row.startsWith("2025-11-17 TAX 4"));
        assertThat(office.paidOut()).isEqualByComparingTo("100.00");
        // Paid with its interest, so the shelter of the other terms is back.
        ledger.takeIn(LedgerFixture.credit("p2", ledger.account(TAX_CASE), "450", LocalDate.of(2026, 4, 20)));
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.GRANTED);
        assertThat(office.watch("R-1").newlyMissed()).isFalse();
    }

    @Test
    void threeMissedInstalmentsInARowEndTheWholeDecision_art259_1a() {
        String receivable = ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "INSTALMENTS", null, "2026-03-02");
        office.plan("R-1", "2026-04-15", 6, null);
        office.grant("R-1", "2026-03-10");
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "300", LocalDate.of(2026, 4, 15)));

        office.today("2026-06-22");
        WatchRelief.Output second = office.watch("R-1");
        assertThat(second.missedTerms()).as("May and June, April was paid").isEqualTo(2);
        assertThat(second.reliefState()).isEqualTo("TRWA");
        assertThat(second.lapseText()).contains("raty nr 2", "raty nr 3", "art. 259 § 1 pkt 2");
        assertThat(ledger.facts(CaseFact.ReliefChanged.class))
                .last()
                .satisfies(fact -> assertThat(fact.standing()).isEqualTo(CaseFact.ReliefStanding.TERM_LAPSED));

        office.today("2026-07-20");
        WatchRelief.Output third = office.watch("R-1");
        assertThat(third.missedTerms()).isEqualTo(3);
        assertThat(third.reliefState()).isEqualTo("WYGASLA");
        assertThat(third.lapseText()).contains("raty nr 4", "trzech kolejnych rat", "nr 5, płatna do 17.08.2026");
        assertThat(office.openRows(TAX_CASE)).allMatch(row -> row.startsWith("2025-11-17 TAX"));
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.NONE);
        assertThat(ledger.facts(CaseFact.ReliefChanged.class)).last().satisfies(fact -> {
            assertThat(fact.caseNumber()).isEqualTo(TAX_CASE);
            assertThat(fact.standing()).isEqualTo(CaseFact.ReliefStanding.LAPSED);
            assertThat(fact.sentence()).contains("art. 259 § 1a");
        });
        assertThat(ledger.reasons.of("R-1"))
                .extracting(reason -> reason.title())
                .contains("Wygaśnięcie ulgi");
    }

    @Test
    void twoMissedAndOnePaidLeaveTheRestOfThePlanInForce_art259() {
        ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "INSTALMENTS", null, "2026-03-02");
        office.plan("R-1", "2026-04-15", 6, null);
        office.grant("R-1", "2026-03-10");
        office.today("2026-05-20");
        office.watch("R-1");
        // What was missed comes first (PAY-04), and with it the June instalment is paid in time.
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "820", LocalDate.of(2026, 6, 15)));
        office.today("2026-07-20");

        assertThat(office.watch("R-1").missedTerms()).as("April, May and July").isEqualTo(3);
        assertThat(office.openRows(TAX_CASE)).anyMatch(row -> row.startsWith("2026-08-17 TAX"));
    }

    @Test
    void everyStepOfAReliefIsToldToThePayerInASentence() {
        ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "DEFERRAL", null, "2026-03-02");
        office.plan("R-1", "2026-04-15", null, null);
        office.grant("R-1", "2026-03-10");
        office.today("2026-04-20");
        office.watch("R-1");
        office.asks("R-2", TAX_CASE, "REMISSION", null, "2026-04-20");
        office.plan("R-2", null, null, "500");
        office.grant("R-2", "2026-04-20");

        assertThat(ledger.facts(CaseFact.ReliefChanged.class))
                .extracting(fact -> fact.reliefCase() + " " + fact.standing())
                .containsExactly("R-1 APPLIED", "R-1 GRANTED", "R-1 LAPSED", "R-2 APPLIED", "R-2 GRANTED");
        assertThat(ledger.facts(CaseFact.ArrearsWrittenOff.class)).first().satisfies(fact -> {
            assertThat(fact.principal()).isEqualByComparingTo("500");
            assertThat(fact.sentence()).contains("Umorzono", "art. 67a");
        });
        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .last()
                .satisfies(fact -> assertThat(fact.instalments())
                        .singleElement()
                        .satisfies(left -> assertThat(left.amount()).isEqualByComparingTo("1000")));
    }

    @Test
    void aPaymentAfterTheTermFindsTheReliefLapsed() {
        ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "DEFERRAL", null, "2026-03-02");
        office.plan("R-1", "2026-04-15", null, null);
        office.grant("R-1", "2026-03-10");
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "1570", LocalDate.of(2026, 4, 16)));
        // I2: 1500 zł from 17 November to 10 April are 65 zł; six days more are 67 zł.
        assertThat(office.overpaid(TAX_CASE)).isEqualByComparingTo("3.00");
        assertThat(office.watch("R-1").reliefState()).isEqualTo("WYGASLA");
    }

    @Test
    void remissionWritesOffArrearsWithTheirInterest_art67a() {
        String receivable = ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "REMISSION", null, "2026-03-02");
        office.plan("R-1", null, null, "1000");
        office.grant("R-1", "2026-03-10");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("500");
        assertThat(ledger.jdbc
                        .sql("select kind || ' ' || amount from ledger.write_off order by id")
                        .query(String.class)
                        .list())
                .containsExactly("PRINCIPAL 1000.00", "INTEREST 34.00");
        assertThat(office.reliefs.of(receivable)).isEqualTo(Reliefs.Standing.NONE);
    }

    @Test
    void remittedInterestDoesNotComeBack() {
        ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "INTEREST_REMISSION", null, "2026-03-02");
        assertThat(office.plan("R-1", null, null, null).reliefRemitted()).isEqualByComparingTo("51");
        office.grant("R-1", "2026-03-12");
        assertThat(office.owed(TAX_CASE, "2026-03-10")).isEqualByComparingTo("1500");
        assertThat(office.owed(TAX_CASE, "2026-05-10")).isEqualByComparingTo("1526");
    }

    @Test
    void futureTaxCannotBeRemitted() {
        ledger.charge(TAX_CASE, "250", "250", "250", "250");
        office.asks("R-1", TAX_CASE, "REMISSION", null, "2026-03-02");
        assertThatThrownBy(() -> office.plan("R-1", null, null, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("zaległość");
    }

    @Test
    void whatWasPaidMeanwhileNeedsNoNewTerm() {
        String receivable = ledger.chargeOn(TAX_CASE, OVERDUE, "1500");
        office.asks("R-1", TAX_CASE, "INSTALMENTS", null, "2026-03-02");
        office.plan("R-1", "2026-04-15", 2, null);
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(TAX_CASE), "1600", LocalDate.of(2026, 3, 9)));
        office.grant("R-1", "2026-03-10");
        assertThat(ledger.balance(receivable)).isZero();
    }
}
