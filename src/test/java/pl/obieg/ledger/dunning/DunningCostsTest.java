package pl.obieg.ledger.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.LedgerFixture;

/** The cost of an upomnienie: from which delivery it is owed, what pays it and when nobody owes it. */
class DunningCostsTest {

    private final DunningFixture office = new DunningFixture();
    private final LedgerFixture ledger = office.ledger;

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
}
