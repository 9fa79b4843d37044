package pl.obieg.ledger.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.process.Refusal;

/** Arrears from the day they are found until they are paid, withdrawn or written off. */
class DunningTest {

    private final DunningFixture office = new DunningFixture();
    private final LedgerFixture ledger = office.ledger;

    @Test
    @DisplayName("ARR-05: finds what exceeds ten times the cost and leaves small arrears alone")
    void arr05FindsWhatExceedsTenTimesTheCostAndLeavesSmallArrearsAlone() {
        ledger.charge("FN.3120.1.2026", "160.00");
        ledger.chargeOn("FN.3120.2.2026", LocalDate.of(2026, 3, 16), "161.00");

        assertThat(office.on("2026-04-01").find()).isOne();

        assertThat(ledger.messages("ArrearsFound")).singleElement().satisfies(message -> {
            assertThat(message.businessKey()).isEqualTo(office.dunningId());
            assertThat(message.variables()).containsOnlyKeys("dunningId");
        });
        assertThat(office.review().taxCaseNumber()).isEqualTo("FN.3120.2.2026");
    }

    @Test
    void sameDuesAreNotFoundTwiceWhileTheirRoundIsOpenNorWhileTheyRest() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        assertThat(office.on("2026-04-01").find()).isOne();
        assertThat(office.on("2026-04-02").find()).isZero();
        office.review();

        office.rest();
        office.close();

        assertThat(office.on("2026-05-01").find()).isZero();
        assertThat(office.on("2026-05-03").find())
                .as("30 days after it was given up")
                .isOne();
        assertThat(ledger.messages("ArrearsFound")).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("ARR-07: asks for a reminder in the first fourteen days")
    void arr07AsksForAReminderInTheFirstFourteenDays() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");

        assertThat(office.on("2026-03-17").find()).isOne();

