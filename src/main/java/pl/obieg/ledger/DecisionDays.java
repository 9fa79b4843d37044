package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;

/** When decisions were issued: the term of a refund counts from the one that changed the tax (OVP-02, OP art. 77 §1 pkt 1). */
@Component
class DecisionDays {

    private final JdbcClient jdbc;

    DecisionDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional
    public void issued(CaseFact.LetterIssued fact) {
        if (fact.kind() == OfficeLetters.Kind.DECISION && fact.number() != null) {
            jdbc.sql("insert into ledger.decision_issued values (?, ?) on conflict do nothing")
                    .params(fact.number(), fact.issuedOn())
                    .update();
        }
    }

    /** The first decision that made an overpayment on the account since the last one was dealt with. */
    Optional<LocalDate> ofOverpayment(String account) {
        return jdbc.sql("""
                select min(d.issued_on) from ledger.correction c
                join ledger.receivable r on r.id = c.receivable_id
                join ledger.decision_issued d on d.number = c.decision_number
                where r.account = :account and c.overpaid > 0 and c.new_amount < c.old_amount
                  and c.corrected_at >= coalesce((select max(o.closed_on) from ledger.overpayment o
                    where o.account = :account), date '1900-01-01')
                """).param("account", account).query(LocalDate.class).optional();
    }
}
