package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.ReliefRegister.Term;

/**
 * What new terms do to a receivable. What an instalment still owed moves to rows of the new terms, with the interest that
 * stopped and the prolongation fee in rows of their own (OP art. 49 §1); what becomes of missed terms is in {@link
 * BrokenTerms}. Runs in the caller's transaction, with the account locked.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReliefPlans {

    private final JdbcClient jdbc;
    private final ReliefRegister register;

    ReliefPlans(JdbcClient jdbc, ReliefRegister register) {
        this.jdbc = jdbc;
        this.register = register;
    }

    /** A relief that is kept from now on. */
    record Kept(String caseNumber, String receivableId, int lapsedTerms) {}

    /** Puts the new terms in place of what is still owed on the instalments. */
    void apply(Relief relief) {
        for (Term term : register.terms(relief.id())) {
            BigDecimal planned = BigDecimal.ZERO;
            BigDecimal moved = BigDecimal.ZERO;
            for (Map.Entry<Integer, BigDecimal> piece :
                    register.pieces(relief.id(), term.number()).entrySet()) {
                planned = planned.add(piece.getValue());
                moved = moved.add(move(relief, term, piece.getKey(), piece.getValue()));
            }
            // What was paid since the plan was drawn needs no new term and took its share of interest (OP art. 55 §2).
            if (moved.signum() > 0) {
                add(relief, term, "INTEREST", share(term.interest(), moved, planned));
                add(relief, term, "FEE", share(term.fee(), moved, planned));
            }
        }
    }

    private static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal of) {
        return part.compareTo(of) == 0 ? whole : whole.multiply(part).divide(of, 0, RoundingMode.HALF_UP);
    }

    private BigDecimal move(Relief relief, Term term, int origin, BigDecimal principal) {
        BigDecimal open = jdbc.sql(
                        "select amount - paid - written_off from ledger.instalment where receivable_id = ? and number = ?")
                .params(relief.receivableId(), origin)
                .query(BigDecimal.class)
                .single();
        BigDecimal moved = principal.min(open);
        if (moved.signum() > 0) {
            jdbc.sql("update ledger.instalment set amount = amount - ? where receivable_id = ? and number = ?")
                    .params(moved, relief.receivableId(), origin)
                    .update();
            String kind = jdbc.sql("select kind from ledger.instalment where receivable_id = ? and number = ?")
                    .params(relief.receivableId(), origin)
                    .query(String.class)
                    .single();
            insert(relief, term, kind, moved, origin);
        }
        return moved;
    }

    private void add(Relief relief, Term term, String kind, BigDecimal amount) {
        if (amount.signum() > 0) {
            insert(relief, term, kind, amount, null);
            jdbc.sql("update ledger.receivable set charged = charged + ?, balance = balance + ? where id = ?")
                    .params(amount, amount, relief.receivableId())
                    .update();
        }
    }

    private void insert(Relief relief, Term term, String kind, BigDecimal amount, Integer origin) {
        jdbc.sql("""
                insert into ledger.instalment (receivable_id, number, calendar_on, due_on, amount, kind, relief_id,
                        relief_term, origin)
                select ?, max(number) + 1, ?, ?, ?, ?, ?, ?, ? from ledger.instalment where receivable_id = ?
                """)
                .params(
                        relief.receivableId(),
                        term.dueOn(),
                        term.dueOn(),
                        amount,
                        kind,
                        relief.id(),
                        term.number(),
                        origin,
                        relief.receivableId())
                .update();
    }

    /** Reliefs of the account of which nothing is left to pay are kept from now on. */
    List<Kept> kept(String account) {
        return jdbc.sql("""
                update ledger.relief r set status = 'KEPT'
                from ledger.receivable d
                where d.id = r.receivable_id and d.account = ? and r.status = 'GRANTED'
                    and r.kind in ('DEFERRAL', 'INSTALMENTS')
                    and exists (select from ledger.instalment i where i.relief_id = r.id)
                    and not exists (select from ledger.instalment i where i.relief_id = r.id and i.paid + i.written_off < i.amount)
                returning r.case_number, r.receivable_id, (select count(*) from ledger.relief_term t
                    where t.relief_id = r.id and t.lapsed_on is not null) as lapsed_terms
                """).param(account).query(Kept.class).list();
    }

    /** After payments were set anew a term that was paid may be open again: then the relief is in force again. */
    void openAgain(String account) {
        jdbc.sql("""
                update ledger.relief r set status = 'GRANTED' from ledger.receivable d
                where d.id = r.receivable_id and d.account = ? and r.status = 'KEPT' and exists (
                    select from ledger.instalment i where i.relief_id = r.id and i.paid + i.written_off < i.amount)
                """).param(account).update();
    }

    /** Terms that are still to be paid, the next one first. */
    List<LocalDate> openTerms(String reliefId) {
        return jdbc.sql(
                        "select distinct due_on from ledger.instalment where relief_id = ? and paid + written_off < amount order by 1")
                .param(reliefId)
                .query(LocalDate.class)
                .list();
    }

    /** How many terms were missed. */
    int missedTerms(String reliefId) {
        return jdbc.sql("select count(*) from ledger.relief_term where relief_id = ? and lapse_ground = 'MISSED'")
                .param(reliefId)
                .query(Integer.class)
                .single();
    }
}
