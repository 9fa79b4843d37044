package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.Debts;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.process.Reasons;

/**
 * Costs of upomnienia: they arise on delivery (ARR-04) and lapse with the due they concern, of several the last one
 * (ARR-06).
 */
@Component
class DunningCosts {

    private static final String TITLE = "Koszty upomnienia";

    private final JdbcClient jdbc;
    private final Debts debts;
    private final Reasons reasons;
    private final OfficeClock clock;

    DunningCosts(JdbcClient jdbc, Debts debts, Reasons reasons, OfficeClock clock) {
        this.jdbc = jdbc;
        this.debts = debts;
        this.reasons = reasons;
        this.clock = clock;
    }

    /** @return the cost's id; {@code null} if nothing was overdue any more when the upomnienie was delivered */
    String arise(Dunning dunning, String caseNumber, List<Due> overdue, LocalDate deliveredOn) {
        if (overdue.isEmpty()) {
            return null;
        }
        Due last = overdue.get(overdue.size() - 1);
        String id = debts.chargeUpomnienie(last.receivableId(), deliveredOn);
        reasons.keep(
                caseNumber,
                dunning.id(),
                TITLE,
                Map.of("Dzień doręczenia upomnienia", Zloty.day(deliveredOn)),
                List.of("Koszty upomnienia stały się należne z dniem jego doręczenia (ARR-01, ARR-04; art. 15 § 2"
                        + " ustawy o postępowaniu egzekucyjnym w administracji)."));
        return id;
    }

    /** All dues were paid on a day before the delivery, so no cost was owed. */
    void lapseIfPaidBeforeDelivery(Dunning dunning) {
        if (dunning.costId() == null) {
            return;
        }
        boolean paidBefore = jdbc.sql("""
                select coalesce(max(p.paid_on) < :delivered, false)
                from ledger.allocation a join ledger.payment p on p.id = a.payment_id
                join ledger.dunning_due x on x.receivable_id = a.receivable_id
                  and x.instalment_number = a.instalment_number
                where x.dunning_id = :id and a.reversed_at is null
                """)
                .param("delivered", dunning.deliveredOn())
                .param("id", dunning.id())
                .query(Boolean.class)
                .single();
        if (paidBefore) {
            lapse(
                    dunning,
                    "Całą zaległość zapłacono przed doręczeniem upomnienia, dlatego jego koszty nie są należne"
                            + " (ARR-04, ARR-06; art. 15 § 2 i 3c ustawy o postępowaniu egzekucyjnym w administracji).");
        }
    }

    /** @param reason Polish sentence with the rule */
    void lapse(Dunning dunning, String reason) {
        int lapsed = jdbc.sql("update ledger.collection_cost set lapsed_on = ?"
                        + " where id = ? and lapsed_on is null and paid < amount")
                .params(clock.today(), dunning.costId())
                .update();
        if (lapsed == 1) {
            reasons.keep(dunning.caseNumber(), dunning.id(), TITLE, Map.of(), List.of(reason));
        }
    }
}
