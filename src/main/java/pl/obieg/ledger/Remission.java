package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.Arrear.FreeSpan;

/**
 * Writes off what a decision remits (OP art. 67a §1 pkt 3): arrears with the interest on them (§2), interest alone, or a
 * prolongation fee. Runs in the caller's transaction, with the account locked.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Remission {

    private final JdbcClient jdbc;
    private final ReliefRegister register;
    private final Debts debts;

    Remission(JdbcClient jdbc, ReliefRegister register, Debts debts) {
        this.jdbc = jdbc;
        this.register = register;
        this.debts = debts;
    }

    /** Arrears of the instalments the relief concerns, the oldest first, as far as the amount goes. */
    void arrears(Relief relief, String account, LocalDate day) {
        BigDecimal left = relief.remitted();
        for (Due due : dues(relief, account, day)) {
            BigDecimal amount = left.min(due.principal());
            if (amount.signum() > 0) {
                reduce(relief, due.number(), amount);
                note(relief, due.number(), "PRINCIPAL", "zaległość podatkową", amount, day);
                BigDecimal interest =
                        due.interest().charged().multiply(amount).divide(due.principal(), 2, RoundingMode.HALF_UP);
                note(relief, due.number(), "INTEREST", "odsetki za zwłokę od umorzonej zaległości", interest, day);
                left = left.subtract(amount);
            }
        }
    }

    /** All interest that has run up to the day, on the instalments the relief concerns. */
    void interest(Relief relief, String account, LocalDate day) {
        for (Due due : dues(relief, account, day)) {
            if (due.interest().charged().signum() > 0) {
                debts.stopInterest(
                        relief.receivableId(),
                        due.number(),
                        new FreeSpan(
                                due.dueOn().plusDays(1),
                                day,
                                "umorzenie odsetek, sprawa " + relief.caseNumber()
                                        + " (art. 67a § 1 pkt 3 Ordynacji podatkowej)"));
                note(
                        relief,
                        due.number(),
                        "INTEREST",
                        "odsetki za zwłokę",
                        due.interest().charged(),
                        day);
            }
        }
    }

    /** Prolongation fees of earlier reliefs that are not paid, as far as the amount goes. */
    void fees(Relief relief, LocalDate day) {
        record Fee(int number, BigDecimal open) {}
        BigDecimal left = relief.remitted();
        for (Fee fee : jdbc.sql(
                        "select number, amount - paid - written_off as open from ledger.instalment where receivable_id = ?"
                                + " and kind = 'FEE' and paid + written_off < amount order by due_on, number")
                .param(relief.receivableId())
                .query(Fee.class)
                .list()) {
            BigDecimal amount = left.min(fee.open());
            if (amount.signum() > 0) {
                reduce(relief, fee.number(), amount);
                note(relief, fee.number(), "FEE", "opłatę prolongacyjną", amount, day);
                left = left.subtract(amount);
            }
        }
    }

    private List<Due> dues(Relief relief, String account, LocalDate day) {
        List<Integer> concerned = register.instalments(relief.id());
        return debts.dues(account, day).stream()
                .filter(due -> due.receivableId().equals(relief.receivableId()))
                .filter(due -> concerned.contains(due.number()) && due.dueOn().isBefore(day))
                .toList();
    }

    private void reduce(Relief relief, int number, BigDecimal amount) {
        jdbc.sql("update ledger.instalment set written_off = written_off + ? where receivable_id = ? and number = ?")
                .params(amount, relief.receivableId(), number)
                .update();
        jdbc.sql("update ledger.receivable set balance = balance - ? where id = ?")
                .params(amount, relief.receivableId())
                .update();
    }

    private void note(Relief relief, int number, String kind, String what, BigDecimal amount, LocalDate day) {
        if (amount.signum() > 0) {
            jdbc.sql("insert into ledger.write_off (relief_id, receivable_id, instalment_number, kind, amount,"
                            + " explanation, written_on) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            relief.id(),
                            relief.receivableId(),
                            number,
                            kind,
                            amount,
                            ReliefSentences.writtenOff(what, number, amount, relief.caseNumber()),
                            day)
                    .update();
        }
    }
}
