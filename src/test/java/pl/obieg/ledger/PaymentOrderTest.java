package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A payment counts on the day it was made, whenever the office learns of it (PAY-01, INT-01). */
class PaymentOrderTest {

    private final LedgerFixture ledger = new LedgerFixture();

    private record Paid(LocalDate day, BigDecimal amount) {}

    @Test
    @DisplayName("PAY-01, INT-01: a transfer found in September stops the interest on the day it was made")
    void pay01TransferFoundLateStopsInterestOnTheDayItWasMade() {
        String receivable = ledger.charge("FN.3120.1.2026", "1000");
        String account = ledger.account("FN.3120.1.2026");
        ledger.takeIn(LedgerFixture.credit("FOUND", null, "1000.00", LocalDate.of(2026, 3, 20)));
        ledger.takeIn(LedgerFixture.credit("SECOND", account, "1053.00", LocalDate.of(2026, 9, 14)));
        assertThat(interestPaid(receivable))
                .as("the office did not know better")
                .isPositive();

        ledger.allocate(ledger.paymentId("FOUND"), "FN.3120.1.2026");

        assertThat(interestPaid(receivable)).isEqualByComparingTo("0");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(rest("SECOND")).as("all of the second payment is overpaid").isEqualByComparingTo("1053");
        assertThat(ledger.messages("OverpaymentFound")).hasSize(1);
        assertThat(ledger.jdbc
                        .sql("select distinct reversal_reason from ledger.allocation where reversed_at is not null")
                        .query(String.class)
                        .single())
                .contains("20.03.2026", "art. 60 § 1");
    }

    @Test
    @DisplayName("PAY-01: payments recorded in any order give the same account")
    void pay01PaymentsRecordedInAnyOrderGiveTheSameAccount() {
        Random random = new Random(1997);
        int account = 0;
        for (int example = 0; example < 8; example++) {
            List<Paid> payments = some(random);
            List<String> first = null;
            for (int order = 0; order < 4; order++) {
                List<String> state = recorded("FN.3120." + ++account + ".2026", payments);
                assertThat(state).as("%s", payments).isEqualTo(first == null ? state : first);
                first = state;
                payments = new ArrayList<>(payments);
                Collections.shuffle(payments, random);
            }
        }
    }

    private static List<Paid> some(Random random) {
        TreeSet<LocalDate> days = new TreeSet<>();
        while (days.size() < 5) {
            days.add(LocalDate.of(2026, 3, 10).plusDays(random.nextInt(280)));
        }
        List<Paid> payments = new ArrayList<>();
        days.forEach(day -> payments.add(new Paid(day, new BigDecimal(1 + random.nextInt(200_000)).movePointLeft(2))));
        return payments;
    }

    private List<String> recorded(String taxCase, List<Paid> payments) {
        String receivable = ledger.charge(taxCase, "1200", "1100", "1100", "1100");
        ledger.debts.chargeUpomnienie(receivable, LocalDate.of(2026, 5, 4));
        for (Paid paid : payments) {
            ledger.takeIn(LedgerFixture.credit(
                    taxCase + paid.day(), ledger.account(taxCase), paid.amount().toPlainString(), paid.day()));
        }
        List<String> state = new ArrayList<>(ledger.jdbc
                .sql("select number || ' ' || paid || ' ' || interest_paid from ledger.instalment"
                        + " where receivable_id = ? order by number")
                .param(receivable)
                .query(String.class)
                .list());
        state.addAll(ledger.jdbc
                .sql("select paid_on || ' ' || allocated from ledger.payment where case_number = ? order by paid_on")
                .param(taxCase)
                .query(String.class)
                .list());
        state.add(ledger.balance(receivable).toPlainString());
        state.add(ledger.jdbc
                .sql("select paid from ledger.collection_cost where receivable_id = ?")
                .param(receivable)
                .query(String.class)
                .single());
        return state;
    }

    private BigDecimal interestPaid(String receivable) {
        return ledger.jdbc
                .sql("select sum(interest_paid) from ledger.instalment where receivable_id = ?")
                .param(receivable)
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal rest(String reference) {
        return ledger.jdbc
                .sql("select amount - allocated from ledger.payment where reference = ?")
                .param(reference)
                .query(BigDecimal.class)
                .single();
    }
}
