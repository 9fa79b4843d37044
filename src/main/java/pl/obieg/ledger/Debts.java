package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.law.Allocation.Cost;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.Arrear;
import pl.obieg.ledger.law.Arrear.FreeSpan;
import pl.obieg.ledger.law.Interest;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;

/** What is owed on an account on a day: instalments with their interest (D09) and costs of upomnienia. */
@Repository
public class Debts {

    private static final String OPEN_DUES = """
            select i.receivable_id, i.number, i.due_on, i.amount - i.paid - i.written_off as open, i.kind,
                ? and r.regime = 'SELF' and exists (select from ledger.declaration_correction c
                    where c.case_number = r.case_number and c.assessment_id = r.assessment_id
                      and c.reduced_until >= ? and (c.paid_from is null or c.paid_from <= ?)) as reduced_rate
            from ledger.instalment i join ledger.receivable r on r.id = i.receivable_id
            where r.account = ? and i.paid + i.written_off < i.amount
            order by i.due_on, i.receivable_id, i.number
            """;

    private static final String OPEN_COSTS = """
            select c.id, c.receivable_id, c.arisen_on, c.amount - c.paid as open
            from ledger.collection_cost c join ledger.receivable r on r.id = c.receivable_id
            where r.account = ? and c.arisen_on <= ? and c.paid < c.amount and c.lapsed_on is null
            order by c.arisen_on, c.id
            """;

    private final JdbcClient jdbc;
    private final LegalFigures law;
    private final LimitationTerms limitation;

    Debts(JdbcClient jdbc, LegalFigures law, LimitationTerms limitation) {
        this.jdbc = jdbc;
        this.law = law;
        this.limitation = limitation;
    }

    private record OpenInstalment(
            String receivableId, int number, LocalDate dueOn, BigDecimal open, String kind, boolean reducedRate) {}

    private record Span(String receivableId, Integer instalmentNumber, LocalDate fromOn, LocalDate toOn, String basis) {

        boolean concerns(OpenInstalment due) {
            return receivableId.equals(due.receivableId())
                    && (instalmentNumber == null || instalmentNumber == due.number());
        }
    }

    /** Sums in zł. */
    public record Owed(BigDecimal principal, BigDecimal interest, BigDecimal costs) {

        public BigDecimal total() {
            return principal.add(interest).add(costs);
        }
    }

