package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.CaseFact.ReliefStanding;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.ReliefRegister.Kind;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.ReliefRegister.Status;
import pl.obieg.ledger.law.BrokenRelief;
import pl.obieg.ledger.law.BrokenRelief.Lapse;
import pl.obieg.ledger.law.BrokenRelief.State;
import pl.obieg.ledger.law.BrokenRelief.Term;
import pl.obieg.process.Reasons;

/**
 * Lets reliefs lapse as {@link BrokenRelief} says (OP art. 259). What a lapsed term took over goes back to the instalment
 * it came from, with its old due date and interest; the interest and fee of the term fall away. Runs in the caller's
 * transaction, with the account locked.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class BrokenTerms {

    /** Case of a reason and subject of its sentence. */
    static final String TITLE = "Wygaśnięcie ulgi";

    private final JdbcClient jdbc;
    private final ReliefRegister register;
    private final Payments payments;
    private final Reasons reasons;

    BrokenTerms(JdbcClient jdbc, ReliefRegister register, Payments payments, Reasons reasons) {
        this.jdbc = jdbc;
        this.register = register;
        this.payments = payments;
        this.reasons = reasons;
    }

    /**
     * What lapsed.
     *
     * @param freed payments of which a part counts no more and that are to be set anew
     * @param facts to be told when they are
     */
    record Broken(List<String> freed, List<CaseFact.ReliefChanged> facts) {}

    private record Standing(int number, LocalDate dueOn, boolean missed, boolean open) {

        Term term() {
            return new Term(number, dueOn, missed ? State.MISSED : open ? State.OPEN : State.PAID);
        }
    }

    /** @param day the first day that is too late for a term before it */
    Broken lapse(PayerAccount account, LocalDate day) {
        List<String> freed = new ArrayList<>();
        List<CaseFact.ReliefChanged> facts = new ArrayList<>();
        for (Relief relief : register.withOpenTerms(account.account())) {
            List<Lapse> lapses = BrokenRelief.on(day, terms(relief.id()));
            if (!lapses.isEmpty()) {
                facts.add(lapse(relief, account, lapses, day, freed));
            }
        }
        return new Broken(freed.stream().distinct().toList(), facts);
    }

    private List<Term> terms(String reliefId) {
        return jdbc.sql("""
                select t.number, t.due_on, t.lapse_ground = 'MISSED' is true as missed,
                    exists (select from ledger.instalment i where i.relief_id = t.relief_id
                        and i.relief_term = t.number and i.paid + i.written_off < i.amount) as open
                from ledger.relief_term t where t.relief_id = ? order by t.due_on, t.number
                """).param(reliefId).query(Standing.class).list().stream()
                .map(Standing::term)
                .toList();
    }

    private CaseFact.ReliefChanged lapse(
            Relief relief, PayerAccount account, List<Lapse> lapses, LocalDate day, List<String> freed) {
        boolean deferral = relief.kind() == Kind.DEFERRAL;
        List<String> sentences = ReliefSentences.lapsed(deferral, lapses);
        for (Lapse lapse : lapses) {
            String reason = ReliefSentences.lapsed(deferral, List.of(lapse)).get(0);
            freed.addAll(giveBack(relief, lapse.term().number(), reason));
            register.lapsed(relief.id(), lapse.term().number(), day, lapse.ground());
        }
        boolean over = !register.hasOpenTerms(relief.id());
        register.status(relief.id(), over ? Status.LAPSED : Status.GRANTED);
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Sprawa o ulgę", relief.caseNumber());
        lapses.forEach(lapse -> inputs.put(
                "Termin nr " + lapse.term().number(), Zloty.day(lapse.term().dueOn())));
        reasons.keep(account.caseNumber(), relief.id(), TITLE, inputs, sentences);
        reasons.keep(relief.caseNumber(), relief.id(), TITLE, inputs, sentences);
        return new CaseFact.ReliefChanged(
                account.caseNumber(),
                relief.receivableId(),
                relief.caseNumber(),
                over ? ReliefStanding.LAPSED : ReliefStanding.TERM_LAPSED,
                register.lapsedTerms(relief.id()),
                String.join(" ", sentences),
                day);
    }

    private List<String> giveBack(Relief relief, int term, String reason) {
        List<String> freed = payments.release(relief.receivableId(), relief.id(), term, reason);
        jdbc.sql("""
                update ledger.receivable r set charged = r.charged - x.amount, balance = r.balance - x.amount
                from (select coalesce(sum(amount), 0) as amount from ledger.instalment
                    where relief_id = :relief and relief_term = :term and origin is null) x
                where r.id = :receivable
                """)
                .param("relief", relief.id())
                .param("term", term)
                .param("receivable", relief.receivableId())
                .update();
        jdbc.sql("""
                update ledger.instalment o set amount = o.amount + p.amount
                from ledger.instalment p
                where p.relief_id = ? and p.relief_term = ? and o.receivable_id = p.receivable_id and o.number = p.origin
                """).params(relief.id(), term).update();
        jdbc.sql("update ledger.instalment set amount = 0 where relief_id = ? and relief_term = ?")
                .params(relief.id(), term)
                .update();
        return freed;
    }
}
