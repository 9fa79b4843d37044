package pl.obieg.ledger.dunning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.Zloty;
import pl.obieg.process.Reasons;

/**
 * House rule UR-11: what is left of the cost of an upomnienie after its dues were paid goes to the account of the next year's
 * tax of the same taxpayers, since nobody enforces it alone (D12). A cost that was paid in part stays where its payment is.
 */
@Component
class Remainders {

    private final JdbcClient jdbc;
    private final Reasons reasons;

    Remainders(JdbcClient jdbc, Reasons reasons) {
        this.jdbc = jdbc;
        this.reasons = reasons;
    }

    private record Carried(String id, BigDecimal amount, String fromCase) {}

    /** A tax of a later year was charged. */
    @EventListener
    @Transactional
    public void charged(CaseFact.TaxCharged fact) {
        List<Carried> carried = jdbc.sql("""
                update ledger.collection_cost c set receivable_id = :to
                from ledger.receivable o
                where o.id = c.receivable_id and o.account <> :account and o.tax_year < :year and o.balance = 0
                  and c.lapsed_on is null and c.paid = 0
                  and o.account in (select p.account from ledger.payer_account_party p where p.party_id in (:parties))
                  and exists (select from ledger.dunning d where d.cost_id = c.id)
                  and not exists (select from ledger.dunning d where d.cost_id = c.id and d.closed_on is null)
                  and (select array_agg(p.party_id order by p.party_id) from ledger.receivable_party p
                       where p.receivable_id = o.id)
                    = (select array_agg(p.party_id order by p.party_id) from ledger.receivable_party p
                       where p.receivable_id = :to)
                returning c.id, c.amount, o.case_number as from_case
                """)
                .param("to", fact.receivableId())
                .param("account", fact.account())
                .param("year", fact.taxYear())
                .param("parties", fact.partyIds().isEmpty() ? List.of("") : fact.partyIds())
                .query(Carried.class)
                .list();
        for (Carried cost : carried) {
            reasons.keep(
                    fact.caseNumber(),
                    cost.id(),
                    "Koszty upomnienia",
                    Map.of("Sprawa, w której powstały", cost.fromCase()),
                    List.of(
                            "Resztę kosztów upomnienia %s przeniesiono ze sprawy %s, w której podatek już zapłacono (UR-11)."
                                    .formatted(Zloty.text(cost.amount()), cost.fromCase())));
        }
    }
}
