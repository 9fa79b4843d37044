package pl.obieg.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Instalment;

/**
 * What later decisions and declarations made of receivables: changing decisions (OP art. 254), determining ones (art. 21
 * § 3), corrected declarations (art. 81). One case changes one receivable.
 */
@Repository
class Corrections {

    /**
     * What one of them did.
     *
     * @param decisionNumber of the changing decision; the assessment, if what taxpayers count themselves was corrected
     * @param changeCase in which it was issued
     * @param legalDate when it was delivered; {@code null} if declared
     * @param afterDelivery zł that have no date of the tax act (PT-66)
     * @param suspended its raise is taken back until it is delivered anew
     * @param canBeUndone no other decision changed the same receivable since, and what was before is known
     */
    record Made(
            String decisionNumber,
            String receivableId,
            String changeCase,
            BigDecimal oldAmount,
            BigDecimal newAmount,
            BigDecimal overpaid,
            LocalDate legalDate,
            BigDecimal afterDelivery,
            boolean suspended,
            boolean canBeUndone) {

        boolean raised() {
            return newAmount.compareTo(oldAmount) > 0;
        }

        boolean isDecided() {
            return legalDate != null;
        }
    }

    /** The assessment charged once already; what its verification makes of it is another correction. */
    static final String VERIFIED = "/V";

    /** The same for a decision that was found delivered after its verification had ended without it. */
    static final String DETERMINED = "/D";

    private static final String QUERY = """
            select c.decision_number, c.receivable_id, c.change_case, c.old_amount, c.new_amount, c.overpaid,
                   c.legal_date, c.after_delivery, c.suspended,
                   not exists (select from ledger.correction n
                               where n.receivable_id = c.receivable_id and n.corrected_at > c.corrected_at)
                   and exists (select from ledger.correction_line l
                               where l.decision_number = c.decision_number) as can_be_undone
            from ledger.correction c
            """;

    private final JdbcClient jdbc;
    private final OfficeClock clock;

    Corrections(JdbcClient jdbc, OfficeClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Made> by(String decisionNumber) {
        return jdbc.sql(QUERY + " where c.decision_number = ?")
                .param(decisionNumber)
                .query(Made.class)
                .optional();
    }

    /**
     * The correction that follows a decision, on that assessment or else in that case; a corrected declaration is none.
     *
     * @param assessmentId {@code null}: the letter is no tax decision, so nothing follows it
     */
    Optional<Made> ofDecision(String caseNumber, String assessmentId) {
        return assessmentId == null
                ? Optional.empty()
                : ofDetermination(assessmentId)
                        .or(() -> by(assessmentId).filter(Made::isDecided))
                        .or(() -> ofCase(caseNumber));
    }

    /** What a decision made of a tax that the same case had charged as declared. */
    Optional<Made> ofDetermination(String assessmentId) {
        return by(assessmentId + DETERMINED)
                .or(() -> by(assessmentId + VERIFIED))
                .filter(Made::isDecided);
    }

    private Optional<Made> ofCase(String changeCase) {
        return jdbc.sql(QUERY + " where c.change_case = ? and c.legal_date is not null"
                        + " order by c.corrected_at desc limit 1")
                .param(changeCase)
                .query(Made.class)
                .optional();
    }

    /**
     * @param before zł by the dates of the tax act
     * @param after the same, without what is due after delivery
     */
    void keep(Made made, Map<LocalDate, BigDecimal> before, Map<LocalDate, BigDecimal> after) {
        jdbc.sql("""
                insert into ledger.correction (decision_number, receivable_id, old_amount, new_amount, overpaid,
                        corrected_at, change_case, legal_date, after_delivery)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        made.decisionNumber(),
                        made.receivableId(),
                        made.oldAmount(),
                        made.newAmount(),
                        made.overpaid(),
                        Timestamp.from(clock.instant()),
                        made.changeCase(),
                        made.legalDate(),
                        made.afterDelivery())
                .update();
        TreeSet<LocalDate> dates = new TreeSet<>(before.keySet());
        dates.addAll(after.keySet());
        dates.forEach(date -> jdbc.sql("insert into ledger.correction_line values (?, ?, ?, ?)")
                .params(
                        made.decisionNumber(),
                        date,
                        before.getOrDefault(date, BigDecimal.ZERO),
                        after.getOrDefault(date, BigDecimal.ZERO))
                .update());
    }

    void stands(String decisionNumber, LocalDate legalDate, boolean suspended) {
        jdbc.sql("update ledger.correction set legal_date = ?, suspended = ? where decision_number = ?")
                .params(legalDate, suspended, decisionNumber)
                .update();
        jdbc.sql("update ledger.receivable r set legal_date = ? from ledger.correction c"
                        + " where c.decision_number = ? and r.id = c.receivable_id and r.regime = 'DETERMINED'")
                .params(legalDate, decisionNumber)
                .update();
    }

    /** The tax by its dates as it was before the decision. */
    List<Instalment> before(Made made) {
        return lines(made, "before");
    }

    /** The tax by its dates as the decision has it, without what is due after delivery. */
    List<Instalment> after(Made made) {
        return lines(made, "after");
    }

    /**
     * What a ruling leaves of the change: the tax before it, or as it made it with the difference on the last dates.
     *
     * @param tax zł that were ruled
     */
    List<Instalment> ruled(Made made, BigDecimal tax) {
        if (tax.compareTo(made.oldAmount()) == 0) {
            return before(made);
        }
        TreeMap<LocalDate, BigDecimal> dates = new TreeMap<>();
        after(made).forEach(part -> dates.put(part.date(), part.amount()));
        if (made.afterDelivery().signum() > 0) {
            dates.merge(made.legalDate(), made.afterDelivery(), BigDecimal::add);
        }
        BigDecimal difference = tax.subtract(dates.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (difference.signum() > 0 && !dates.isEmpty()) {
            dates.merge(dates.lastKey(), difference, BigDecimal::add);
        }
        BigDecimal left = difference.negate();
        for (LocalDate date : dates.descendingKeySet()) {
            BigDecimal cut = left.min(dates.get(date)).max(BigDecimal.ZERO);
            dates.put(date, dates.get(date).subtract(cut));
            left = left.subtract(cut);
        }
        return dates.entrySet().stream()
                .map(entry -> new Instalment(0, entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Instalment> lines(Made made, String column) {
        return jdbc.sql("select calendar_on, " + column + " as amount from ledger.correction_line"
                        + " where decision_number = ? order by calendar_on")
                .param(made.decisionNumber())
                .query((row, number) -> new Instalment(
                        number + 1, row.getObject("calendar_on", LocalDate.class), row.getBigDecimal("amount")))
                .list();
    }
}
