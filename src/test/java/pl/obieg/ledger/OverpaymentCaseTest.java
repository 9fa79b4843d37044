package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Refusal;

/** P08: what becomes of money nobody owes (OVP-01, OVP-02; OP art. 72–78). */
class OverpaymentCaseTest {

    private static final String TAX = "FN.3120.1.2026";
    private static final String OTHER = "FN.3120.2.2026";
    private static final String NRB = "61109010140000071219812874";

    private final OverpaymentFixture office = new OverpaymentFixture();
    private final LedgerFixture ledger = office.ledger;

    @Test
    void anOverpaymentAboveTheCostOfAnUpomnienieBeginsOneCase_OVP01() {
        ledger.charge(TAX, "100");
        String account = office.account(TAX);
        ledger.takeIn(LedgerFixture.credit("small", account, "116.00"));
        assertThat(ledger.messages("OverpaymentFound")).isEmpty();
        ledger.takeIn(LedgerFixture.credit("p1", account, "50.00"));
        ledger.takeIn(LedgerFixture.credit("p2", account, "60.00"));
        assertThat(ledger.messages("OverpaymentFound"))
                .singleElement()
                .satisfies(found -> assertThat(found.variables()).containsEntry("taxCaseNumber", TAX));

        FindOverpayment.Output found = office.find("N-1", TAX);
        assertThat(found.overpaidAmount()).isEqualByComparingTo("126.00");
        assertThat(found.overpaidOffset()).isZero();
        assertThat(found.overpaidSmall()).isFalse();
        assertThat(found.refundBy()).as("30 days from 10 March (OVP-02)").isEqualTo(LocalDate.of(2026, 4, 9));
        assertThat(found.payerPartyIds()).containsExactly(office.partyId);
        assertThatThrownBy(() -> office.find("N-2", TAX))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("N-1");
    }

    @Test
    @DisplayName("OVP-02: the 30 days count from the day the decision that lowered the tax was issued")
    void ovp02TheThirtyDaysCountFromTheDecisionThatLoweredTheTax() {
        ledger.charge(TAX, "1000");
        ledger.takeIn(LedgerFixture.credit("p1", office.account(TAX), "1000.00"));
        office.decisionDays.issued(new CaseFact.LetterIssued(
                "FN.3120.9.2026",
                "L-1",
                OfficeLetters.Kind.DECISION,
                "zmieniająca",
                "D-9",
                "doc-1",
                LocalDate.of(2026, 2, 16),
                List.of()));
        ledger.correct(TAX, "D-9", "2026-03-09", 0, "400");

        assertThat(office.find("N-1", TAX).refundBy()).isEqualTo(LocalDate.of(2026, 3, 18));
    }

    @Test
    void itFirstPaysWhatTheSameTaxpayersOweElsewhereWithInterest_art76() {
        ledger.charge(TAX, "100");
        ledger.chargeOn(OTHER, LocalDate.of(2025, 11, 17), "1500");
        office.account(OTHER);
        ledger.takeIn(LedgerFixture.credit("p1", office.account(TAX), "2100.00"));
        FindOverpayment.Output found = office.find("N-1", TAX);
        // 1500 zł from 17 November to 9 March: 7.56 + 41.14 + 5 × 10.5 % (2.16) = 50.86 -> 51 zł
        assertThat(found.overpaidOffset()).isEqualByComparingTo("1551.00");
        assertThat(found.overpaidRest()).isEqualByComparingTo("449.00");
        assertThat(office.reasons)
                .anySatisfy(step -> assertThat(step).contains(OTHER).contains("art. 76"));
        assertThat(ledger.balance(receivable(OTHER))).as("only proposed").isEqualByComparingTo("1500");

        assertThat(office.offset("N-1")).isEqualByComparingTo("1551.00");
        assertThat(office.offset("N-1")).as("nothing is left to offset").isZero();
        assertThat(ledger.balance(receivable(OTHER))).isZero();
        office.payTo("N-1", NRB);
        assertThat(office.prepare("N-1", "TRANSFER", null).refundAmount()).isEqualByComparingTo("449.00");
        moneyIsKept();
    }

    @Test
    void aCoOwnersMoneyDoesNotPayAnothersTax_UR04() {
        ledger.charge(TAX, "100");
        ledger.chargeOn(OTHER, LocalDate.of(2025, 11, 17), "1500");
        ledger.takeIn(LedgerFixture.credit("p1", office.account(TAX), "400.00"));
        assertThat(office.find("N-1", TAX).overpaidOffset()).isZero();
    }

