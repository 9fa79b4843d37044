package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import pl.obieg.process.ProcedureMessage;

/** Stamp duty of a certificate (P10) and the dues it speaks of. The day is 10 March 2026. */
class StampDutyTest {

    private static final String CASE = "FN.3160.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void transferWhoseTitleNamesTheApplicationPaysItsDuty() {
        ledger.stampDuties.expect(CASE, "GM24-7KQ2-M9XA");
        assertThat(ledger.dutyPaid(CASE, "KREDYT", null)).isFalse();

        pay("TNR1", "21.00", "Oplata skarbowa gm24 7kq2m9xa");

        assertThat(ledger.messages("StampDutyPaid"))
                .singleElement()
                .extracting(ProcedureMessage::businessKey)
                .isEqualTo(CASE);
        assertThat(ledger.dutyPaid(CASE, "KREDYT", null)).isTrue();
        assertThat(ledger.paymentStatus("TNR1")).isEqualTo("ALLOCATED");
        assertThat(ledger.messages("PaymentUnmatched")).isEmpty();
    }

    @Test
    void titleMayNameTheCaseInstead() {
        ledger.dutyPaid(CASE, "KREDYT", null);
        pay("TNR1", "21.00", "opł. skarbowa FN.3160.1.2026");
        assertThat(ledger.dutyPaid(CASE, "KREDYT", null)).isTrue();
    }

    @Test
    void tooSmallASumDoesNotPayItUntilTheRestComes() {
        ledger.dutyPaid(CASE, "KREDYT", null);
        pay("TNR1", "17.00", "opłata FN.3160.1.2026");
        assertThat(ledger.dutyPaid(CASE, "KREDYT", null)).isFalse();

        pay("TNR2", "4.00", "dopłata FN.3160.1.2026");
        assertThat(ledger.dutyPaid(CASE, "KREDYT", null)).isTrue();
    }

    @Test
    void transferThatNamesNothingGoesToAClerkWhoCanSayWhichCaseItIs() {
        ledger.dutyPaid(CASE, "KREDYT", null);
        pay("TNR1", "21.00", "opłata za zaświadczenie");
        assertThat(ledger.messages("PaymentUnmatched")).hasSize(1);

        ledger.allocate(ledger.paymentId("TNR1"), CASE);

        assertThat(ledger.dutyPaid(CASE, "KREDYT", null)).isTrue();
        assertThat(ledger.messages("StampDutyPaid")).hasSize(1);
    }

    @Test
    void proofSeenByAClerkCountsUnlessItsDayIsStillToCome() {
        assertThat(ledger.dutyPaid(CASE, "KREDYT", LocalDate.of(2026, 3, 11))).isFalse();
        assertThat(ledger.dutyPaid(CASE, "KREDYT", LocalDate.of(2026, 3, 9))).isTrue();
    }

    @Test
    void whoIsExemptPaysNothing() {
        assertThat(ledger.dutyPaid(CASE, "ALIMENTY", null)).isTrue();
    }

    @Test
    void noArrearWhileTheFirstInstalmentIsStillToCome() {
        ledger.charge("FN.3120.1.2026", "3000", "3000");
        CheckDues.Output dues = ledger.dues("party-1");
        assertThat(dues.hasArrears()).isFalse();
        assertThat(dues.duesCheckedOn()).isEqualTo("2026-03-10");
    }

    @Test
    void overdueTaxIsAnArrearWithItsInterestOfToday() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 1, 31), "10000");
        CheckDues.Output dues = ledger.dues("party-1");
        assertThat(dues.hasArrears()).isTrue();
        assertThat(dues.arrearsTotal()).isGreaterThan(new java.math.BigDecimal("10000"));
        assertThat(ledger.reasons.sentences).anyMatch(step -> step.contains("FN.3120.1.2026"));
    }

    @Test
    void anothersArrearIsNotMine() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 1, 31), "10000");
        assertThat(ledger.dues("party-2").hasArrears()).isFalse();
        assertThat(ledger.dues().hasArrears()).isFalse();
    }

    private void pay(String reference, String amount, String title) {
        ledger.takeIn(new BankLine(
                "29114010810000267002001002",
                reference,
                true,
                new java.math.BigDecimal(amount),
                LocalDate.of(2026, 3, 10),
                LocalDate.of(2026, 3, 10),
                ledger.stampDuties.account(),
                null,
                "ANNA TESTOWA",
                title));
    }
}
