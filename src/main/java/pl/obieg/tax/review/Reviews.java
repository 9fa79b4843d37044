package pl.obieg.tax.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the verification of a declaration: corrections by the organ, proceedings, the outcome. */
@Repository
public class Reviews {

    private final JdbcClient jdbc;

    public Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A correction by the organ.
     *
     * @param declared zł, {@code null} if the declaration has no sum
     * @param corrected zł
     * @param objectionUntil last day for an objection; {@code null} before the copy is delivered
     * @param isVoid an objection came in time
     */
    public record OwnCorrection(
            String id,
            String caseNumber,
            String declarationId,
            String assessmentId,
            BigDecimal declared,
            BigDecimal corrected,
            LocalDate objectionUntil,
            boolean isVoid) {}

    /** The declaration that counts in the case: the newest one. */
    Optional<String> declarationOf(String caseNumber) {
        return jdbc.sql("select id from tax.declaration where case_number = ? and replaced_by is null"
                        + " order by received_on desc, id limit 1")
                .param(caseNumber)
                .query(String.class)
                .optional();
    }

    /** The form the case is about, be it filed or missing. */
    String formOf(String caseNumber) {
        return jdbc.sql("""
                select form from tax.declaration where case_number = :case and replaced_by is null
                union all select form from tax.missing_declaration where case_number = :case limit 1
                """)
                .param("case", caseNumber)
                .query(String.class)
                .optional()
                .orElse(FilingDuty.PROPERTY.form());
    }

