package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Refusal;

/**
 * Reliefs of the agricultural tax that the office granted (AG-06). A clerk enters one from the decision, another person
 * approves it; only then it counts. Nothing is deleted: what was entered by mistake is withdrawn, with who and when.
 */
@Repository
public class GrantedReliefs {

    private final JdbcClient jdbc;
    private final OfficeClock clock;

    public GrantedReliefs(JdbcClient jdbc, OfficeClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An entry with who made it; names of staff are {@code null} until it happened. */
    public record Entry(
            String id,
            String caseNumber,
            String partyId,
            GrantedRelief relief,
            String enteredBy,
            String approvedBy,
            String withdrawnBy) {}

    /**
     * What counts of the persons in the year; one that was entered for several of them counts once.
     */
    public List<GrantedRelief> of(Collection<String> partyIds, int year) {
        if (partyIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select * from tax.granted_relief
                where party_id in (:parties) and approved_by is not null and withdrawn_by is null order by entered_at, id
                """).param("parties", partyIds).query((row, number) -> relief(row)).list().stream()
                .filter(relief -> relief.touches(year))
                .distinct()
                .toList();
    }

    /** All entries made in the case, the oldest first. */
    public List<Entry> ofCase(String caseNumber) {
        return jdbc.sql("select * from tax.granted_relief where case_number = ? order by entered_at, id")
                .param(caseNumber)
                .query((row, number) -> new Entry(
                        row.getString("id"),
                        row.getString("case_number"),
                        row.getString("party_id"),
                        relief(row),
                        row.getString("entered_by"),
                        row.getString("approved_by"),
                        row.getString("withdrawn_by")))
                .list();
    }

    /**
     * Enters what a decision granted.
     *
     * @throws Refusal {@code RELIEF_INCOMPLETE} if it says too little or too much
     */
    public String enter(String caseNumber, String partyId, GrantedRelief relief, String who) {
        check(relief);
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into tax.granted_relief (id, case_number, party_id, plot_id, article, percent, amount, valid_from,
                        valid_to, decision_number, decided_on, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        caseNumber,
                        partyId,
                        relief.plotId(),
                        relief.article(),
                        relief.percent(),
                        relief.amount(),
                        relief.from(),
                        relief.to(),
                        relief.decisionNumber(),
                        relief.decidedOn(),
                        who,
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** @throws Refusal {@code OWN_ENTRY} for who entered it himself */
    public void approve(String id, String who) {
        boolean own = jdbc.sql("select entered_by = ? from tax.granted_relief where id = ?")
                .params(who, id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (own) {
            throw new Refusal("OWN_ENTRY", "Ulgę zatwierdza inna osoba niż ta, która ją wpisała.");
        }
        jdbc.sql("""
                update tax.granted_relief set approved_by = ?, approved_at = ?
                where id = ? and approved_by is null and withdrawn_by is null
                """).params(who, Timestamp.from(clock.instant()), id).update();
    }

    /** It counts no longer; decisions already made stay as they are. */
    public void withdraw(String id, String who) {
        jdbc.sql("update tax.granted_relief set withdrawn_by = ?, withdrawn_at = ?"
                        + " where id = ? and withdrawn_by is null")
                .params(who, Timestamp.from(clock.instant()), id)
                .update();
    }

    private static void check(GrantedRelief relief) {
        refuseIf(!GrantedRelief.ARTICLES.containsKey(relief.article()), "Wskaż przepis, na którym oparto ulgę.");
        refuseIf((relief.percent() == null) == (relief.amount() == null), "Podaj procent albo kwotę ulgi.");
        refuseIf(
                relief.percent() != null
                        && (relief.percent().signum() <= 0 || relief.percent().compareTo(BigDecimal.valueOf(100)) > 0),
                "Procent mieści się między 0 a 100.");
        refuseIf(
                relief.amount() != null
                        && (relief.amount().signum() <= 0 || !"13".equals(relief.article()) || relief.plotId() != null),
                "Kwotą odlicza się tylko ulgę inwestycyjną (art. 13), od całego podatku rolnego.");
        refuseIf(
                relief.from() == null || relief.to() == null || relief.to().isBefore(relief.from()),
                "Podaj, od którego do którego dnia ulga obowiązuje.");
        refuseIf(
                !"13b".equals(relief.article()) && (relief.decisionNumber() == null || relief.decidedOn() == null),
                "Podaj numer i dzień decyzji: bez niej ulgi nie wolno zastosować (art. 13d ust. 1 u.p.r.).");
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refusal("RELIEF_INCOMPLETE", sentence);
        }
    }

    private static GrantedRelief relief(ResultSet row) throws SQLException {
        return new GrantedRelief(
                row.getString("plot_id"),
                row.getString("article"),
                row.getBigDecimal("percent"),
                row.getBigDecimal("amount"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("decision_number"),
                row.getObject("decided_on", LocalDate.class));
    }
}
