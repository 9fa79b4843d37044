package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;

/** The ledger follows what the appeal body ruled (P05, OVP-01, INT-05). */
class RulingTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void lowerTaxMakesAnOverpaymentOfWhatWasPaidAbove() {
        String receivable = ledger.charge(CASE, "100", "100", "100", "100");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "400.00"));

        ApplyRuling.Output output = ledger.rule(CASE, parts("70", "60", "60", "60"));

        assertThat(output.receivableCorrected()).isTrue();
        assertThat(output.overpaid()).isEqualByComparingTo("150");
        assertThat(ledger.balance(receivable)).isZero();
        assertThat(ledger.jdbc
                        .sql("select note from ledger.payment where reference = 'TNR1'")
                        .query(String.class)
                        .single())
                .contains("150,00");
        assertThat(ledger.reasons.sentences).anyMatch(step -> step.contains("nadpłata 150,00"));
    }

    @Test
    void annulledDecisionLeavesNothingToPayAndSettlesTheCase() {
        String receivable = ledger.charge(CASE, "100", "100");
        ledger.debts.chargeUpomnienie(receivable, LocalDate.of(2026, 3, 9));

        ApplyRuling.Output output = ledger.rule(CASE, List.of());

        assertThat(output.overpaid()).isZero();
        assertThat(ledger.balance(receivable)).isZero();
        assertThat(ledger.debts
                        .owed(ledger.account(CASE), LocalDate.of(2026, 6, 1))
                        .total())
                .as("ARR-06: the costs lapse with the due")
                .isZero();
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .last()
                .extracting(CaseFact.TaxCharged::instalments)
                .isEqualTo(List.of());
    }

    @Test
    void daysTheOfficeWasLateBearNoInterestThoughTheTaxStays() {
        ledger.charge(CASE, "10000");
        String account = ledger.account(CASE);
        LocalDate day = LocalDate.of(2026, 6, 16);
        BigDecimal before = ledger.debts.owed(account, day).interest();

        ledger.rule(
                CASE,
                null,
                new ApplyRuling.Span(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30), "art. 54 § 1 pkt 2 OP"));

        assertThat(before).isPositive();
        assertThat(ledger.debts.owed(account, day).interest()).isLessThan(before);
        assertThat(ledger.debts.owed(account, day).principal()).isEqualByComparingTo("10000");
    }

    @Test
    void sameRulingAgainChangesNothing() {
        String receivable = ledger.charge(CASE, "100", "100");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "200.00"));
        BigDecimal first = ledger.rule(CASE, parts("50", "50")).overpaid();
        ledger.events.clear();

        assertThat(ledger.rule(CASE, parts("50", "50")).overpaid()).isEqualByComparingTo(first);
        assertThat(ledger.events).isEmpty();
        assertThat(ledger.balance(receivable)).isZero();
    }

    /** P05 with OP art. 254: the appeal is against the decision that changed another one. */
    @Test
    void rulingAgainstAChangingDecisionLeavesTheTaxBeforeItOrALowerRaise() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");
        ledger.correct(CASE, "D2", "2026-06-10", 0, "242", "242", "407", "407");

        ApplyRuling.Output lower =
                ledger.ruleIn("FN.3129.1.2026", LedgerFixture.CHANGE, parts("275", "275", "274", "274"));

        assertThat(lower.receivableCorrected()).isTrue();
        assertThat(WhatIsOwed.instalments(ledger, receivable))
                .as("the raise gives way from its last date, past instalments stay")
                .containsExactly("2026-03-16 242", "2026-05-15 242", "2026-09-15 407", "2026-11-16 207");

        ledger.ruleIn("FN.3129.2.2026", LedgerFixture.CHANGE, parts("242", "242", "242", "242"));
        assertThat(WhatIsOwed.instalments(ledger, receivable))
                .containsExactly("2026-03-16 242", "2026-05-15 242", "2026-09-15 242", "2026-11-16 242");
    }

    @Test
    void rulingAgainstAChangeThatWasDueAfterDeliveryTakesThatAway() {
        String receivable = ledger.charge(CASE, "242", "242", "242", "242");
        ledger.correct(CASE, "D2", "2026-12-10", 330, "242", "242", "242", "242");

        ledger.ruleIn("FN.3129.1.2026", LedgerFixture.CHANGE, parts("242", "242", "242", "242"));

        assertThat(WhatIsOwed.instalments(ledger, receivable)).hasSize(4);
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("968");
    }

    @Test
    void decisionThatWasNotChargedNeedsNoCorrection() {
        assertThat(ledger.rule(CASE, parts("50")).receivableCorrected()).isFalse();
    }

    @Test
    void othersSeeTheNewInstalmentsAndWhatOfThePaymentCounts() {
        ledger.charge(CASE, "100", "100");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "200.00"));
        ledger.events.clear();

        ledger.rule(CASE, parts("80", "0"));

        assertThat(ledger.facts(CaseFact.TaxCharged.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.instalments())
                        .extracting(Instalment::amount)
                        .usingElementComparator(BigDecimal::compareTo)
                        .containsExactly(new BigDecimal("80")));
        assertThat(ledger.facts(CaseFact.PaymentAllocated.class))
                .extracting(fact -> fact.instalmentNumber() + " "
                        + fact.amount().stripTrailingZeros().toPlainString())
                .containsExactly("1 0", "2 0", "1 80");
    }

    private static List<Instalment> parts(String... amounts) {
        List<LocalDate> dates = List.of(
                LocalDate.of(2026, 3, 16),
                LocalDate.of(2026, 5, 15),
                LocalDate.of(2026, 9, 15),
                LocalDate.of(2026, 11, 16));
        return java.util.stream.IntStream.range(0, amounts.length)
                .mapToObj(i -> new Instalment(i + 1, dates.get(i), new BigDecimal(amounts[i])))
                .toList();
    }
}
