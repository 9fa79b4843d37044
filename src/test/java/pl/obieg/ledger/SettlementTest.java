package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
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
            assertThat(message.variables()).isEqualTo(java.util.Map.of("paymentId", paymentId));
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
