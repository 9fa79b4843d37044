package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.ProcedureMessageWithdrawn;

/** A declared tax is owed from the day it was declared and follows what its verification shows. Today is 10 March. */
class DeclaredTaxTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    @DisplayName("PT-12: a decision raises what was charged as declared; the due dates stay those of the statute")
    void determinedTaxIsOwedOnTheDatesOfTheStatute() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");

        ledger.recharge(CASE, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "100", "98");
        ledger.recharge(CASE, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "100", "98");

        assertThat(instalments(receivable)).containsExactly("2026-03-16 100", "2026-05-15 98");
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("198");
    }

    @Test
    void taxRaisedAfterItWasPaidIsNotSettledAnyMore() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "126.00"));

        ledger.recharge(CASE, receivable, "DECYZJA_OKRESLAJACA", LocalDate.of(2026, 3, 2), "100", "98");

        assertThat(ledger.events).contains(new ProcedureMessageWithdrawn("ReceivableSettled", receivable));
    }

    @Test
    void correctionToLessLeavesAnOverpayment() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");
        ledger.takeIn(LedgerFixture.credit("TNR1", ledger.account(CASE), "126.00"));

        ledger.recharge(CASE, receivable, "SKORYGOWANA_Z_URZEDU", null, "50", "50");

        assertThat(ledger.facts(CaseFact.TaxCorrected.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.overpaid()).isEqualByComparingTo("26"));
        assertThat(ledger.balance(receivable)).isZero();
    }

    @Test
    void rightDeclarationChangesNothing() {
        String receivable = ledger.chargeAs(CASE, "assessment-1", "SELF", null, "64", "62");

        ledger.recharge(CASE, receivable, "PRZYJETA", null, "64", "62");

        assertThat(instalments(receivable)).containsExactly("2026-03-16 64", "2026-05-15 62");
        assertThat(ledger.facts(CaseFact.TaxCorrected.class)).isEmpty();
    }

    private List<String> instalments(String receivable) {
        return ledger.jdbc
                .sql("select due_on || ' ' || round(amount) from ledger.instalment where receivable_id = ? order by"
                        + " number")
                .param(receivable)
                .query(String.class)
                .list();
    }
}