    /** All that would have to be paid on the day for nothing to be left, future instalments included. */
    public Owed owed(String account, LocalDate day) {
        List<Due> dues = dues(account, day);
        return new Owed(
                dues.stream().map(Due::principal).reduce(BigDecimal.ZERO, BigDecimal::add),
                dues.stream().map(due -> due.interest().charged()).reduce(BigDecimal.ZERO, BigDecimal::add),
                costs(account, day).stream().map(Cost::open).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /**
     * Open instalments with the interest of the day: what has to be paid on the day if all is paid, so at half the rate while
     * the seven days after a correction are open (INT-03). What limitation had taken by the day is not owed any more, also
     * before it is written off (LIM-01, OP art. 59 §1 pkt 9).
     */
    public List<Due> dues(String account, LocalDate day) {
        return dues(OPEN_DUES, account, day, true, false);
    }

    /** As {@link #dues} with what limitation has taken and nobody wrote off yet. */
    public List<Due> duesWithExpired(String account, LocalDate day) {
        return dues(OPEN_DUES, account, day, true, true);
    }

    /** Whether something was open on the account that limitation had taken by the day. */
    boolean anyExpired(String account, LocalDate day) {
        return open(OPEN_DUES, account, day, true).stream()
                .anyMatch(due -> limitation.passed(due.receivableId(), due.number(), due.dueOn(), day));
    }

    /** Open costs of upomnienia delivered by the day; they lapse with the last due they concern (ARR-06). */
    public List<Cost> costs(String account, LocalDate day) {
        return costs(OPEN_COSTS, account, day);
    }

    /** As {@link #dues}, held until the end of the transaction. */
    List<Due> lockDues(String account, LocalDate day) {
        return lockDues(account, day, true);
    }

    /** @param reduced whether the reduced rate is earned, where a correction gives it */
    List<Due> lockDues(String account, LocalDate day, boolean reduced) {
        return dues(OPEN_DUES + " for update of i, r", account, day, reduced, false);
    }

    /** As {@link #costs}, held until the end of the transaction. */
    List<Cost> lockCosts(String account, LocalDate day) {
        return costs(OPEN_COSTS + " for update of c", account, day);
    }

    private List<Cost> costs(String sql, String account, LocalDate day) {
        return jdbc.sql(sql).params(account, day).query(Cost.class).list().stream()
                .filter(cost -> !allExpired(cost.id(), day))
                .toList();
    }

    /** Whether limitation has taken all that is open of the dues the cost concerns. */
    private boolean allExpired(String costId, LocalDate day) {
        record Open(String receivableId, int number, LocalDate dueOn) {}
        List<Open> open = jdbc.sql("""
                select distinct i.receivable_id, i.number, i.due_on from ledger.dunning d
                join ledger.dunning_due x on x.dunning_id = d.id
                join ledger.instalment i on i.receivable_id = x.receivable_id
                  and ledger.root_instalment(i.receivable_id, i.number) = x.instalment_number
                where d.cost_id = ? and i.paid + i.written_off < i.amount
                """).param(costId).query(Open.class).list();
        return !open.isEmpty()
                && open.stream().allMatch(due -> limitation.passed(due.receivableId(), due.number(), due.dueOn(), day));
    }

    /** An upomnienie was delivered: its cost is owed from that day (ARR-01, ARR-04). */
    public String chargeUpomnienie(String receivableId, LocalDate deliveredOn) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into ledger.collection_cost (id, receivable_id, amount, arisen_on) values (?, ?, ?, ?)")
                .params(id, receivableId, law.on(deliveredOn, Figure.KOSZT_UPOMNIENIA), deliveredOn)
                .update();
        return id;
    }

    /** As {@link #stopInterest(String, FreeSpan)}, on one instalment only. */
    void stopInterest(String receivableId, int instalment, FreeSpan span) {
        jdbc.sql("insert into ledger.interest_free_span (receivable_id, instalment_number, from_on, to_on, basis)"
                        + " values (?, ?, ?, ?, ?)")
                .params(receivableId, instalment, span.from(), span.to(), span.basis())
                .update();
    }

    /** No interest runs on the receivable on these days (INT-05); {@code to} of the span may be open. */
    public void stopInterest(String receivableId, FreeSpan span) {
        jdbc.sql("insert into ledger.interest_free_span (receivable_id, from_on, to_on, basis) values (?, ?, ?, ?)")
                .params(receivableId, span.from(), span.to(), span.basis())
                .update();
    }

    /** Interest on an amount that was owed on the instalment, up to the day, full zł. */
    BigDecimal interestOf(String receivableId, int number, BigDecimal principal, LocalDate day) {
        record Row(String account, LocalDate dueOn, boolean reducedRate) {}
        Row row = jdbc.sql("select r.account, i.due_on, i.reduced_rate from ledger.instalment i"
                        + " join ledger.receivable r on r.id = i.receivable_id where r.id = ? and i.number = ?")
                .params(receivableId, number)
                .query(Row.class)
                .single();
        OpenInstalment due = new OpenInstalment(receivableId, number, row.dueOn(), principal, "TAX", row.reducedRate());
        return interest(due, freeSpans(row.account()), day).charged();
    }

    private List<OpenInstalment> open(String sql, String account, LocalDate day, boolean reduced) {
        return jdbc.sql(sql)
                .params(reduced, day, day, account)
                .query(OpenInstalment.class)
                .list();
    }

    private List<Due> dues(String sql, String account, LocalDate day, boolean reduced, boolean expired) {
        List<OpenInstalment> open = open(sql, account, day, reduced);
        List<Span> free = freeSpans(account);
        return open.stream()
                .filter(each -> expired || !limitation.passed(each.receivableId(), each.number(), each.dueOn(), day))
                .map(each -> new Due(
                        each.receivableId(),
                        each.number(),
                        each.dueOn(),
                        each.open(),
                        interest(each, free, day),
                        each.kind()))
                .toList();
    }

    private Interest interest(OpenInstalment due, List<Span> spans, LocalDate day) {
        if (!day.isAfter(due.dueOn()) || !"TAX".equals(due.kind())) {
            return new Interest(List.of(), BigDecimal.ZERO, BigDecimal.ZERO);
        }
        List<FreeSpan> free = spans.stream()
                .filter(span -> span.concerns(due))
                .map(span -> new FreeSpan(span.fromOn(), span.toOn(), span.basis()))
                .toList();
        Arrear arrear =
                new Arrear(due.open(), due.dueOn(), due.reducedRate() ? Arrear.Rate.REDUCED : Arrear.Rate.BASIC, free);
        return Interest.of(arrear, day, law.rates(), law.on(day, Figure.ODSETKI_POMIJANE));
    }

    private List<Span> freeSpans(String account) {
        return jdbc.sql("select s.receivable_id, s.instalment_number, s.from_on, s.to_on, s.basis"
                        + " from ledger.interest_free_span s join ledger.receivable r on r.id = s.receivable_id"
                        + " where r.account = ?")
                .param(account)
                .query(Span.class)
                .list();
    }
}