    @Test
    void aRefundWaitsForASecondPersonAndThenStandsInTheBanksFile() {
        ledger.charge(TAX, "100");
        ledger.takeIn(LedgerFixture.credit("p1", office.account(TAX), "519.00"));
        office.find("N-1", TAX);
        assertThatThrownBy(() -> office.prepare("N-1", "TRANSFER", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("rachunku");
        office.payTo("N-1", NRB);
        PrepareRefund.Output first = office.prepare("N-1", "TRANSFER", null);
        assertThat(first.refundAmount()).isEqualByComparingTo("419.00");
        assertThatThrownBy(() -> office.prepare("N-1", "CASH", null)).isInstanceOf(Refusal.class);
        assertThat(ledger.count("transfer_file")).isZero();
        office.order(first.refundId(), "POPRAW");
        PrepareRefund.Output second = office.prepare("N-1", "TRANSFER", null);
        office.order(second.refundId(), "ZATWIERDZ");
        office.order(second.refundId(), "ZATWIERDZ");

        String line = new String(
                office.files
                        .get(ledger.jdbc
                                .sql("select file_id from ledger.refund where id = ?")
                                .param(second.refundId())
                                .query(String.class)
                                .single())
                        .orElseThrow()
                        .content(),
                Charset.forName("windows-1250"));
        assertThat(line)
                .startsWith("110,20260310,41900,11401081,0,\"29114010810000267002001002\",\"" + NRB + "\"")
                .contains("Gmina Przykładowo", "Żaneta", "Próbna", "ZW/2026/2")
                .endsWith("\"51\",\"\"\r\n");
        assertThat(ledger.facts(CaseFact.OverpaymentRefunded.class)).hasSize(1);
        assertThat(status(second.refundId())).isEqualTo("ORDERED");

        ledger.takeIn(new BankLine(
                "29114010810000267002001002",
                "out-1",
                false,
                new BigDecimal("419.00"),
                LocalDate.of(2026, 3, 11),
                LocalDate.of(2026, 3, 11),
                null,
                NRB,
                null,
                "Zwrot nadpłaty ZW/2026/2 sprawa " + TAX));
        assertThat(status(second.refundId())).isEqualTo("EXECUTED");
        office.close("N-1");
        moneyIsKept();
    }

    @Test
    void interestOnALateRefundIsCountedFromTheDayAClerkGives_art78() {
        ledger.charge(TAX, "100");
        ledger.takeIn(LedgerFixture.credit("p1", office.account(TAX), "10100.00", LocalDate.of(2026, 1, 5)));
        office.find("N-1", TAX);
        // 10 000 zł: 59 days at 11 % (5 January to 4 March) and 6 days at 10.5 % to 10 March
        assertThat(office.prepare("N-1", "CASH", "2026-01-05").refundInterest()).isEqualByComparingTo("195");
    }

    @Test
    void whatStaysIsTakenByTheNextTaxOfTheCase() {
        ledger.charge(TAX, "100");
        ledger.takeIn(LedgerFixture.credit("p1", office.account(TAX), "150.00"));
        office.find("N-1", TAX);
        office.close("N-1");
        String next = ledger.chargeAs(TAX, "assessment-2", "DECISION", LocalDate.of(2026, 2, 10), "80");
        assertThat(ledger.balance(next)).isEqualByComparingTo("30");
        ledger.takeIn(LedgerFixture.credit("p2", office.account(TAX), "100.00"));
        assertThat(ledger.messages("OverpaymentFound"))
                .as("a new one after the first was closed")
                .hasSize(2);
    }

    /** Payments = allocated + refunded + still overpaid, to the grosz, whatever happens in whatever order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noGroszIsLost(long seed) {
        Random chance = new Random(seed);
        List<String> cases = List.of("A", "B", "C");
        for (String taxCase : cases) {
            ledger.chargeOn(taxCase, LocalDate.of(2025, 1 + chance.nextInt(12), 15), "" + (100 + chance.nextInt(2000)));
            office.account(taxCase);
        }
        List<String> prepared = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            String taxCase = cases.get(chance.nextInt(3));
            String relief = "N-" + taxCase;
            switch (chance.nextInt(6)) {
                case 0, 1 ->
                    ledger.takeIn(LedgerFixture.credit(
                            "p" + step,
                            office.account(taxCase),
                            BigDecimal.valueOf(1 + chance.nextInt(150000), 2).toPlainString(),
                            LocalDate.of(2026, 1, 1).plusDays(step)));
                case 2 -> tried(() -> office.find(relief, taxCase));
                case 3 -> {
                    if (office.overpayments.ofCase(relief).isPresent()) {
                        office.offset(relief);
                    }
                }
                case 4 -> {
                    if (office.overpayments.ofCase(relief).isPresent()) {
                        tried(() -> prepared.add(
                                office.prepare(relief, "CASH", null).refundId()));
                    }
                }
                default ->
                    prepared.stream()
                            .skip(prepared.isEmpty() ? 0 : chance.nextInt(prepared.size()))
                            .findFirst()
                            .ifPresent(id -> office.order(id, chance.nextBoolean() ? "ZATWIERDZ" : "POPRAW"));
            }
            moneyIsKept();
        }
    }

    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (Refusal businessNo) {
            // Nothing to refund, for instance: also then no grosz may be lost.
        }
    }

    private void moneyIsKept() {
        BigDecimal came = sum("select sum(amount) from ledger.payment where credit and moved_from is null");
        BigDecimal allocated = sum("select sum(amount) from ledger.allocation where reversed_at is null");
        BigDecimal refunded = sum("select sum(amount) from ledger.refund where status <> 'CANCELLED'");
        BigDecimal left = sum("select sum(amount - allocated - refunded - moved) from ledger.payment where credit");
        assertThat(allocated.add(refunded).add(left)).isEqualByComparingTo(came);
        assertThat(sum("select sum(paid + interest_paid) from ledger.instalment")
                        .add(sum("select sum(paid) from ledger.collection_cost")))
                .isEqualByComparingTo(allocated);
        assertThat(sum("select sum(amount) from ledger.payment where moved_from is not null"))
                .isEqualByComparingTo(sum("select sum(moved) from ledger.payment"));
    }

    private BigDecimal sum(String sql) {
        return ledger.jdbc
                .sql(sql)
                .query((row, number) -> row.getBigDecimal(1) == null ? BigDecimal.ZERO : row.getBigDecimal(1))
                .single();
    }

    private String receivable(String taxCase) {
        return ledger.jdbc
                .sql("select id from ledger.receivable where case_number = ?")
                .param(taxCase)
                .query(String.class)
                .single();
    }

    private String status(String refundId) {
        return ledger.jdbc
                .sql("select status from ledger.refund where id = ?")
                .param(refundId)
                .query(String.class)
                .single();
    }
}
