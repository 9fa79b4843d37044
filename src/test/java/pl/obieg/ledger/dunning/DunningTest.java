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
import pl.obieg.ledger.ReliefFixture;
import pl.obieg.process.Refusal;

/** Arrears from the day they are found until they are paid, withdrawn or written off. */
class DunningTest {

    private final DunningFixture office = new DunningFixture();
    private final LedgerFixture ledger = office.ledger;
    private final ReliefFixture reliefs = new ReliefFixture(ledger, office.clock);

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
    @DisplayName("ARR-01, ARR-04: 16 zł are owed from delivery; seven days end on a working day")
    void arr04CostIsOwedFromDeliveryAndSevenDaysEndOnAWorkingDay() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        assertThat(ledger.count("collection_cost")).isZero();

        // 21 May + 7 days = Thursday 28 May; 28 May + 7 = Corpus Christi, 4 June
        var delivered = office.on("2026-05-21").dunned("2026-05-28");

        assertThat(delivered.dunningReached()).isTrue();
        assertThat(delivered.dunningTermEndsOn()).as("T2").isEqualTo("2026-06-05");
        assertThat(office.review().costsLeft()).isEqualTo(16);
        assertThat(office.on("2026-06-05").review().dunningTermPassed()).isFalse();
        assertThat(office.on("2026-06-06").review().dunningTermPassed()).isTrue();
    }

    @Test
    void a1PaymentAfterDeliveryCoversTheCostFirstAndSaysSo() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2025, 11, 17), "1500.00");
        office.on("2026-03-12").find();
        office.dunned("2026-03-12");

        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "500.00", LocalDate.of(2026, 4, 10)));

        assertThat(office.on("2026-04-10").review().costsLeft()).isEqualTo(0);
        assertThat(ledger.reasons.of("FN.3120.1.2026"))
                .filteredOn(reason -> reason.title().equals("Zaliczenie wpłaty"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.subject()).isEqualTo(ledger.paymentId("REF-1"));
                    assertThat(reason.answers())
                            .extracting(answer -> answer.text())
                            .anyMatch(text -> text.contains("16,00 zł na koszty upomnienia") && text.contains("PAY-04"))
                            .anyMatch(text -> text.contains("463,90 zł") && text.contains("PAY-05"))
                            .anyMatch(text -> text.contains("20,10 zł na odsetki") && text.contains("INT-01"));
                });
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
    @DisplayName("ARR-06: who paid before the upomnienie came owes no cost")
    void whoPaidBeforeTheUpomnienieCameOwesNoCost() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-07");
        assertThat(office.review().costsLeft()).isEqualTo(16);

        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "500.00", LocalDate.of(2026, 4, 6)));

        assertThat(office.review().principalLeft()).isEqualTo(0);
        assertThat(office.review().costsLeft()).as("ARR-06").isEqualTo(0);
    }

    @Test
    void whoPaidWhileTheLetterWasOnItsWayOwesNoCost() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "500.00", LocalDate.of(2026, 4, 2)));
        assertThat(ledger.messages("ArrearsChanged"))
                .as("the procedure waits for the delivery")
                .isEmpty();

        office.reaches("party-1", "2026-04-07");

        assertThat(office.deliveryEnds("2026-04-07").dunningReached()).isTrue();
        assertThat(ledger.count("collection_cost")).isZero();
    }

    @Test
    @DisplayName(
            "ARR-04, PAY-04: who pays after the upomnienie came owes its cost, though the receipt is entered later")
    void arr04WhoPaysAfterTheUpomnienieCameOwesItsCostThoughTheReceiptIsEnteredLater() {
        String receivable = ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "500.00", LocalDate.of(2026, 4, 10)));
        office.reaches("party-1", "2026-04-07");

        office.on("2026-04-20").deliveryEnds("2026-04-07");

        assertThat(office.review().costsLeft()).as("paid first").isEqualTo(0);
        assertThat(ledger.balance(receivable)).as("left of the tax").isEqualByComparingTo("16");
        assertThat(reversals()).singleElement().asString().contains("07.04.2026", "art. 62 § 1a");
    }

    @Test
    @DisplayName("ARR-04: an upomnienie that did not come in law costs nothing and waits until it is delivered anew")
    void arr04DefectiveDeliveryTakesCostAndTermBackUntilItIsDeliveredAnew() {
        String receivable = ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "100.00", LocalDate.of(2026, 4, 7)));
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("416");

        office.on("2026-05-04").reaches("party-1", null);

        assertThat(ledger.messages("ArrearsChanged")).hasSize(1);
        assertThat(ledger.balance(receivable)).as("the cost was not owed").isEqualByComparingTo("400");
        ReviewArrears.Output today = office.review();
        assertThat(today.costsLeft()).isEqualTo(0);
        assertThat(today.dunningTermPassed()).isFalse();
        assertThat(today.dunningDelivered())
                .as("no second letter while it is delivered anew")
                .isTrue();

        office.on("2026-05-20").reaches("party-1", "2026-05-18");

        assertThat(ledger.messages("ArrearsChanged")).hasSize(2);
        assertThat(office.review().costsLeft()).isEqualTo(16);
        assertThat(office.review().reviewOn()).isEqualTo("2026-05-26");
        assertThat(office.dunnings.get(office.dunningId()).deliveredOn()).isEqualTo("2026-05-18");
    }

    @Test
    @DisplayName("ARR-04: of two debtors the one whose delivery stands keeps the cost, from his own day")
    void arr04CostCountsFromTheDeliveryThatStands() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.jdbc
                .sql("insert into ledger.receivable_party select id, 'party-2' from ledger.receivable")
                .update();
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();
        office.reaches("party-1", "2026-04-07");
        office.reaches("party-2", "2026-04-13");
        office.deliveryEnds("2026-04-13");

        office.on("2026-05-04").reaches("party-1", null);

        assertThat(office.jdbc
                        .sql("select arisen_on from ledger.collection_cost where lapsed_on is null")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(LocalDate.of(2026, 4, 13));
        assertThat(office.review().dunningTermPassed()).isTrue();
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
    @DisplayName("UR-11: what is left of the cost goes to the account of the next year's tax")
    void ur11RestOfTheCostGoesToTheNextYear() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");
        office.jdbc.sql("update ledger.instalment set paid = amount").update();
        office.jdbc
                .sql("update ledger.receivable set balance = 0, tax_year = 2025")
                .update();
        ledger.listeners.add(event -> {
            if (event instanceof CaseFact.TaxCharged fact) {
                new Remainders(office.jdbc, ledger.reasons).charged(fact);
            }
        });
        ledger.chargeOn("FN.3120.2.2026", LocalDate.of(2026, 3, 16), "100.00");
        assertThat(ledger.debts
                        .owed(ledger.account("FN.3120.2.2026"), LocalDate.of(2026, 5, 4))
                        .costs())
                .as("the round is still open")
                .isEqualByComparingTo("0");

        office.close();
        ledger.chargeOn("FN.3120.2.2026", "assessment-2", LocalDate.of(2026, 9, 15), "100.00");

        assertThat(ledger.debts
                        .owed(ledger.account("FN.3120.2.2026"), LocalDate.of(2026, 5, 4))
                        .costs())
                .isEqualByComparingTo("16");
        assertThat(ledger.debts
                        .owed(ledger.account("FN.3120.1.2026"), LocalDate.of(2026, 5, 4))
                        .costs())
                .isEqualByComparingTo("0");
        assertThat(ledger.reasons.of("FN.3120.2.2026"))
                .anySatisfy(reason -> assertThat(reason.answers().get(0).text()).contains("UR-11"));
    }

    private List<String> reversals() {
        return office.jdbc
                .sql("select distinct reversal_reason from ledger.allocation where reversed_at is not null")
                .query(String.class)
                .list();
    }

    @Test
    void letterNobodyGotCostsNothingAndIsLeftToAClerk() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();

        assertThat(office.deliveryEnds(null).dunningReached()).isFalse();

        assertThat(ledger.count("collection_cost")).isZero();
        assertThat(office.review().dunningDelivered()).isFalse();
    }

    @Test
    @DisplayName(
            "ARR-04: each debtor is delivered to by himself; the term counts from the last delivery, the cost arises once")
    void termOfSeveralDebtorsCountsFromTheLastDeliveryAndTheCostArisesOnce() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.jdbc
                .sql("insert into ledger.receivable_party select id, 'party-2' from ledger.receivable")
                .update();
        office.on("2026-04-01").find();
        office.review();
        office.draft();
        office.issued();
        office.reaches("party-1", "2026-04-07");
        office.reaches("party-2", "2026-04-13");

        assertThat(office.deliveryEnds("2026-04-13").dunningTermEndsOn()).isEqualTo("2026-04-20");
        office.deliveryEnds("2026-04-13");

        assertThat(ledger.count("collection_cost")).isOne();
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
    @DisplayName("D11/1: while a plan is kept nobody is dunned for it; when it is broken, dunning goes on")
    void keptPlanIsNotDunnedAndABrokenOneIs() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        granted("DEFERRAL", null, "2026-05-15");
        assertThat(office.on("2026-04-15").find()).isZero();
        assertThat(office.on("2026-05-18").find())
                .as("the term has passed, but its statement may still come")
                .isZero();

        office.on("2026-05-20");
        reliefs.watch("FN.3150.1.2026");

        assertThat(office.find()).isOne();
        assertThat(office.review().daysAfterDue()).as("from the old term").isEqualTo(65);
        assertThat(office.review().relief()).isEqualTo("NONE");
    }

    @Test
    @DisplayName("D11: what the plan does not cover is dunned though the plan is kept")
    void instalmentOutsideThePlanIsDunned() {
        ledger.charge("FN.3120.1.2026", "500.00", "400.00");
        granted("DEFERRAL", "1", "2026-09-15");

        assertThat(office.on("2026-06-01").find()).isOne();
        assertThat(office.review().arrears()).isEqualTo(400);
        assertThat(office.review().relief()).isEqualTo("NONE");
    }

    @Test
    @DisplayName("D11: until the application is decided the office waits (house rule)")
    void applicationThatIsNotDecidedKeepsTheUpomnienieBack() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        reliefs.asks("FN.3150.1.2026", "FN.3120.1.2026", "DEFERRAL", null, "2026-03-20");
        assertThat(office.on("2026-04-15").find()).isZero();

        reliefs.refuse("FN.3150.1.2026");

        assertThat(office.find()).isOne();
    }

    @Test
    void planGrantedAfterTheUpomnienieStopsTheRoundAndKeepsItsCost() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "100.00", LocalDate.of(2026, 3, 31)));

        granted("INSTALMENTS", null, "2026-05-15");

        assertThat(ledger.messages("ArrearsChanged"))
                .extracting(message -> message.externalId())
                .containsExactly(
                        office.dunningId() + "-relief-FN.3150.1.2026-APPLIED-0",
                        office.dunningId() + "-relief-FN.3150.1.2026-GRANTED-0");
        ReviewArrears.Output today = office.review();
        assertThat(today.relief()).isEqualTo("KEPT");
        assertThat(today.arrears()).isZero();
        assertThat(today.costsLeft()).as("its due is not paid, only put off").isEqualTo(16);
    }

    private void granted(String kind, String instalments, String firstTerm) {
        reliefs.asks("FN.3150.1.2026", "FN.3120.1.2026", kind, instalments, "2026-03-10");
        reliefs.plan("FN.3150.1.2026", firstTerm, 2, null);
        reliefs.grant("FN.3150.1.2026", "2026-03-10");
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