    /** Whether the taxpayer has corrected his declaration in the case. */
    boolean isCorrected(String caseNumber) {
        return jdbc.sql("select exists (select from tax.declaration where case_number = ? and replaced_by is not null)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** Notes that verification began; the first day stays. */
    LocalDate beginVerification(String caseNumber, String declarationId, LocalDate today) {
        jdbc.sql("insert into tax.verification values (?, ?, ?) on conflict do nothing")
                .params(caseNumber, declarationId, today)
                .update();
        return jdbc.sql("select began_on from tax.verification where case_number = ?")
                .param(caseNumber)
                .query(LocalDate.class)
                .single();
    }

    /** Keeps a correction; the same call gives the same one. */
    String correct(OwnCorrection correction, String callKey, LocalDate today) {
        jdbc.sql("""
                insert into tax.own_correction (id, call_key, case_number, declaration_id, assessment_id, declared,
                        corrected, drafted_on)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (call_key) do nothing
                """)
                .params(
                        UUID.randomUUID().toString(),
                        callKey,
                        correction.caseNumber(),
                        correction.declarationId(),
                        correction.assessmentId(),
                        correction.declared(),
                        correction.corrected(),
                        today)
                .update();
        return jdbc.sql("select id from tax.own_correction where call_key = ?")
                .param(callKey)
                .query(String.class)
                .single();
    }

    /** @throws IllegalArgumentException if there is none */
    public OwnCorrection correction(String id) {
        return jdbc.sql("select * from tax.own_correction where id = ?")
                .param(id)
                .query((row, number) -> new OwnCorrection(
                        row.getString("id"),
                        row.getString("case_number"),
                        row.getString("declaration_id"),
                        row.getString("assessment_id"),
                        row.getBigDecimal("declared"),
                        row.getBigDecimal("corrected"),
                        row.getObject("objection_until", LocalDate.class),
                        row.getBoolean("void")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No correction " + id));
    }

    void deliver(String correctionId, LocalDate deliveredOn, LocalDate objectionUntil) {
        jdbc.sql("update tax.own_correction set delivered_on = ?, objection_until = ? where id = ?")
                .params(deliveredOn, objectionUntil, correctionId)
                .update();
    }

    void object(String correctionId, LocalDate filedOn, String carrier, boolean inTime) {
        jdbc.sql("update tax.own_correction set objected_on = ?, objection_carrier = ?, void = ? where id = ?")
                .params(filedOn, carrier, inTime, correctionId)
                .update();
    }

    /** The first opening of the case stays. */
    void openProceedings(String caseNumber, int taxYear, LocalDate openedOn, LocalDate dueOn) {
        jdbc.sql("insert into tax.proceedings (case_number, tax_year, opened_on, due_on) values (?, ?, ?, ?)"
                        + " on conflict (case_number) do nothing")
                .params(caseNumber, taxYear, openedOn, dueOn)
                .update();
    }

    Optional<LocalDate> openedOn(String caseNumber) {
        return jdbc.sql("select opened_on from tax.proceedings where case_number = ?")
                .param(caseNumber)
                .query(LocalDate.class)
                .optional();
    }

    void endProceedings(String caseNumber, String outcome, BigDecimal determinedTax, LocalDate today) {
        jdbc.sql("update tax.proceedings set outcome = ?, determined_tax = ?, ended_on = ? where case_number = ?")
                .params(outcome, determinedTax, today, caseNumber)
                .update();
    }

    /** The tax of the year as another case has it: by a decision, or by a later declaration. */
    record Elsewhere(String caseNumber, BigDecimal tax) {}

    /**
     * The decision that determined this year's tax of one of the taxpayers in another case, unless a ruling touched it: as
     * far as it reaches a declaration has no effect (OP art. 81b § 1 pkt 2).
     */
    Optional<Elsewhere> determinedElsewhere(String caseNumber, String declarationId) {
        return jdbc.sql("""
                select p.case_number, p.determined_tax as tax
                from tax.proceedings p join tax.declaration d on d.id = :declaration
                where p.outcome = 'OKRESLONO' and p.case_number <> :case and p.tax_year = d.tax_year
                  and exists (
                    select from (
                        select f.form, t.party_id from tax.declaration f
                        join tax.declaration_taxpayer t on t.declaration_id = f.id where f.case_number = p.case_number
                        union all select m.form, m.party_id from tax.missing_declaration m
                        where m.case_number = p.case_number) about
                    where right(about.form, 3) = right(d.form, 3) and about.party_id in (
                        select party_id from tax.declaration_taxpayer where declaration_id = d.id))
                  and not exists (
                    select from tax.contestable c join tax.appeal a on a.decision_number = c.number
                    where c.case_number = p.case_number and c.kind = 'DECISION'
                      and a.ruling_outcome in ('ZMIENIONA', 'UMORZONA', 'DO_PONOWNEGO', 'AUTOKONTROLA'))
                order by p.ended_on desc, p.case_number limit 1
                """)
                .param("declaration", declarationId)
                .param("case", caseNumber)
                .query(Elsewhere.class)
                .optional();
    }

    /** What a later declaration of exactly the same taxpayers said, whose case came to its end before this one (OP art. 81). */
    Optional<Elsewhere> correctedElsewhere(String caseNumber, String declarationId) {
        return jdbc.sql("""
                select n.case_number, o.tax
                from tax.declaration d join tax.declaration n
                    on n.tax_year = d.tax_year and right(n.form, 3) = right(d.form, 3) and n.case_number <> :case
                join tax.review_outcome o on o.declaration_id = n.id and o.outcome <> 'NIE_DORECZONO'
                where d.id = :declaration
                  and (n.received_on > d.received_on
                       or n.received_on = d.received_on and n.purpose = 'CORRECTION' and d.purpose <> 'CORRECTION')
                  and array(select party_id from tax.declaration_taxpayer where declaration_id = n.id order by 1)
                    = array(select party_id from tax.declaration_taxpayer where declaration_id = d.id order by 1)
                order by n.received_on desc, o.concluded_on desc limit 1
                """)
                .param("declaration", declarationId)
                .param("case", caseNumber)
                .query(Elsewhere.class)
                .optional();
    }

    void conclude(String caseNumber, String declarationId, String outcome, BigDecimal tax, LocalDate today) {
        jdbc.sql("""
                insert into tax.review_outcome values (?, ?, ?, ?, ?)
                on conflict (case_number) do update set declaration_id = excluded.declaration_id,
                        outcome = excluded.outcome, tax = excluded.tax, concluded_on = excluded.concluded_on
                """).params(caseNumber, declarationId, outcome, tax, today).update();
    }
}
