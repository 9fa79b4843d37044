package pl.obieg.tax.change;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.tax.assessment.TaxChange;

/** Cases that change a decision, and which decision of a taxpayer is in force. */
@Repository
public class ChangeRegister {

    private final JdbcClient jdbc;

    public ChangeRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision in force: the establishing one, or the one that changed it last.
     *
     * @param chargedCase in which its tax is charged
     */
    public record InForce(String assessmentId, String caseNumber, String decisionNumber, String chargedCase) {}

    /**
     * A change, as computed last.
     *
     * @param declarationId of the reported or found facts
     * @param letterId of the changing decision; {@code null} before it is drafted
     * @param dueAfterDelivery full zł, PT-66
     * @param pastOverpaid full zł that instalments due before exceed the new tax by
     */
    public record Change(
            String caseNumber,
            String baseAssessmentId,
            String chargedCase,
            String declarationId,
            String newAssessmentId,
            String letterId,
            String event,
            LocalDate eventDate,
            BigDecimal dueAfterDelivery,
            BigDecimal pastOverpaid) {}

    /** The decision in force that began with this decision, or with one that changed it. */
    public Optional<InForce> inForce(String decisionNumber) {
        return jdbc.sql("select assessment_id from tax.decision where decision_number = ?")
                .param(decisionNumber)
                .query(String.class)
                .optional()
                .map(this::latest);
    }

    private InForce latest(String assessmentId) {
        String current = assessmentId;
        Optional<String> next = Optional.of(current);
        while (next.isPresent()) {
            current = next.get();
            next = jdbc.sql("""
                    select c.new_assessment_id from tax.change c
                    where c.base_assessment_id = ? and exists (
                        select from tax.decision_addressee a
                        where a.assessment_id = c.new_assessment_id and a.legal_date is not null)
                    """).param(current).query(String.class).optional();
        }
        return jdbc.sql("""
                select d.assessment_id, d.case_number, d.decision_number,
                       coalesce(c.charged_case, d.case_number) as charged_case
                from tax.decision d left join tax.change c on c.new_assessment_id = d.assessment_id
                where d.assessment_id = ?
                """).param(current).query(InForce.class).single();
    }

    /**
     * The establishing decision of the year to exactly these people, unless the appeal body annulled it; one that rests on
     * the form before others. Who owns one thing alone and another together has two obligations (LZ-03, PT-50, PT-53).
     *
     * @param partyIds who are liable for what is reported, see {@code JointMatter.liable}
     * @return its number
     */
    public Optional<String> decisionOf(Collection<String> partyIds, int year, String form) {
        return jdbc.sql("""
                select d.decision_number
                from tax.decision d join tax.assessment a on a.id = d.assessment_id
                where a.tax_year = :year
                  and exists (select from tax.decision_addressee o where o.assessment_id = a.id)
                  and not exists (select from tax.decision_addressee o
                                  where o.assessment_id = a.id and o.party_id not in (:parties))
                  and (select count(distinct o.party_id) from tax.decision_addressee o
                       where o.assessment_id = a.id) = :count
                  and not exists (select from tax.change c where c.new_assessment_id = a.id)
                  and not exists (select from tax.determination t where t.assessment_id = a.id)
                  and not exists (select from tax.appeal p where p.decision_number = d.decision_number
                                  and p.ruling_outcome in ('DO_PONOWNEGO', 'UMORZONA'))
                order by exists (select from tax.assessment_declaration x join tax.declaration f on f.id = x.declaration_id
                                 where x.assessment_id = a.id and f.form = :form) desc, d.issued_on desc
                limit 1
                """)
                .param("year", year)
                .param("parties", partyIds)
                .param("count", Set.copyOf(partyIds).size())
                .param("form", form)
                .query(String.class)
                .optional();
    }

    /** Whether the assessment is that of a changing decision. */
    public boolean isChange(String assessmentId) {
        return jdbc.sql("select exists (select from tax.change where new_assessment_id = ?)")
                .param(assessmentId)
                .query(Boolean.class)
                .single();
    }

    /** Notes which decision the case is about. */
    public void begin(String caseNumber, InForce base, String declarationId) {
        jdbc.sql("""
                insert into tax.change (case_number, base_assessment_id, charged_case, declaration_id)
                values (?, ?, ?, ?) on conflict (case_number) do update set
                    base_assessment_id = excluded.base_assessment_id, charged_case = excluded.charged_case,
                    declaration_id = coalesce(excluded.declaration_id, tax.change.declaration_id)
                """)
                .params(caseNumber, base.assessmentId(), base.chargedCase(), declarationId)
                .update();
    }

    /** Keeps what was computed, in place of a former computation. */
    public void computed(
            String caseNumber, String newAssessmentId, String event, LocalDate eventDate, TaxChange change) {
        jdbc.sql("""
                update tax.change set new_assessment_id = ?, event = ?, event_date = ?, due_after_delivery = ?,
                    past_overpaid = ? where case_number = ?
                """)
                .params(newAssessmentId, event, eventDate, change.dueAfterDelivery(), change.overpaid(), caseNumber)
                .update();
        jdbc.sql("delete from tax.change_line where case_number = ?")
                .param(caseNumber)
                .update();
        change.instalments()
                .forEach(line -> jdbc.sql("insert into tax.change_line values (?, ?, ?, ?)")
                        .params(caseNumber, line.date(), line.before(), line.after())
                        .update());
    }

    /** Notes which letter is the changing decision. */
    public void drafted(String caseNumber, String letterId) {
        jdbc.sql("update tax.change set letter_id = ? where case_number = ?")
                .params(letterId, caseNumber)
                .update();
    }

    public Optional<Change> find(String caseNumber) {
        return one("case_number", caseNumber);
    }

    /** The change whose decision the letter is. */
    public Optional<Change> ofLetter(String letterId) {
        return one("letter_id", letterId);
    }

    private Optional<Change> one(String column, String key) {
        return jdbc.sql("select * from tax.change where " + column + " = ?")
                .param(key)
                .query(Change.class)
                .optional();
    }

    /** Dates of payment side by side. */
    public List<TaxChange.Line> lines(String caseNumber) {
        return jdbc.sql("select due_on as date, before, after from tax.change_line where case_number = ? order by"
                        + " due_on")
                .param(caseNumber)
                .query((row, number) -> new TaxChange.Line(
                        row.getObject("date", LocalDate.class),
                        row.getBigDecimal("before").setScale(0),
                        row.getBigDecimal("after").setScale(0)))
                .list();
    }
}
