package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.law.Limitation.Suspension;

/**
 * How a receivable stands as to reliefs in paying (OP art. 67a): while one is asked for or kept, nobody is dunned, and
 * limitation rests (LIM-01).
 */
@Repository
public class Reliefs {

    /** Whether somebody may be dunned for the receivable. */
    public enum Standing {
        /** No relief, or what there was is over: dunning goes on. */
        NONE,
        /** Asked for and not decided yet. */
        PENDING,
        /** New terms are set and none was missed so far. */
        GRANTED
    }

    private final JdbcClient jdbc;

    Reliefs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the receivable stands now. A missed term that is not paid yet ends the shelter (OP art. 259 §1). */
    public Standing of(String receivableId) {
        List<String> open =
                jdbc.sql("""
                select r.status from ledger.relief r
                where r.receivable_id = ? and (r.status = 'PENDING'
                    or r.status = 'GRANTED' and exists (
                        select from ledger.instalment i where i.relief_id = r.id and i.paid + i.written_off < i.amount)
                    and not exists (
                        select from ledger.relief_term t
                        join ledger.relief_piece p on p.relief_id = t.relief_id and p.number = t.number
                        join ledger.instalment i on i.receivable_id = r.receivable_id and i.number = p.origin
                        where t.relief_id = r.id and t.lapsed_on is not null and i.paid + i.written_off < i.amount))
                """).param(receivableId).query(String.class).list();
        if (open.contains("PENDING")) {
            return Standing.PENDING;
        }
        return open.isEmpty() ? Standing.NONE : Standing.GRANTED;
    }

    /** What of the instalment is to be paid on terms of a relief that is in force, zł. */
    public BigDecimal covered(String receivableId, int instalment) {
        return jdbc.sql("""
                select coalesce(sum(i.amount - i.paid - i.written_off), 0) from ledger.instalment i
                join ledger.relief r on r.id = i.relief_id
                where r.status = 'GRANTED' and i.receivable_id = ? and i.kind = 'TAX'
                  and ledger.root_instalment(i.receivable_id, i.number) = ?
                """)
                .params(receivableId, instalment)
                .query(BigDecimal.class)
                .single();
    }

    /** Whether a relief was asked for the instalment and is not decided yet. */
    public boolean asked(String receivableId, int instalment) {
        return jdbc.sql("""
                select exists (select from ledger.relief r join ledger.relief_due d on d.relief_id = r.id
                where r.status = 'PENDING' and r.receivable_id = ? and d.instalment_number = ?)
                """)
                .params(receivableId, instalment)
                .query(Boolean.class)
                .single();
    }

    /**
     * When limitation of the instalment rests: from the decision to the last new term (OP art. 70 §2 pkt 1). A relief rests
     * only the instalments it names.
     */
    public List<Suspension> suspensions(String receivableId, int instalment) {
        record Row(LocalDate fromOn, LocalDate toOn) {}
        return jdbc
                .sql("""
                select r.decided_on as from_on, max(t.due_on) as to_on
                from ledger.relief r join ledger.relief_term t on t.relief_id = r.id
                where r.receivable_id = :receivable and r.status in ('GRANTED', 'KEPT', 'LAPSED')
                  and r.decided_on is not null and exists (select from ledger.relief_due d where d.relief_id = r.id
                    and ledger.root_instalment(r.receivable_id, d.instalment_number)
                      = ledger.root_instalment(r.receivable_id, :number))
                group by r.id, r.decided_on order by r.decided_on
                """)
                .param("receivable", receivableId)
                .param("number", instalment)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Suspension(row.fromOn(), row.toOn()))
                .toList();
    }
}
