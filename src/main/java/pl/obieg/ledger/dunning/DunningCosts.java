package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.Debts;
import pl.obieg.ledger.PayerAccounts;
import pl.obieg.ledger.Settlement;
import pl.obieg.ledger.Zloty;
import pl.obieg.process.Reasons;

/**
 * Costs of upomnienia: they arise on delivery (ARR-04) and lapse with the due they concern, of several the last one
 * (ARR-06).
 */
@Component
class DunningCosts {

    private static final String TITLE = "Koszty upomnienia";

    private final JdbcClient jdbc;
    private final Dunnings dunnings;
    private final Debts debts;
    private final PayerAccounts accounts;
    private final Settlement settlement;
    private final Reasons reasons;
    private final OfficeClock clock;

    DunningCosts(
            JdbcClient jdbc,
            Dunnings dunnings,
            Debts debts,
            PayerAccounts accounts,
            Settlement settlement,
            Reasons reasons,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.dunnings = dunnings;
        this.debts = debts;
        this.accounts = accounts;
        this.settlement = settlement;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * The receipt is often entered days after the delivery. What was owed is judged by what had been paid before that day,
     * and payments from that day on cover the cost first.
     *
     * @return the cost's id; {@code null} if nothing was overdue any more when the upomnienie was delivered
     */
    String arise(Dunning dunning, String caseNumber, LocalDate deliveredOn) {
        Optional<String> receivable = dunnings.owedBefore(dunning.id(), deliveredOn);
        if (receivable.isEmpty()) {
            return null;
        }
        String id = debts.chargeUpomnienie(receivable.get(), deliveredOn);
        reasons.keep(
                caseNumber,
                dunning.id(),
                TITLE,
                Map.of("Dzień doręczenia upomnienia", Zloty.day(deliveredOn)),
                List.of("Koszty upomnienia stały się należne z dniem jego doręczenia (ARR-01, ARR-04; art. 15 § 2"
                        + " ustawy o postępowaniu egzekucyjnym w administracji)."));
        settlement.settleAnewFrom(
                accounts.byNrb(dunning.account()).orElseThrow(),
                deliveredOn,
                "Koszty upomnienia doręczonego %s pokrywa się z wpłat od tego dnia przed innymi należnościami (art. 62 § 1a Ordynacji podatkowej)."
                        .formatted(Zloty.day(deliveredOn)));
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
            cancel(
                    dunning,
                    "Całą zaległość zapłacono przed doręczeniem upomnienia, dlatego jego koszty nie są należne"
                            + " (ARR-04, ARR-06; art. 15 § 2 i 3c ustawy o postępowaniu egzekucyjnym w administracji).");
        }
    }

    /**
     * The cost was never owed: also what was paid on it goes where it belongs.
     *
     * @param reason Polish sentence with the rule
     */
    void cancel(Dunning dunning, String reason) {
        boolean paid = dunning.costId() != null
                && jdbc.sql("select exists (select from ledger.collection_cost where id = ? and paid > 0)")
                        .param(dunning.costId())
                        .query(Boolean.class)
                        .single();
        int lapsed = jdbc.sql("update ledger.collection_cost set lapsed_on = ? where id = ? and lapsed_on is null")
                .params(clock.today(), dunning.costId())
                .update();
        if (lapsed == 1) {
            reasons.keep(dunning.caseNumber(), dunning.id(), TITLE, Map.of(), List.of(reason));
            if (paid) {
                settlement.settleAnew(accounts.byNrb(dunning.account()).orElseThrow(), reason);
            }
        }
    }

    /**
     * What was not paid of the cost is not owed any more.
     *
     * @param reason Polish sentence with the rule
     */
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
