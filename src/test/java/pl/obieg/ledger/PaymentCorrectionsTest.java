package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.process.Refusal;

/** What was recorded wrongly of a payment is corrected by two persons. */
class PaymentCorrectionsTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();
    private final PaymentCorrections corrections = new PaymentCorrections(
            ledger.jdbc,
            ledger.accounts,
            ledger.payments,
            ledger.settlement,
            ledger.reasons,
            LedgerFixture.CLOCK,
            ledger.publisher);

    @Test
    @DisplayName("PAY-01: a corrected day takes the interest back that ran on what was paid by then")
    void pay01CorrectedDayTakesInterestBack() {
        String receivable = ledger.chargeOn(CASE, LocalDate.of(2025, 11, 17), "1500");
        String payment =
                ledger.takenIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "1500.00", LocalDate.of(2026, 3, 9)));
        assertThat(ledger.balance(receivable)).isPositive();

        ask(payment, LocalDate.of(2025, 11, 17));
        assertRefused("SAME_PERSON", () -> decide(payment, true, "anna"));
        assertThat(ledger.balance(receivable))
                .as("nothing before the second person")
                .isPositive();
        decide(payment, true, "kierownik");

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(ledger.reasons.of(CASE))
                .anySatisfy(reason -> assertThat(reason.answers().get(0).text()).contains("17.11.2025", "PAY-01"));
        assertRefused("NOTHING_ASKED", () -> decide(payment, true, "kierownik"));
    }

    @Test
    void takenBackPaymentLeavesTheAccountAndIsExplainedAnew() {
        String receivable = ledger.charge(CASE, "64", "62");
        String other = ledger.charge("FN.3120.2.2026", "70");
        String wrong = ledger.takenIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "64.00"));
        ledger.takeIn(LedgerFixture.credit("TNR2", ledger.account(CASE), "62.00"));

        ask(wrong, null);
        assertRefused("CORRECTION_ASKED", () -> ask(wrong, null));
        decide(wrong, true, "kierownik");

        assertThat(ledger.paymentStatus("TNR1")).isEqualTo("UNMATCHED");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("64");
        assertThat(ledger.messages("PaymentUnmatched"))
                .singleElement()
                .satisfies(message -> assertThat(message.variables()).containsEntry("paymentId", wrong));

        ledger.allocate(wrong, "FN.3120.2.2026");
        assertThat(ledger.balance(other)).isEqualByComparingTo("6");
    }

    @Test
    void paymentGivenBackSinceTheRequestIsNotTakenFromTheAccount() {
        ledger.charge(CASE, "64");
        String payment = ledger.takenIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "70.00"));
        ask(payment, null);
        ledger.transaction.executeWithoutResult(status -> ledger.payments.refund(payment, new BigDecimal("6.00")));

        assertRefused("PAYMENT_GIVEN_BACK", () -> decide(payment, true, "kierownik"));

        assertThat(ledger.paymentStatus("TNR1")).isEqualTo("ALLOCATED");
        assertThat(corrections.open(payment)).isPresent();
    }

    @Test
    void correctionThatIsRefusedChangesNothing() {
        ledger.charge(CASE, "64");
        String payment = ledger.takenIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "64.00"));

        ask(payment, LocalDate.of(2026, 3, 2));
        decide(payment, false, "kierownik");

        assertThat(ledger.paymentStatus("TNR1")).isEqualTo("ALLOCATED");
        assertThat(corrections.open(payment)).isEmpty();
        assertRefused("DAY_IN_FUTURE", () -> ask(payment, LocalDate.of(2026, 3, 11)));
    }

    @Test
    void reasonThatIsTooLongIsRefused() {
        ledger.charge(CASE, "64");
        String payment = ledger.takenIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "64.00"));

        assertRefused("REASON_TOO_LONG", () -> corrections.ask(payment, null, "x".repeat(501), "anna"));
    }

    private void ask(String payment, LocalDate day) {
        ledger.transaction.executeWithoutResult(status -> corrections.ask(payment, day, "dowód wpłaty", "anna"));
    }

    private void decide(String payment, boolean approved, String who) {
        ledger.transaction.executeWithoutResult(status -> corrections.decide(payment, approved, who));
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
