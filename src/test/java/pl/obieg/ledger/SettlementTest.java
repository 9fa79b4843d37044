package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.law.Arrear.FreeSpan;
import pl.obieg.process.Refusal;

class SettlementTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    /** PAY-04. */
    @Test
    void paymentFillsTheEarliestInstalmentAndSaysWhy() {
        String receivable = ledger.charge(CASE, "64", "62", "62", "62");

        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "100.00"));

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("150");
        assertThat(ledger.facts(CaseFact.PaymentAllocated.class))
                .extracting(CaseFact.PaymentAllocated::instalmentNumber, CaseFact.PaymentAllocated::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, new BigDecimal("64.00")),
                        org.assertj.core.groups.Tuple.tuple(2, new BigDecimal("36.00")));
        assertThat(ledger.jdbc
                        .sql("select explanation from ledger.allocation order by id")
                        .query(String.class)
                        .list()
                        .get(1)
                        .replace('\u00a0', ' '))
                .isEqualTo("Z wpłaty 100,00 zł dokonanej 09.03.2026 zaliczono 36,00 zł na ratę nr 2, płatną do"
                        + " 15.05.2026 – najwcześniejszy termin płatności (art. 62 § 1 Ordynacji podatkowej)."
                        + " Z tej raty pozostaje do zapłaty 26,00 zł.");
        assertThat(ledger.messages("ReceivableSettled")).isEmpty();
    }

    @Test
    void settledIsSaidOnceEvenIfMoreMoneyComes() {
        String receivable = ledger.charge(CASE, "64", "62");
        String account = ledger.account(CASE);

        ledger.takeIn(LedgerFixture.credit("TNR1", account, "126.00"));
        ledger.takeIn(LedgerFixture.credit("TNR2", account, "10.00"));

        assertThat(ledger.messages("ReceivableSettled"))
                .singleElement()
                .satisfies(message -> assertThat(message.externalId()).isEqualTo(receivable));
        assertThat(ledger.paymentStatus("TNR2")).isEqualTo("ALLOCATED");
    }

    @Test
    void overpaymentStaysVisibleOnThePayment() {
        ledger.charge(CASE, "64");

        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "70.00"));

        assertThat(ledger.jdbc
                        .sql("select amount - allocated from ledger.payment")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("6");
    }

    @Test
    void paymentBeforeTheChargeWaitsOnTheAccount() {
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "64.00"));
        assertThat(ledger.paymentStatus("TNR1")).isEqualTo("ON_ACCOUNT");

        String receivable = ledger.charge(CASE, "64");

        assertThat(ledger.paymentStatus("TNR1")).isEqualTo("ALLOCATED");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
        assertThat(ledger.messages("PaymentUnmatched")).isEmpty();
    }

    @Test
    void unknownAccountAsksTheClerk() {
        ledger.takeIn(LedgerFixture.credit("TNR1", "000000000099", "64.00"));

        String paymentId = ledger.paymentId("TNR1");
        assertThat(ledger.messages("PaymentUnmatched")).singleElement().satisfies(message -> {
            assertThat(message.businessKey()).isEqualTo(paymentId);
            assertThat(message.externalId()).isEqualTo(paymentId);
            assertThat(message.variables())
                    .containsEntry("paymentId", paymentId)
                    .containsEntry("payerDoubt", false)
                    .containsEntry("unmatchedReason", "Rachunek indywidualny nie należy do żadnej sprawy.");
        });
    }

    @Test
    void clerkSetsUnmatchedPaymentAgainstACaseOnce() {
        String receivable = ledger.charge(CASE, "64");
        ledger.takeIn(LedgerFixture.credit("TNR1", null, "60.00"));

        ledger.allocate(ledger.paymentId("TNR1"), CASE);
        ledger.allocate(ledger.paymentId("TNR1"), CASE);

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("4");
    }

    @Test
    void refusesCaseWithoutReceivableAndPaymentResolvedBefore() {
        ledger.charge(CASE, "64");
        ledger.account("FN.3120.2.2026");
        ledger.takeIn(LedgerFixture.credit("TNR1", null, "60.00"));
        String payment = ledger.paymentId("TNR1");

        assertRefused("CASE_HAS_NO_RECEIVABLE", () -> ledger.allocate(payment, "FN.3120.2.2026"));
        assertRefused("CASE_HAS_NO_RECEIVABLE", () -> ledger.allocate(payment, "FN.3120.3.2026"));
        assertRefused("PAYMENT_NOT_FOUND", () -> ledger.allocate("none", CASE));
        ledger.giveBack(payment);
        ledger.giveBack(payment);
        assertThat(ledger.paymentStatus("TNR1")).isEqualTo("RETURNED");
        assertRefused("PAYMENT_ALREADY_RESOLVED", () -> ledger.allocate(payment, CASE));
    }

    @Test
    void allocatedPaymentCannotBeReturned() {
        ledger.charge(CASE, "64");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "60.00"));

        assertRefused("PAYMENT_ALREADY_RESOLVED", () -> ledger.giveBack(ledger.paymentId("TNR1")));
    }

    /** A1 and A2 with the interest of I2, in the books: INT-04, PAY-04, PAY-05, ARR-04. */
    @Test
    void latePaymentPaysCostsThenPrincipalAndInterestInProportion() {
        String receivable = arrearOfI2();
        ledger.debts.chargeUpomnienie(receivable, LocalDate.of(2026, 2, 2));

        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "500.00", LocalDate.of(2026, 4, 10)));

        assertThat(parts()).containsExactly("COST 16.00", "PRINCIPAL 463.90", "INTEREST 20.10");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("1036.10");
        assertThat(explanations().get(2))
                .contains(
                        "16 dni od 18.11.2025 do 03.12.2025 po 11,5% (stopa od 06.11.2025) = 7,56 zł",
                        "91 dni od 04.12.2025 do 04.03.2026 po 11% (stopa od 04.12.2025) = 41,14 zł",
                        "37 dni od 05.03.2026 do 10.04.2026 po 10,5% (stopa od 05.03.2026) = 15,97 zł",
                        "razem 64,66 zł",
                        "art. 53 § 4");
        assertThat(explanations().get(1)).contains("proporcjonalnie (art. 55 § 2 Ordynacji podatkowej)");
        assertThat(explanations().get(0)).contains("koszty upomnienia", "art. 62 § 1a");
        assertThat(ledger.facts(CaseFact.PaymentAllocated.class))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.amount()).isEqualByComparingTo("463.90");
                    assertThat(fact.interest()).isEqualByComparingTo("20.10");
                });
        assertThat(text("select note from ledger.payment"))
                .endsWith("O zaliczeniu należy wydać postanowienie (art. 62 § 4 Ordynacji podatkowej).");
    }

    @Test
    @DisplayName("LIM-01: what limitation has taken takes no payment and is no arrear, before it is written off")
    void lim01ExpiredTaxTakesNoPaymentAndIsNoArrear() {
        String receivable = ledger.chargeOn(CASE, LocalDate.of(2019, 3, 15), "500");

        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "500.00", LocalDate.of(2026, 3, 9)));

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("500");
        assertThat(parts()).isEmpty();
        assertThat(ledger.messages("OverpaymentFound")).hasSize(1);
        assertThat(ledger.dues("party-1").hasArrears()).isFalse();
        assertThat(text("select note from ledger.payment")).contains("przedawniły się", "art. 59 § 1 pkt 9");
    }

    /** PAY-05: who pays the tax without its interest has not settled it. */
    @Test
    void receivableIsSettledOnlyWithItsInterest() {
        String receivable = arrearOfI2();
        String account = ledger.account(CASE);

        ledger.takeIn(LedgerFixture.credit("TNR1", account, "1500.00", LocalDate.of(2026, 4, 10)));
        assertThat(ledger.messages("ReceivableSettled")).isEmpty();
        Debts.Owed owed = ledger.debts.owed(account, LocalDate.of(2026, 4, 11));
        assertThat(owed.principal()).isEqualByComparingTo("62.30");
        assertThat(owed.interest()).as("under 8.70 zł").isEqualByComparingTo("0");

        ledger.takeIn(LedgerFixture.credit("TNR2", account, "62.30", LocalDate.of(2026, 4, 11)));
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
    }

    /** A2, OVP-01, OVP-02: 30 days from 10 April end on Sunday 10 May. */
    @Test
    void restOfALargePaymentIsToBeRefundedAndASmallOneStays() {
        String receivable = arrearOfI2();
        ledger.debts.chargeUpomnienie(receivable, LocalDate.of(2026, 2, 2));
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "2000.00", LocalDate.of(2026, 4, 10)));

        assertThat(parts()).containsExactly("COST 16.00", "PRINCIPAL 1500.00", "INTEREST 65.00");
        assertThat(text("select note from ledger.payment"))
                .contains("Nadpłata 419,00 zł", "Do zwrotu w terminie", "tylko na wniosek");

        ledger.chargeAs(CASE, "assessment-2", "DECISION", LocalDate.of(2026, 2, 10), "64", "62", "62", "62");
        assertThat(text("select note from ledger.payment")).contains("Nadpłata 169,00 zł");
        assertThat(sum("select sum(balance) from ledger.receivable")).isEqualByComparingTo("0");
    }

    /** INT-05. */
    @Test
    void noInterestForDaysTheLawLeavesOut() {
        String receivable = arrearOfI2();
        ledger.debts.stopInterest(receivable, new FreeSpan(LocalDate.of(2025, 12, 4), null, "art. 54 § 1 pkt 7"));

        assertThat(ledger.debts
                        .owed(ledger.account(CASE), LocalDate.of(2026, 4, 10))
                        .interest())
                .as("7.56 zł is not above 8.70 zł")
                .isEqualByComparingTo("0");
    }

    /** PAY-04. */
    @Test
    void payerMayNameTheInstalment() {
        ledger.charge(CASE, "64", "62", "62");
        ledger.takeIn(LedgerFixture.credit("TNR1", null, "70.00"));

        ledger.allocate(ledger.paymentId("TNR1"), CASE, 3);

        assertThat(explanations().get(0)).contains("62,00 zł na ratę nr 3", "wskazaną przez podatnika");
        assertThat(explanations().get(1)).contains("8,00 zł na ratę nr 1", "najwcześniejszy termin płatności");
    }

    @Test
    @DisplayName("PAY-04: the title of a transfer may name the instalment")
    void pay04TitleOfATransferMayNameTheInstalment() {
        ledger.charge(CASE, "64", "62", "62");

        ledger.takeIn(LedgerFixture.credit(
                "TNR1", ledger.account(CASE), "62.00", LocalDate.of(2026, 3, 9), "Podatek, II rata 2026"));
        ledger.takeIn(LedgerFixture.credit(
                "TNR2", ledger.account(CASE), "10.00", LocalDate.of(2026, 3, 9), "rata 3 za 2025"));

        assertThat(explanations().get(0)).contains("62,00 zł na ratę nr 2", "wskazaną przez podatnika");
        assertThat(explanations().get(1)).as("not of this year").contains("ratę nr 1", "najwcześniejszy termin");
        assertThat(ledger.reasons.of(CASE))
                .filteredOn(reason -> reason.subject().equals(ledger.paymentId("TNR1")))
                .singleElement()
                .satisfies(reason ->
                        assertThat(reason.inputs()).containsEntry("Wskazanie podatnika (PAY-04)", "rata nr 2"));
    }

    @Test
    @DisplayName("INT-04, INT-05: what is not charged is explained as well")
    void int04WhatIsNotChargedIsExplainedAsWell() {
        String receivable = arrearOfI2();
        ledger.debts.stopInterest(
                receivable, new FreeSpan(LocalDate.of(2025, 12, 4), LocalDate.of(2026, 3, 31), "art. 54 § 1 pkt 7"));

        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "500.00", LocalDate.of(2025, 12, 10)));
        ledger.takeIn(LedgerFixture.credit("TNR2", ledger.account(CASE), "500.00", LocalDate.of(2026, 4, 20)));

        assertThat(explanations().get(0))
                .contains("(7,56 zł) nie nalicza się", "art. 54 § 1 pkt 5", "od 04.12.2025 do 10.12.2025")
                .contains("art. 54 § 1 pkt 7");
        assertThat(explanations())
                .anyMatch(text -> text.contains("na odsetki za zwłokę")
                        && text.contains("nie nalicza się ich od 04.12.2025 do 31.03.2026: art. 54 § 1 pkt 7"));
    }

    private String arrearOfI2() {
        return ledger.chargeOn(CASE, LocalDate.of(2025, 11, 17), "1500");
    }

    private List<String> parts() {
        return ledger.jdbc
                .sql("select kind || ' ' || amount from ledger.allocation where reversed_at is null order by id")
                .query(String.class)
                .list();
    }

    private List<String> explanations() {
        return ledger
                .jdbc
                .sql("select explanation from ledger.allocation order by id")
                .query(String.class)
                .list()
                .stream()
                .map(text -> text.replace('\u00a0', ' '))
                .toList();
    }

    private String text(String sql) {
        return ledger.jdbc.sql(sql).query(String.class).single().replace('\u00a0', ' ');
    }

    @Test
    void paymentsAtOnceNeitherLoseNorDoubleAnything() throws Exception {
        String receivable = ledger.charge(CASE, "64", "62", "62", "62");
        String account = ledger.account(CASE);
        int payers = 16;
        CyclicBarrier together = new CyclicBarrier(payers);
        ExecutorService threads = Executors.newFixedThreadPool(payers);
        try {
            List<Future<Boolean>> taken = IntStream.range(0, payers)
                    .mapToObj(i -> threads.submit(() -> {
                        together.await();
                        return ledger.takeIn(LedgerFixture.credit("TNR" + i, account, "17.00"));
                    }))
                    .toList();
            for (Future<Boolean> each : taken) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(sum("select sum(amount) from ledger.allocation")).isEqualByComparingTo("250");
        assertThat(sum("select sum(amount - allocated) from ledger.payment")).isEqualByComparingTo("22");
        assertThat(sum("select sum(paid) from ledger.instalment")).isEqualByComparingTo("250");
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
    }

    private BigDecimal sum(String sql) {
        return ledger.jdbc.sql(sql).query(BigDecimal.class).single();
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
