package pl.obieg.tax.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.Instalment;

/** Computed taxes, one for each declaration. A new computation replaces the former until a decision is issued. */
@Repository
public class AssessmentRegister {

    private final JdbcClient jdbc;

    public AssessmentRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stored assessment.
     *
     * @param declarationId of the case it belongs to
     * @param declarationIds all it rests on, in the order of its rows' objects
     */
    public record Stored(
            String id,
            String declarationId,
            String caseNumber,
            String callKey,
            String regime,
            LocalDate assessedOn,
            List<String> declarationIds,
            Assessment assessment) {}

    /** The assessment of a declaration. */
    public Optional<Stored> ofDeclaration(String declarationId) {
        return jdbc.sql("select id from tax.assessment where declaration_id = ?")
                .param(declarationId)
                .query(String.class)
                .optional()
                .map(this::get);
    }

    /** The case in whose assessment the declaration of another case is contained (LZ-01). */
    public Optional<String> caseThatContains(String declarationId) {
        return jdbc.sql("""
                select a.case_number from tax.assessment_declaration d join tax.assessment a on a.id = d.assessment_id
                where d.declaration_id = ? and a.declaration_id <> d.declaration_id
                order by a.assessed_on desc, a.id limit 1
                """).param(declarationId).query(String.class).optional();
    }

    /** Stores it, in place of a former one of the same declaration; the id stays. */
    public Stored put(
            List<String> declarationIds,
            String caseNumber,
            String callKey,
            String regime,
            LocalDate day,
            Assessment assessment) {
        String declarationId = declarationIds.get(0);
        String id = jdbc.sql("""
                insert into tax.assessment (id, declaration_id, case_number, call_key, regime, tax_year, kind, total,
                        tax_due, assessed_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (declaration_id) do update set call_key = excluded.call_key, regime = excluded.regime,
                        kind = excluded.kind, total = excluded.total, tax_due = excluded.tax_due, assessed_on = excluded.assessed_on
                returning id
                """)
                .params(
                        UUID.randomUUID().toString(),
                        declarationId,
                        caseNumber,
                        callKey,
                        regime,
                        assessment.year(),
                        assessment.kind().name(),
                        assessment.total(),
                        assessment.taxDue(),
                        day)
                .query(String.class)
                .single();
        jdbc.sql("delete from tax.assessment_row where assessment_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from tax.instalment where assessment_id = ?").param(id).update();
        jdbc.sql("delete from tax.assessment_tax where assessment_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from tax.assessment_declaration where assessment_id = ?")
                .param(id)
                .update();
        for (Assessment.Part part : assessment.parts()) {
            jdbc.sql("insert into tax.assessment_tax values (?, ?, ?, ?)")
                    .params(id, part.kind().name(), part.total(), part.taxDue())
                    .update();
        }
        for (int at = 0; at < declarationIds.size(); at++) {
            jdbc.sql("insert into tax.assessment_declaration values (?, ?, ?)")
                    .params(id, at, declarationIds.get(at))
                    .update();
        }
        int position = 0;
        for (AssessmentRow row : assessment.rows()) {
            add(id, position++, row);
        }
        for (Instalment instalment : assessment.instalments()) {
            jdbc.sql("insert into tax.instalment values (?, ?, ?, ?)")
                    .params(id, instalment.number(), instalment.date(), instalment.amount())
                    .update();
        }
        return new Stored(id, declarationId, caseNumber, callKey, regime, day, declarationIds, assessment);
    }

    /** Keeps the last day on which the delivery of a decision still creates the liability (PT-13). */
    public void limit(String id, LocalDate lastDay) {
        jdbc.sql("update tax.assessment set limited_on = ? where id = ?")
                .params(lastDay, id)
                .update();
    }

    private void add(String id, int position, AssessmentRow row) {
        jdbc.sql("insert into tax.assessment_row values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        position,
                        row.objectPosition(),
                        row.treatment(),
                        row.code(),
                        row.base(),
                        row.unit(),
                        row.rate(),
                        row.months(),
                        row.shareNumerator(),
                        row.shareDenominator(),
                        row.amount(),
                        row.resolution(),
                        row.reason())
                .update();
    }

    /** @throws IllegalArgumentException if there is none */
    public Stored get(String id) {
        List<AssessmentRow> rows = jdbc.sql(
                        "select * from tax.assessment_row where assessment_id = ? order by position")
                .param(id)
                .query(AssessmentRegister::row)
                .list();
        List<Instalment> instalments = jdbc.sql(
                        "select number, due_on, amount from tax.instalment where assessment_id = ? order by number")
                .param(id)
                .query((row, number) -> new Instalment(
                        row.getInt("number"),
                        row.getObject("due_on", LocalDate.class),
                        row.getBigDecimal("amount").setScale(0)))
                .list();
        List<Assessment.Part> parts = jdbc
                .sql("select kind, total, tax_due from tax.assessment_tax where assessment_id = ?")
                .param(id)
                .query((row, number) -> new Assessment.Part(
                        TaxKind.valueOf(row.getString("kind")),
                        row.getBigDecimal("total"),
                        row.getBigDecimal("tax_due").setScale(0)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Assessment.Part::kind))
                .toList();
        List<String> declarationIds =
                jdbc.sql("""
                select declaration_id from tax.assessment_declaration where assessment_id = ? order by position
                """).param(id).query(String.class).list();
        return jdbc.sql("select * from tax.assessment where id = ?")
                .param(id)
                .query((row, number) -> new Stored(
                        row.getString("id"),
                        row.getString("declaration_id"),
                        row.getString("case_number"),
                        row.getString("call_key"),
                        row.getString("regime"),
                        row.getObject("assessed_on", LocalDate.class),
                        declarationIds.isEmpty() ? List.of(row.getString("declaration_id")) : declarationIds,
                        new Assessment(
                                row.getInt("tax_year"),
                                TaxKind.valueOf(row.getString("kind")),
                                rows,
                                parts.isEmpty() ? onlyProperty(row) : parts,
                                row.getBigDecimal("total"),
                                row.getBigDecimal("tax_due").setScale(0),
                                instalments)))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No assessment " + id));
    }

    private static List<Assessment.Part> onlyProperty(ResultSet row) throws SQLException {
        return List.of(new Assessment.Part(
                TaxKind.PROPERTY,
                row.getBigDecimal("total"),
                row.getBigDecimal("tax_due").setScale(0)));
    }

    private static AssessmentRow row(ResultSet row, int number) throws SQLException {
        return new AssessmentRow(
                row.getInt("object_position"),
                row.getString("treatment"),
                row.getString("code"),
                row.getBigDecimal("base"),
                row.getString("unit"),
                row.getBigDecimal("rate"),
                row.getInt("months"),
                row.getObject("share_numerator", Integer.class),
                row.getObject("share_denominator", Integer.class),
                row.getBigDecimal("amount"),
                row.getString("resolution"),
                row.getString("reason"));
    }
}
