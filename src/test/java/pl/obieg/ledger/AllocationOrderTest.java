package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Refusal;

/** PAY-06: the order on the allocation of a payment (OP art. 62 §4–4a). */
class AllocationOrderTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();
    private final List<OfficeLetters.Draft> drafts = new ArrayList<>();

    @Test
    @DisplayName(
            "PAY-06: a payment that leaves part of the arrear open begins an order of the office's own motion, once")
    void pay06PaymentThatLeavesPartOfTheArrearBeginsAnOrderOnce() {
        ledger.chargeOn(CASE, LocalDate.of(2025, 11, 17), "1500");

        String payment =
                ledger.takenIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "500.00", LocalDate.of(2026, 3, 9)));
        ledger.transaction.executeWithoutResult(status ->
                ledger.settlement.settleAnew(ledger.accounts.ofCase(CASE).orElseThrow(), "ponownie"));

        assertThat(ledger.messages("AllocationOrderDue"))
                .extracting(message -> message.externalId())
                .as("the same allocation again is the same message")
                .hasSize(2)
                .containsOnly(ledger.messages("AllocationOrderDue").get(0).externalId());
        assertThat(ledger.messages("AllocationOrderDue").get(0).variables()).containsEntry("paymentId", payment);
    }

    @Test
    @DisplayName("PAY-06: small, full and named payments begin no order")
    void pay06SmallFullAndNamedPaymentsBeginNoOrder() {
        ledger.chargeOn(CASE, LocalDate.of(2025, 11, 17), "1500");
        String account = ledger.account(CASE);

        String small = ledger.takenIn(LedgerFixture.credit("TNR1", account, "80.00", LocalDate.of(2026, 3, 6)));
        ledger.takeIn(LedgerFixture.credit("TNR2", account, "200.00", LocalDate.of(2026, 3, 7), "rata 1"));
        ledger.takeIn(LedgerFixture.credit("TNR3", account, "1400.00", LocalDate.of(2026, 3, 9)));

        assertThat(ledger.messages("AllocationOrderDue")).isEmpty();
        assertThat(find(new FindAllocation.Input(small, null, null, null)).allocationOrder())
                .isEqualTo("ON_REQUEST");
    }

    @Test
    @DisplayName("PAY-06: the clerk names the payment by case, day and amount, and the order explains each part of it")
    void pay06OrderExplainsEachPart() throws Exception {
        ledger.chargeOn(CASE, LocalDate.of(2025, 11, 17), "1500");
        String payment =
                ledger.takenIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "500.00", LocalDate.of(2026, 3, 9)));
        assertThatThrownBy(() ->
                        find(new FindAllocation.Input(null, CASE, LocalDate.of(2026, 3, 8), new BigDecimal("500"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PAYMENT_NOT_FOUND"));

        FindAllocation.Output found =
                find(new FindAllocation.Input(null, CASE, LocalDate.of(2026, 3, 9), new BigDecimal("500")));
        assertThat(found.paymentId()).isEqualTo(payment);
        assertThat(found.allocationOrder()).isEqualTo("EX_OFFICIO");
        assertThat(found.payerPartyIds()).containsExactly("party-1");
        assertThat(found.taskDeadline()).isEqualTo(LocalDate.of(2026, 4, 10));

        new DraftAllocationOrder(ledger.jdbc, (draft, key) -> {
                    drafts.add(draft);
                    return "L-1";
                })
                .run(
                        new DraftAllocationOrder.Input(
                                "FN.3140.1.2026", payment, CASE, found.allocationOrder(), found.payerPartyIds()),
                        call());

        assertThat(drafts).singleElement().satisfies(draft -> {
            assertThat(draft.kind()).isEqualTo(OfficeLetters.Kind.ORDER);
            assertThat((List<?>) draft.content().get("parts")).hasSize(2);
        });
        String template = Files.readString(Path.of("letters/zaliczenie-wplaty/postanowienie.ftlh"));
        assertThat(template).contains("7 dni", "zażalenie", "art. 62 § 4");
    }

    private FindAllocation.Output find(FindAllocation.Input input) {
        return ledger.transaction.execute(status -> ((Answer.Now<FindAllocation.Output>)
                        new FindAllocation(ledger.jdbc, new StatutoryCalendar(), LedgerFixture.CLOCK)
                                .run(input, call()))
                .output());
    }

    private static Call call() {
        return new Call("key-1", "FN.3140.1.2026", "zaliczenie-wplaty");
    }
}
