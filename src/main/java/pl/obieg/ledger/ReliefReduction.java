package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.ProlongationFee;

/**
 * Takes a lowered tax out of the new terms of a relief, the last term first. What was added for the part that turned out
 * not to be owed falls away with it: interest up to the application, and prolongation fee (INT-06), each counted before
 * and after. Runs in the caller's transaction, with payments taken back.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReliefReduction {

    private final JdbcClient jdbc;
    private final Debts debts;
    private final LegalFigures law;

    ReliefReduction(JdbcClient jdbc, Debts debts, LegalFigures law) {
        this.jdbc = jdbc;
        this.debts = debts;
        this.law = law;
    }

    /** Tax on a term, taken from {@code origin}, at first from {@code root}; {@code originDueOn}: the due date it had before. */
    private record Piece(
            int number,
            String reliefId,
            int reliefTerm,
            LocalDate dueOn,
            BigDecimal amount,
            int origin,
            int root,
            LocalDate originDueOn,
            LocalDate appliedOn,
            LocalDate decidedOn,
            boolean fee) {

        LocalDate feeFrom() {
            return originDueOn.isBefore(appliedOn) ? appliedOn : originDueOn;
        }
    }

    /** What the pieces of a relief cost beside the tax, zł: fee by term. */
    private record Extra(BigDecimal interest, Map<Integer, BigDecimal> fees) {}

    /** What of the instalment is on new terms, zł. */
    BigDecimal covered(String receivableId, int root) {
        return jdbc.sql("""
                select coalesce(sum(amount), 0.00) from ledger.instalment where receivable_id = ? and kind = 'TAX'
                  and origin is not null and ledger.root_instalment(receivable_id, number) = ?
                """).params(receivableId, root).query(BigDecimal.class).single();
    }

    /**
     * @param origins instalments the terms took over from
     * @param steps takes the sentences
     * @return what could not be taken, zł
     */
    BigDecimal lower(String receivableId, List<Integer> origins, BigDecimal difference, List<String> steps) {
        BigDecimal left = difference;
        List<Piece> concerned = pieces(receivableId).stream()
                .filter(piece ->
                        origins.contains(piece.root()) && piece.amount().signum() > 0)
                .toList();
        List<String> cuts = new ArrayList<>();
        Map<String, Extra> before = new TreeMap<>();
        concerned.forEach(piece -> before.computeIfAbsent(piece.reliefId(), relief -> extra(receivableId, relief)));
        for (Piece piece : concerned) {
            BigDecimal cut = left.min(piece.amount());
            if (cut.signum() > 0) {
                reduce(receivableId, piece.number(), cut);
                cuts.add("nr %d (%s) o %s".formatted(piece.reliefTerm(), Zloty.day(piece.dueOn()), Zloty.text(cut)));
                left = left.subtract(cut);
            }
        }
        if (!cuts.isEmpty()) {
            steps.add("Obniżkę odjęto od terminów z decyzji o uldze, zaczynając od ostatniego: "
                    + String.join(", ", cuts) + ".");
            before.forEach((relief, extra) -> {
                BigDecimal less = dropExtra(receivableId, relief, extra, extra(receivableId, relief));
                if (less.signum() > 0) {
                    steps.add(
                            "Odsetki i opłata prolongacyjna od tej części nie są należne: mniej o %s (INT-06, art. 57 Ordynacji podatkowej)."
                                    .formatted(Zloty.text(less.setScale(2))));
                }
            });
        }
        return left;
    }

    private BigDecimal dropExtra(String receivableId, String relief, Extra before, Extra after) {
        BigDecimal dropped =
                drop(receivableId, relief, null, "INTEREST", before.interest().subtract(after.interest()));
        for (Map.Entry<Integer, BigDecimal> fee : before.fees().entrySet()) {
            BigDecimal less = fee.getValue().subtract(after.fees().getOrDefault(fee.getKey(), BigDecimal.ZERO));
            dropped = dropped.add(drop(receivableId, relief, fee.getKey(), "FEE", less));
        }
        return dropped;
    }

    /** From the last term on; @return what was dropped */
    private BigDecimal drop(String receivableId, String relief, Integer term, String kind, BigDecimal amount) {
        record Row(int number, BigDecimal amount) {}
        BigDecimal left = amount;
        List<Row> rows = jdbc.sql("select number, amount - written_off as amount from ledger.instalment"
                        + " where receivable_id = ? and relief_id = ? and kind = ?"
                        + " and (relief_term = ? or ?) order by due_on desc, number desc")
                .params(receivableId, relief, kind, term == null ? 0 : term, term == null)
                .query(Row.class)
                .list();
        for (Row row : rows) {
            BigDecimal cut = left.min(row.amount());
            if (cut.signum() > 0) {
                reduce(receivableId, row.number(), cut);
                left = left.subtract(cut);
            }
        }
        return amount.max(BigDecimal.ZERO).subtract(left.max(BigDecimal.ZERO));
    }

    private void reduce(String receivableId, int number, BigDecimal cut) {
        jdbc.sql("update ledger.instalment set amount = amount - ? where receivable_id = ? and number = ?")
                .params(cut, receivableId, number)
                .update();
    }

    private Extra extra(String receivableId, String relief) {
        List<Piece> pieces = pieces(receivableId).stream()
                .filter(piece -> piece.reliefId().equals(relief))
                .toList();
        Map<Integer, BigDecimal> principals = new TreeMap<>();
        Map<Integer, BigDecimal> fees = new TreeMap<>();
        for (Piece piece : pieces) {
            principals.merge(piece.origin(), piece.amount(), BigDecimal::add);
            if (piece.fee()) {
                BigDecimal raw = ProlongationFee.of(
                                piece.amount(), piece.feeFrom(), piece.dueOn(), piece.decidedOn(), law.rates())
                        .raw();
                fees.merge(piece.reliefTerm(), raw, BigDecimal::add);
            }
        }
        fees.replaceAll((term, raw) -> raw.setScale(0, RoundingMode.HALF_UP));
        BigDecimal interest = pieces.stream()
                .map(Piece::origin)
                .distinct()
                .map(origin -> debts.interestOf(
                        receivableId,
                        origin,
                        principals.get(origin),
                        pieces.get(0).appliedOn()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Extra(interest, fees);
    }

    /** Of all reliefs of the receivable, the last term first. */
    private List<Piece> pieces(String receivableId) {
        return jdbc.sql("""
                select i.number, i.relief_id, i.relief_term, i.due_on, i.amount, i.origin,
                    ledger.root_instalment(i.receivable_id, i.number) as root, o.due_on as origin_due_on,
                    r.applied_on, r.decided_on, r.fee_percent is not null as fee
                from ledger.instalment i join ledger.relief r on r.id = i.relief_id
                join ledger.instalment o on o.receivable_id = i.receivable_id and o.number = i.origin
                where i.receivable_id = ? and i.kind = 'TAX' order by i.due_on desc, i.number desc
                """).param(receivableId).query(Piece.class).list();
    }
}
