package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;

/** INT-03: half the rate for who corrects a declared tax himself and pays in seven days (OP art. 56a). */
class ReducedRateTest {

    private static final String CASE = "FN.3120.1.2026";
    private static final LocalDate DUE = LocalDate.of(2025, 2, 17);
    private static final LocalDate FILED = LocalDate.of(2025, 6, 20);

    private final LedgerFixture ledger = new LedgerFixture();
    private final ReducedRates rates = new ReducedRates(ledger.jdbc, new StatutoryCalendar());

    @Test
    @DisplayName("I4, INT-03: 12 000 zł corrected and paid on 20 June 2025 bear 286 zł, and the page says why")
    void i4() {
        corrected(FILED, false);
        String receivable = ledger.chargeOn(CASE, DUE, "12000");

        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(CASE), "12286.00", FILED));

        assertThat(ledger.balance(receivable)).isZero();
        assertThat(interest()).isEqualByComparingTo("286");
        assertThat(overpaid()).isZero();
        assertThat(ledger.reasons.sentences)
                .anyMatch(step -> step.contains("79 dni") && step.contains("7,25%") && step.contains("6,75%"))
                .anyMatch(step -> step.contains("obniżono o połowę") && step.contains("do 27.06.2025 (INT-03"));
    }

    @Test
    @DisplayName("INT-03: while the seven days are open the payer sees the reduced interest and its last day")
    void payerSeesTheReducedInterest() {
        LocalDate today = LedgerFixture.CLOCK.today();
        corrected(CASE, LocalDate.of(2026, 1, 31), today, false);
        ledger.chargeOn(CASE, LocalDate.of(2026, 2, 16), "12000");

        var sum = new OwedOnAccount(ledger.debts, rates, new CardSettings(java.util.List.of()), LedgerFixture.CLOCK)
                .on(ledger.account(CASE));

        // 16 days at 5.5 % and 6 at 5.25 %: 28.93 + 10.36 = 39.29 -> 39 zł
        assertThat(sum.interest()).isEqualByComparingTo("39");
        assertThat(sum.reducedUntil()).isEqualTo(today.plusDays(7));
    }

    @Test
    @DisplayName("INT-03: paid on the eighth day, in part, or after a verification it is the full rate")
    void fullRateOtherwise() {
        corrected(FILED, false);
        ledger.chargeOn(CASE, DUE, "12000");
        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(CASE), "12700.00", FILED.plusDays(10)));
        BigDecimal late = interest();

        LedgerFixture other = new LedgerFixture();
        new ReducedRates(other.jdbc, new StatutoryCalendar())
                .corrected(
                        new CaseFact.CorrectionAccepted(CASE, "assessment-1", LocalDate.of(2025, 1, 31), FILED, true));
        other.chargeOn(CASE, DUE, "12000");
        other.takeIn(LedgerFixture.credit("p1", other.account(CASE), "12700.00", FILED));

        assertThat(late).isGreaterThan(new BigDecimal("570"));
        assertThat(interest(other)).as("after a verification").isEqualByComparingTo("572");
    }

    @Test
    @DisplayName(
            "INT-03, UR-31: a payment that does not cover the arrear earns no reduced rate, and the clerk sees why")
    void partialPaymentEarnsNothing() {
        corrected(FILED, false);
        ledger.chargeOn(CASE, DUE, "12000");

        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(CASE), "6286.00", FILED));

        // 6286 × 572 / 12 572: full rate
        assertThat(interest()).isEqualByComparingTo("286.00");
        assertThat(ledger.reasons.sentences).anyMatch(step -> step.contains("nie jest obniżona"));
    }

    @Test
    @DisplayName("INT-03: only taxes the taxpayer counts himself")
    void notByDecision() {
        corrected(CASE, LocalDate.of(2026, 1, 31), LocalDate.of(2026, 3, 30), false);
        ledger.charge(CASE, "12000");

        ledger.takeIn(LedgerFixture.credit("p1", ledger.account(CASE), "12100.00", LocalDate.of(2026, 3, 30)));

        // 14 days at 10.5 %: 48.33 -> 48 zł
        assertThat(interest()).isEqualByComparingTo("48");
    }

    private void corrected(LocalDate filed, boolean afterVerification) {
        corrected(CASE, LocalDate.of(2025, 1, 31), filed, afterVerification);
    }

    private void corrected(String caseNumber, LocalDate deadline, LocalDate filed, boolean afterVerification) {
        rates.corrected(
                new CaseFact.CorrectionAccepted(caseNumber, "assessment-1", deadline, filed, afterVerification));
    }

    private BigDecimal interest() {
        return interest(ledger);
    }

    private static BigDecimal interest(LedgerFixture office) {
        return office.jdbc
                .sql("select coalesce(sum(amount), 0) from ledger.allocation where kind = 'INTEREST'")
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal overpaid() {
        return ledger.jdbc
                .sql("select sum(amount - allocated) from ledger.payment")
                .query(BigDecimal.class)
                .single();
    }
}