        ReviewArrears.Output today = office.review();
        assertThat(today.daysAfterDue()).isOne();
        assertThat(today.reviewOn()).as("the day an upomnienie is possible").isEqualTo("2026-03-30");
    }

    @Test
    @DisplayName("ARR-03: the upomnienie names several dues with interest and cost")
    void arr03UpomnienieNamesSeveralDuesWithInterestAndCost() {
        ledger.charge("FN.3120.1.2026", "1500.00", "1500.00");
        office.on("2026-06-30").find();
        office.review();

        var content = office.draft();

        assertThat(office.drafts).singleElement().satisfies(draft -> {
            assertThat(draft.kind()).isEqualTo(OfficeLetters.Kind.DUNNING);
            assertThat(draft.partyIds()).containsExactly("party-1");
        });
        assertThat((List<?>) content.get("dues")).hasSize(2);
        assertThat((BigDecimal) content.get("principal")).isEqualByComparingTo("3000");
        // 106 days and 46 days at 10.5 %: 45.74 and 19.85, each in full zł
        assertThat((BigDecimal) content.get("interest")).isEqualByComparingTo("66");
        assertThat((BigDecimal) content.get("cost")).isEqualByComparingTo("16");
        assertThat((BigDecimal) content.get("total")).isEqualByComparingTo("3082");
        assertThat(ledger.reasons.of(DunningFixture.CASE))
                .filteredOn(reason -> reason.title().equals("Odsetki za zwłokę"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.answers().get(0).text())
                        .contains("106 dni od 17.03.2026 do 30.06.2026 po 10,5%", "46,00 zł", "INT-04"));
    }

    @Test
    void debtorWhoPaysEverythingEndsTheWaitingOfTheProcedure() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");

        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "516.00", LocalDate.of(2026, 4, 3)));

        assertThat(ledger.messages("ArrearsChanged"))
                .singleElement()
                .satisfies(message -> assertThat(message.businessKey()).isEqualTo(DunningFixture.CASE));
        assertThat(office.review().arrears()).isEqualTo(0);
    }

    @Test
    @DisplayName("ARR-01, ARR-04: dues that were called once get no second upomnienie and no second cost")
    void arr04DuesThatWereCalledOnceGetNoSecondUpomnienie() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");
        String first = office.dunningId();
        office.on("2026-06-01").rest();
        office.close();
        office.jdbc
                .sql("update ledger.dunning set case_number = 'FN.3140.9.2026'")
                .update();
        assertThat(office.on("2027-06-01").find()).as("it rests").isZero();

        assertThat(office.on("2027-06-02").find()).isOne();

        assertThat(office.dunningId()).isNotEqualTo(first);
        ReviewArrears.Output today = office.review();
        assertThat(today.dunningDelivered()).isTrue();
        assertThat(today.dunningTermPassed()).isTrue();
        assertThat(today.costsLeft()).isEqualTo(16);
        assertThat(ledger.count("collection_cost")).isOne();
        assertThat(office.dunnings.debtors(office.dunningId()))
                .extracting(Dunnings.Debtor::deliveredOn)
                .containsExactly(LocalDate.of(2026, 4, 2));
    }

    @Test
    @DisplayName("ARR-01: a due that was raised after it was called is called again")
    void arr01RaisedDueIsCalledAgain() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");
        office.on("2026-06-01").rest();
        office.close();
        office.jdbc
                .sql("update ledger.dunning set case_number = 'FN.3140.9.2026'")
                .update();

        ledger.chargeOn("FN.3120.2.2026", "assessment-2", LocalDate.of(2026, 3, 16), "900.00");
        office.jdbc
                .sql("update ledger.correction set corrected_at = '2026-07-01'")
                .update();

        assertThat(office.on("2027-06-02").find()).isOne();
        assertThat(office.review().dunningDelivered()).isFalse();
    }

    @Test
    void defectiveDeliveryOfTheDecisionTakesThePrematureUpomnienieBack() {
        ledger.charge("FN.3120.1.2026", "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");

        ledger.redate("FN.3120.1.2026", "2026-04-10");

        assertThat(ledger.messages("ArrearsChanged")).hasSize(1);
        ReviewArrears.Output today = office.review();
        assertThat(today.premature()).isTrue();
        assertThat(today.costsLeft()).isEqualTo(0);
        office.withdraw();
        office.close();
        assertThat(office.jdbc
                        .sql("select state from ledger.dunning")
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("LIM-01: what limitation has taken is written off and the reason kept")
    void lim01WhatLimitationHasTakenIsWrittenOffAndTheReasonKept() {
        String receivable = ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        assertThat(office.on("2032-01-02").find()).isOne();
        assertThat(office.review().limitationPassed()).isTrue();

        office.writeOff();

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(office.review().arrears()).isEqualTo(0);
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
        assertThat(ledger.facts(CaseFact.ArrearsWrittenOff.class))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.principal()).isEqualByComparingTo("500");
                    assertThat(fact.sentence()).contains("przedawniło się");
                });
        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .last()
                .satisfies(fact -> assertThat(fact.instalments()).isEmpty());
        assertThat(ledger.reasons.of(DunningFixture.CASE))
                .filteredOn(reason -> reason.title().equals("Przedawnienie"))
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason.answers().get(0).text()).contains("500,00 zł", "31.12.2031", "LIM-01"));
    }

    @Test
    @DisplayName("LIM-01: a measure the debtor was told of lets the term run anew")
    void lim01MeasureTheDebtorWasToldOfLetsTheTermRunAnew() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2032-01-02").find();

        office.measureOn("2030-06-01");

        assertThat(office.review().limitationPassed()).isFalse();
        assertThatThrownBy(() -> office.measureOn("2040-06-01")).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsDraftedWhenNothingIsOwed() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.review();
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "500.00", LocalDate.of(2026, 4, 1)));

        assertThatThrownBy(office::draft)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("NO_ARREARS"));
    }
}
