package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.ReducedRate;

/**
 * Half the rate for who corrects a declared tax himself and pays it within seven days (INT-03, OP art. 56a §1). The
 * statute wants the whole arrear paid in these days; house rule UR-31: in one transfer, which covers it with costs.
 */
@Component
class ReducedRates {

    private final JdbcClient jdbc;
    private final StatutoryCalendar calendar;

    ReducedRates(JdbcClient jdbc, StatutoryCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** A correction whose seven days are open on a day. */
    record Open(String receivableId, LocalDate declarationDeadline, LocalDate filedOn, LocalDate reducedUntil) {}

    @EventListener
    @Transactional
    public void corrected(CaseFact.CorrectionAccepted fact) {
        LocalDate until = ReducedRate.until(
                        true, fact.declarationDeadline(), fact.filedOn(), false, fact.afterVerification(), calendar)
                .orElse(null);
        jdbc.sql("""
                insert into ledger.declaration_correction (case_number, assessment_id, declaration_deadline, filed_on,
                        after_verification, reduced_until)
                values (?, ?, ?, ?, ?, ?) on conflict (case_number, assessment_id) do nothing
                """)
                .params(
                        fact.caseNumber(),
                        fact.assessmentId(),
                        fact.declarationDeadline(),
                        fact.filedOn(),
                        fact.afterVerification(),
                        until)
                .update();
    }

    /**
     * A correction raised a tax that was charged before: its arrear earns the reduced rate from now on, what was paid late
     * before does not.
     */
    void passOn(String correctingCase, String correctingAssessment, String chargedCase, String chargedAssessment) {
        jdbc.sql("""
                insert into ledger.declaration_correction (case_number, assessment_id, declaration_deadline, filed_on,
                        after_verification, reduced_until, paid_from)
                select :case, :assessment, declaration_deadline, filed_on, after_verification, reduced_until, filed_on
                from ledger.declaration_correction where case_number = :from and assessment_id = :fromAssessment
                on conflict (case_number, assessment_id) do update set
                    declaration_deadline = excluded.declaration_deadline, filed_on = excluded.filed_on,
                    after_verification = excluded.after_verification, reduced_until = excluded.reduced_until,
                    paid_from = excluded.paid_from
                """)
                .param("case", chargedCase)
                .param("assessment", chargedAssessment)
                .param("from", correctingCase)
                .param("fromAssessment", correctingAssessment)
                .update();
    }

    /** Of the receivables of the account. */
    List<Open> open(String account, LocalDate day) {
        return jdbc.sql("""
                select r.id as receivable_id, c.declaration_deadline, c.filed_on, c.reduced_until
                from ledger.receivable r join ledger.declaration_correction c
                    on c.case_number = r.case_number and c.assessment_id = r.assessment_id
                where r.account = ? and r.regime = 'SELF' and r.balance > 0 and c.reduced_until >= ?
                  and (c.paid_from is null or c.paid_from <= ?)
                order by c.reduced_until
                """).params(account, day, day).query(Open.class).list();
    }

    /** Whether the money covers all that is overdue on these receivables, so that the reduced rate is earned. */
    boolean earned(List<Open> open, BigDecimal money, BigDecimal costs, List<Due> dues, LocalDate paidOn) {
        List<String> ids = open.stream().map(Open::receivableId).toList();
        BigDecimal arrear = dues.stream()
                .filter(due -> ids.contains(due.receivableId()) && due.dueOn().isBefore(paidOn))
                .map(Due::owed)
                .reduce(costs, BigDecimal::add);
        return money.compareTo(arrear) >= 0;
    }

    /** Marks what is paid at half the rate, for the pages. */
    void mark(List<Open> open, LocalDate paidOn) {
        open.forEach(each -> jdbc.sql("update ledger.instalment set reduced_rate = true where receivable_id = ?"
                        + " and due_on < ? and paid + written_off < amount and kind = 'TAX'")
                .params(each.receivableId(), paidOn)
                .update());
    }

    /** Why the rate is what it is. */
    static Optional<String> sentence(List<Open> open, boolean earned) {
        return open.stream()
                .findFirst()
                .map(each -> earned
                        ? "Stawkę odsetek obniżono o połowę: korektę deklaracji złożono %s, nie później niż 6 miesięcy po terminie złożenia deklaracji (%s), a całą zaległość zapłacono w 7 dni, do %s (INT-03, art. 56a § 1 Ordynacji podatkowej)."
                                .formatted(
                                        Zloty.day(each.filedOn()),
                                        Zloty.day(each.declarationDeadline()),
                                        Zloty.day(each.reducedUntil()))
                        : "Stawka odsetek nie jest obniżona: wpłata nie pokrywa całej zaległości z korekty deklaracji z %s (INT-03, art. 56a § 1 Ordynacji podatkowej)."
                                .formatted(Zloty.day(each.filedOn())));
    }
}
