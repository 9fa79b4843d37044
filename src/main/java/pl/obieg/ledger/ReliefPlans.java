package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.ReliefRegister.Status;
import pl.obieg.ledger.ReliefRegister.Term;

/**
 * What new terms do to a receivable. What an instalment still owed moves to rows of the new terms, with the interest that
 * stopped and the prolongation fee in rows of their own; a missed term gives its part back to the instalment it came
 * from, with the old due date and interest from then on, and its interest and fee fall away (OP art. 49 §2, art. 259 §1).
 * Runs in the caller's transaction, with the account locked.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReliefPlans {

    private record Missed(String reliefId, String receivableId, int term, LocalDate dueOn) {}

    private final JdbcClient jdbc;
    private final ReliefRegister register;
    private final Payments payments;

    ReliefPlans(JdbcClient jdbc, ReliefRegister register, Payments payments) {
        this.jdbc = jdbc;
        this.register = register;
        this.payments = payments;
    }

    /** Puts the new terms in place of what is still owed on the instalments. */
    void apply(Relief relief) {
        for (Term term : register.terms(relief.id())) {
            BigDecimal moved = BigDecimal.ZERO;
            for (Map.Entry<Integer, BigDecimal> piece :
                    register.pieces(relief.id(), term.number()).entrySet()) {
                moved = moved.add(move(relief, term, piece.getKey(), piece.getValue()));
            }
            // What was paid since the plan was drawn needs no new term, and costs none.
            if (moved.signum() > 0) {
                add(relief, term, "INTEREST", term.interest());
                add(relief, term, "FEE", term.fee());
            }
        }
    }

    private BigDecimal move(Relief relief, Term term, int origin, BigDecimal principal) {
        BigDecimal open = jdbc.sql("select amount - paid from ledger.instalment where receivable_id = ? and number = ?")
                .params(relief.receivableId(), origin)
                .query(BigDecimal.class)
                .single();
        BigDecimal moved = principal.min(open);
        if (moved.signum() > 0) {
            jdbc.sql("update ledger.instalment set amount = amount - ? where receivable_id = ? and number = ?")
                    .params(moved, relief.receivableId(), origin)
                    .update();
            insert(relief, term, "TAX", moved, origin);
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

    /**
     * Lets the relief lapse for each term of the account before the day that is not paid in full (OP art. 259 §1).
     *
     * @return payments of which a part counts no more and that are to be set anew
     */
    List<String> lapseMissed(String account, LocalDate day) {
        List<Missed> missed =
                jdbc.sql("""
                select distinct i.relief_id, i.receivable_id, i.relief_term as term, i.due_on
                from ledger.instalment i join ledger.receivable r on r.id = i.receivable_id
                where r.account = ? and i.relief_id is not null and i.due_on < ? and i.paid < i.amount
                order by i.due_on
                """).params(account, day).query(Missed.class).list();
        return missed.stream()
                .flatMap(each -> lapse(each, day).stream())
                .distinct()
                .toList();
    }

    private List<String> lapse(Missed missed, LocalDate day) {
        String sentence = ReliefSentences.lapsed(missed.term(), missed.dueOn());
        List<String> freed = payments.release(missed.receivableId(), missed.reliefId(), missed.term(), sentence);
        jdbc.sql("""
                update ledger.receivable r set charged = r.charged - x.amount, balance = r.balance - x.amount
                from (select coalesce(sum(amount), 0) as amount from ledger.instalment
                    where relief_id = :relief and relief_term = :term and kind <> 'TAX') x
                where r.id = :receivable
                """)
                .param("relief", missed.reliefId())
                .param("term", missed.term())
                .param("receivable", missed.receivableId())
                .update();
        jdbc.sql("""
                update ledger.instalment o set amount = o.amount + p.amount
                from ledger.instalment p
                where p.relief_id = ? and p.relief_term = ? and p.kind = 'TAX'
                    and o.receivable_id = p.receivable_id and o.number = p.origin
                """).params(missed.reliefId(), missed.term()).update();
        jdbc.sql("update ledger.instalment set amount = 0 where relief_id = ? and relief_term = ?")
                .params(missed.reliefId(), missed.term())
                .update();
        register.lapsed(missed.reliefId(), missed.term(), day);
        register.status(missed.reliefId(), standing(missed.reliefId()));
        return freed;
    }

    /** Lapsed as a whole only if no term is left to keep. */
    private Status standing(String reliefId) {
        return openTerms(reliefId).isEmpty() ? Status.LAPSED : Status.GRANTED;
    }

    /** Reliefs of the account of which nothing is left to pay are kept from now on. @return their case numbers */
    List<String> kept(String account) {
        return jdbc.sql("""
                update ledger.relief r set status = 'KEPT'
                from ledger.receivable d
                where d.id = r.receivable_id and d.account = ? and r.status = 'GRANTED'
                    and r.kind in ('DEFERRAL', 'INSTALMENTS')
                    and exists (select from ledger.instalment i where i.relief_id = r.id)
                    and not exists (select from ledger.instalment i where i.relief_id = r.id and i.paid < i.amount)
                returning r.case_number
                """).param(account).query(String.class).list();
    }

    /** Terms that are still to be paid, the next one first. */
    List<LocalDate> openTerms(String reliefId) {
        return jdbc.sql(
                        "select distinct due_on from ledger.instalment where relief_id = ? and paid < amount order by 1")
                .param(reliefId)
                .query(LocalDate.class)
                .list();
    }

    /** How many terms were missed. */
    int missedTerms(String reliefId) {
        return jdbc.sql("select count(*) from ledger.relief_term where relief_id = ? and lapsed_on is not null")
                .param(reliefId)
                .query(Integer.class)
                .single();
    }
}
