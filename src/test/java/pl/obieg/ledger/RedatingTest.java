package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Refusal;

/** A delivery found defective later: due dates, interest, payments and dunning follow (PT-65, D08 to D10). */
class RedatingTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void laterDeliveryMovesDueDatesAndTurnsInterestAndPrematureCostsBack() {
        String receivable = ledger.charge(CASE, "3000", "3000", "3000", "3000");
        String account = ledger.account(CASE);
        ledger.debts.chargeUpomnienie(receivable, LocalDate.of(2026, 5, 4));
        ledger.takeIn(LedgerFixture.credit("TNR1", account, "3100.00", LocalDate.of(2026, 5, 11)));
        assertThat(parts())
                .containsExactly("COST – 16.00", "PRINCIPAL 1 3000.00", "INTEREST 1 48.00", "PRINCIPAL 2 36.00");

        ledger.redate(CASE, "2026-04-27");

        assertThat(ledger.dueDates(receivable))
                .containsExactly(
                        LocalDate.of(2026, 5, 11),
                        LocalDate.of(2026, 5, 15),
                        LocalDate.of(2026, 9, 15),
                        LocalDate.of(2026, 11, 16));
        assertThat(parts()).containsExactly("PRINCIPAL 1 3000.00", "PRINCIPAL 2 100.00");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("8900");
        assertThat(ledger.debts.owed(account, LocalDate.of(2026, 5, 11)).costs())
                .as("the upomnienie came before anything was due")
                .isEqualByComparingTo("0");
        assertThat(ledger.jdbc
                        .sql("select distinct reversal_reason from ledger.allocation where reversed_at is not null")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Zmiana daty doręczenia decyzji z 10.02.2026 na 27.04.2026 (art. 47 § 1 Ordynacji podatkowej).");
    }

    @Test
    void earlierDeliveryMakesInterestOwedAndOpensWhatWasSettled() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "DECISION", LocalDate.of(2026, 10, 20), "3000");
        String account = ledger.account(CASE);
        ledger.takeIn(LedgerFixture.credit("TNR1", account, "3000.00", LocalDate.of(2026, 11, 3)));
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);

        ledger.redate(CASE, "2026-02-10");

        assertThat(parts()).hasSize(2).last().asString().startsWith("INTEREST 1 ");
        assertThat(ledger.balance(receivable)).isPositive();
        assertThat(settled(receivable)).isFalse();

        ledger.takeIn(LedgerFixture.credit("TNR2", account, "250.00", LocalDate.of(2026, 11, 3)));
        assertThat(settled(receivable)).isTrue();
    }

    @Test
    void othersAreToldTheNewDatesAndWhatOfEachPaymentCountsNow() {
        String receivable = ledger.charge(CASE, "3000", "3000");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "3048.00", LocalDate.of(2026, 5, 11)));
        ledger.events.clear();

        ledger.redate(CASE, "2026-04-27");

        assertThat(ledger.facts(CaseFact.TaxRedated.class)).singleElement().satisfies(fact -> {
            assertThat(fact.legalDate()).isEqualTo("2026-04-27");
            assertThat(fact.instalments().get(0).date()).isEqualTo("2026-05-11");
        });
        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .extracting(CaseFact.TaxCharged::receivableId)
                .containsExactly(receivable);
        assertThat(ledger.facts(CaseFact.PaymentAllocated.class))
                .extracting(fact -> fact.instalmentNumber() + " " + fact.amount() + " " + fact.interest())
                .containsExactly("1 0 0", "1 3000.00 0", "2 48.00 0");
    }

    @Test
    void taxWhoseDecisionWasNotDeliveredAfterAllIsDueToNobodyUntilItIs_UR01() {
        String receivable = ledger.charge(CASE, "3000", "3000");
        ledger.debts.chargeUpomnienie(receivable, LocalDate.of(2026, 5, 4));

        ledger.suspend(CASE);

        LocalDate today = LocalDate.of(2026, 3, 10);
        assertThat(ledger.dueDates(receivable)).allMatch(due -> due.isAfter(today.plusDays(30)));
        assertThat(ledger.debts
                        .owed(ledger.account(CASE), LocalDate.of(2026, 4, 20))
                        .costs())
                .isEqualByComparingTo("0");
        ledger.redate(CASE, "2026-03-20");
        assertThat(ledger.dueDates(receivable)).first().isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @Test
    void nothingIsTakenBackWhereNoDecisionMadeTheTaxDue() {
        ledger.suspend(CASE);
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64");
        List<LocalDate> due = ledger.dueDates(receivable);
        ledger.suspend(CASE);

        assertThat(ledger.dueDates(receivable)).isEqualTo(due);
    }

    @Test
    void sameDateAgainChangesNothing() {
        ledger.charge(CASE, "64");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "60.00"));
        ledger.redate(CASE, "2026-04-27");
        ledger.events.clear();

        ledger.redate(CASE, "2026-04-27");

        assertThat(ledger.events).isEmpty();
        assertThat(ledger.count("redating")).isOne();
    }

    @Test
    void refusesWhatCannotBeRedated() {
        assertRefused("CASE_HAS_NO_RECEIVABLE", "2026-04-27");
        ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64");
        assertRefused("CASE_HAS_NO_RECEIVABLE", "2026-04-27");
        assertRefused("LEGAL_DATE_MISSING", null);
    }

    private void assertRefused(String code, String legalDate) {
        assertThatThrownBy(() -> ledger.redate(CASE, legalDate))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private boolean settled(String receivable) {
        return ledger.jdbc
                .sql("select settled_at is not null from ledger.receivable where id = ?")
                .param(receivable)
                .query(Boolean.class)
                .single();
    }

    private List<String> parts() {
        return ledger.jdbc
                .sql("select kind || ' ' || coalesce(instalment_number::text, '–') || ' ' || amount"
                        + " from ledger.allocation where reversed_at is null order by id")
                .query(String.class)
                .list();
    }
}
