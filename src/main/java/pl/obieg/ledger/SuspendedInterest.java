package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.law.Arrear.FreeSpan;

/** Days without interest that are known before the tax of a case is charged (INT-05, OP art. 54 § 1 pkt 7). */
@Component
class SuspendedInterest {

    private final JdbcClient jdbc;
    private final Debts debts;

    SuspendedInterest(JdbcClient jdbc, Debts debts) {
        this.jdbc = jdbc;
        this.debts = debts;
    }

    private record Span(LocalDate fromOn, LocalDate toOn, String basis) {}

    @EventListener
    @Transactional
    public void suspended(CaseFact.InterestSuspended fact) {
        jdbc.sql("insert into ledger.suspended_interest (case_number, from_on, to_on, basis) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(fact.caseNumber(), fact.from(), fact.to(), fact.basis())
                .update();
    }

    /**
     * The case charges its tax: the receivable bears no interest on these days. Before its payments are set.
     *
     * @return Polish sentences; empty if there are no such days
     */
    List<String> charged(String caseNumber, String receivableId) {
        List<Span> spans = jdbc.sql("update ledger.suspended_interest set applied_to = ?"
                        + " where case_number = ? and applied_to is null returning from_on, to_on, basis")
                .params(receivableId, caseNumber)
                .query(Span.class)
                .list();
        spans.forEach(span -> debts.stopInterest(receivableId, new FreeSpan(span.fromOn(), span.toOn(), span.basis())));
        return spans.stream()
                .map(span -> "INT-05: od %s do %s nie nalicza się odsetek (%s)."
                        .formatted(Zloty.day(span.fromOn()), Zloty.day(span.toOn()), span.basis()))
                .toList();
    }
}
