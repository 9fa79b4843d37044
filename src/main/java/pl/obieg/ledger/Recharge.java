package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Instalment;

/**
 * Brings the instalments of a receivable to another tax, also while a relief is in force or part was written off. House
 * rules where the statute says nothing:
 *
 * <ul>
 *   <li>The tax of a date of the tax act is what its instalments hold and what new terms took over from them.
 *   <li>Lowered: first the new terms give way, the last one first ({@link ReliefReduction}), then the instalments
 *       themselves; what was written off comes last, since the decision that remits it stays in force.
 *   <li>Raised: the decision on relief speaks of an amount, so the difference is outside of it and has its own due date
 *       (PT-65).
 * </ul>
 *
 * Runs in the caller's transaction, with the account locked and its payments taken back.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Recharge {

    private final JdbcClient jdbc;
    private final ReliefReduction reliefs;
    private final DueDates dueDates;
    private final OfficeClock clock;

    Recharge(JdbcClient jdbc, ReliefReduction reliefs, DueDates dueDates, OfficeClock clock) {
        this.jdbc = jdbc;
        this.reliefs = reliefs;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /** An instalment of the tax as it stands, without what new terms took over. */
    private record Part(int number, LocalDate calendarOn, LocalDate dueOn, BigDecimal amount, BigDecimal writtenOff) {}

    /**
     * @param targets full zł by the dates of the tax act
     * @param legalDate from which the due date of a raise counts; {@code null} for a declared tax
     * @param basis article for the sentences
     * @return what was changed, in Polish sentences
     */
    List<String> to(String receivableId, List<Instalment> targets, LocalDate legalDate, String basis) {
        List<String> steps = new ArrayList<>();
        for (Instalment target : targets) {
            List<Part> same = parts(receivableId, target.date());
            BigDecimal now = taxOf(receivableId, same);
            BigDecimal difference = target.amount().subtract(now);
            if (difference.signum() != 0) {
                steps.add("Rata z terminem %s: było %s, jest %s (%s)."
                        .formatted(Zloty.day(target.date()), Zloty.text(now), Zloty.text(target.amount()), basis));
            }
            if (difference.signum() < 0) {
                steps.addAll(lower(receivableId, same, difference.negate()));
            } else if (difference.signum() > 0) {
                steps.addAll(raise(receivableId, same, target.date(), difference, legalDate));
            }
        }
        return steps;
    }

    /** The tax by the dates of the tax act, with what new terms took over, zł. */
    Map<LocalDate, BigDecimal> byDate(String receivableId) {
        Map<LocalDate, BigDecimal> tax = new TreeMap<>();
        parts(receivableId)
                .forEach(part -> tax.merge(part.calendarOn(), taxOf(receivableId, List.of(part)), BigDecimal::add));
        return tax;
    }

    /** Nothing is owed any more on dates that the ruling does not name. */
    List<Instalment> withOthersAtNothing(String receivableId, List<Instalment> targets) {
        TreeSet<LocalDate> dates =
                new TreeSet<>(parts(receivableId).stream().map(Part::calendarOn).toList());
        targets.forEach(target -> dates.remove(target.date()));
        List<Instalment> all = new ArrayList<>(targets);
        dates.forEach(date -> all.add(new Instalment(0, date, BigDecimal.ZERO)));
        return all;
    }

    /** What has no date of the tax act left is due after delivery (PT-66). */
    void addAfterDelivery(String receivableId, BigDecimal amount, LocalDate legalDate) {
        insert(receivableId, legalDate, dueDates.dueOn(legalDate, legalDate), amount);
    }

    /** The tax itself: without interest and fees of a relief, zł. */
    BigDecimal tax(String receivableId) {
        return sum(
                "select coalesce(sum(amount), 0.00) from ledger.instalment where receivable_id = ? and kind = 'TAX'",
                receivableId);
    }

    /** Sets the sums of the receivable, as if nothing were paid; without any tax its costs lapse (ARR-06). */
    void total(String receivableId) {
        jdbc.sql("""
                update ledger.receivable r set charged = x.amount, balance = x.amount - x.written_off
                from (select coalesce(sum(amount), 0) as amount, coalesce(sum(written_off), 0) as written_off
                    from ledger.instalment where receivable_id = :id) x where r.id = :id
                """).param("id", receivableId).update();
        if (tax(receivableId).signum() == 0) {
            jdbc.sql("update ledger.collection_cost set lapsed_on = ? where receivable_id = ? and lapsed_on is null")
                    .params(clock.today(), receivableId)
                    .update();
        }
    }

    private BigDecimal taxOf(String receivableId, List<Part> parts) {
        return parts.stream()
                .map(part -> part.amount().add(reliefs.covered(receivableId, part.number())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<String> lower(String receivableId, List<Part> parts, BigDecimal difference) {
        List<String> steps = new ArrayList<>();
        BigDecimal left =
                reliefs.lower(receivableId, parts.stream().map(Part::number).toList(), difference, steps);
        for (int at = parts.size() - 1; at >= 0 && left.signum() > 0; at--) {
            Part part = parts.get(at);
            BigDecimal cut = left.min(part.amount().subtract(part.writtenOff()));
            set(receivableId, part, part.amount().subtract(cut), part.writtenOff());
            left = left.subtract(cut);
        }
        for (int at = parts.size() - 1; at >= 0 && left.signum() > 0; at--) {
            Part part = parts.get(at);
            BigDecimal cut = left.min(part.writtenOff());
            BigDecimal stays = part.writtenOff().subtract(cut);
            if (cut.signum() > 0) {
                set(receivableId, part, stays, stays);
                steps.add("Z raty nr %d odpisano wcześniej %s; zmieniony podatek jest niższy, więc odpis wynosi %s."
                        .formatted(part.number(), Zloty.text(part.writtenOff()), Zloty.text(stays)));
            }
            left = left.subtract(cut);
        }
        if (left.signum() != 0) {
            throw new IllegalStateException("The tax of " + receivableId + " cannot be lowered by " + difference);
        }
        return steps;
    }

    private List<String> raise(
            String receivableId, List<Part> same, LocalDate calendarOn, BigDecimal difference, LocalDate legalDate) {
        LocalDate dueOn = dueDates.dueOn(calendarOn, legalDate);
        Optional<Part> one =
                same.stream().filter(part -> part.dueOn().equals(dueOn)).findFirst();
        if (one.isPresent()) {
            Part part = one.get();
            set(receivableId, part, part.amount().add(difference), part.writtenOff());
        } else {
            insert(receivableId, calendarOn, dueOn, difference);
        }
        boolean relieved = same.stream()
                .anyMatch(part -> reliefs.covered(receivableId, part.number()).signum() > 0);
        return relieved
                ? List.of("Decyzja o uldze nie obejmuje podwyżki %s; jest ona płatna do %s (PT-65)."
                        .formatted(Zloty.text(difference), Zloty.day(dueOn)))
                : List.of();
    }

    private void insert(String receivableId, LocalDate calendarOn, LocalDate dueOn, BigDecimal amount) {
        jdbc.sql("""
                insert into ledger.instalment (receivable_id, number, calendar_on, due_on, amount)
                select :id, coalesce(max(number), 0) + 1, :calendarOn, :dueOn, :amount
                from ledger.instalment where receivable_id = :id
                """)
                .param("calendarOn", calendarOn)
                .param("dueOn", dueOn)
                .param("amount", amount)
                .param("id", receivableId)
                .update();
    }

    private void set(String receivableId, Part part, BigDecimal amount, BigDecimal writtenOff) {
        jdbc.sql("update ledger.instalment set amount = ?, written_off = ? where receivable_id = ? and number = ?")
                .params(amount, writtenOff, receivableId, part.number())
                .update();
    }

    private List<Part> parts(String receivableId, LocalDate calendarOn) {
        return parts(receivableId).stream()
                .filter(part -> part.calendarOn().equals(calendarOn))
                .toList();
    }

    private List<Part> parts(String receivableId) {
        return jdbc.sql("select number, calendar_on, due_on, amount, written_off from ledger.instalment"
                        + " where receivable_id = ? and relief_id is null order by number")
                .param(receivableId)
                .query(Part.class)
                .list();
    }

    private BigDecimal sum(String sql, String receivableId) {
        return jdbc.sql(sql).param(receivableId).query(BigDecimal.class).single();
    }
}
