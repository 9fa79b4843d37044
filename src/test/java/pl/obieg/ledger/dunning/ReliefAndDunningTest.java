package pl.obieg.ledger.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.ReliefFixture;

/** Who has a relief or has asked for one is not dunned for what it covers (D11). */
class ReliefAndDunningTest {

    private final DunningFixture office = new DunningFixture();
    private final LedgerFixture ledger = office.ledger;
    private final ReliefFixture reliefs = new ReliefFixture(ledger, office.clock);

    @Test
    @DisplayName("D11/1: while a plan is kept nobody is dunned for it; when it is broken, dunning goes on")
    void keptPlanIsNotDunnedAndABrokenOneIs() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        granted("DEFERRAL", null, "2026-05-15");
        assertThat(office.on("2026-04-15").find()).isZero();
        assertThat(office.on("2026-05-18").find())
                .as("the term has passed, but its statement may still come")
                .isZero();

        office.on("2026-05-20");
        reliefs.watch("FN.3150.1.2026");

        assertThat(office.find()).isOne();
        assertThat(office.review().daysAfterDue()).as("from the old term").isEqualTo(65);
        assertThat(office.review().relief()).isEqualTo("NONE");
    }

    @Test
    @DisplayName("D11: what the plan does not cover is dunned though the plan is kept")
    void instalmentOutsideThePlanIsDunned() {
        ledger.charge("FN.3120.1.2026", "500.00", "400.00");
        granted("DEFERRAL", "1", "2026-09-15");

        assertThat(office.on("2026-06-01").find()).isOne();
        assertThat(office.review().arrears()).isEqualTo(400);
        assertThat(office.review().relief()).isEqualTo("NONE");
    }

    @Test
    @DisplayName("D11: until the application is decided the office waits (house rule)")
    void applicationThatIsNotDecidedKeepsTheUpomnienieBack() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        reliefs.asks("FN.3150.1.2026", "FN.3120.1.2026", "DEFERRAL", null, "2026-03-20");
        assertThat(office.on("2026-04-15").find()).isZero();

        reliefs.refuse("FN.3150.1.2026");

        assertThat(office.find()).isOne();
    }

    @Test
    void planGrantedAfterTheUpomnienieStopsTheRoundAndKeepsItsCost() {
        ledger.chargeOn("FN.3120.1.2026", LocalDate.of(2026, 3, 16), "500.00");
        office.on("2026-04-01").find();
        office.dunned("2026-04-02");
        ledger.takeIn(
                LedgerFixture.credit("REF-1", ledger.account("FN.3120.1.2026"), "100.00", LocalDate.of(2026, 3, 31)));

        granted("INSTALMENTS", null, "2026-05-15");

        assertThat(ledger.messages("ArrearsChanged"))
                .extracting(message -> message.externalId())
                .containsExactly(
                        office.dunningId() + "-relief-FN.3150.1.2026-APPLIED-0",
                        office.dunningId() + "-relief-FN.3150.1.2026-GRANTED-0");
        ReviewArrears.Output today = office.review();
        assertThat(today.relief()).isEqualTo("KEPT");
        assertThat(today.arrears()).isZero();
        assertThat(today.costsLeft()).as("its due is not paid, only put off").isEqualTo(16);
    }

    private void granted(String kind, String instalments, String firstTerm) {
        reliefs.asks("FN.3150.1.2026", "FN.3120.1.2026", kind, instalments, "2026-03-10");
        reliefs.plan("FN.3150.1.2026", firstTerm, 2, null);
        reliefs.grant("FN.3150.1.2026", "2026-03-10");
    }
}
