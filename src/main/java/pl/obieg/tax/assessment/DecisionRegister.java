package pl.obieg.tax.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Issued decisions and their addressees. Each co-owner has a delivery and an appeal deadline of his own (PT-53, OP art.
 * 91–92).
 */
@Repository
public class DecisionRegister {

    private final JdbcClient jdbc;

    public DecisionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An issued decision. */
    public record Issued(String assessmentId, String decisionNumber, String documentId, LocalDate issuedOn) {}

    /** One addressee; status, dates {@code null} until the delivery ends. */
    public record Addressee(
            String partyId, String deliveryId, String status, LocalDate legalDate, LocalDate appealDeadline) {}

    /** @return {@code false} if it was there already */
    public boolean add(
            String assessmentId,
            String caseNumber,
            String number,
            String documentId,
            LocalDate day,
            List<String> partyIds) {
        int added = jdbc.sql("""
                insert into tax.decision (assessment_id, case_number, decision_number, document_id, issued_on)
                values (?, ?, ?, ?, ?) on conflict (assessment_id) do nothing
                """)
                .params(assessmentId, caseNumber, number, documentId, day)
                .update();
        if (added == 0) {
            return false;
        }
        for (String party : partyIds) {
            jdbc.sql("""
                    insert into tax.decision_addressee (assessment_id, party_id) values (?, ?) on conflict do nothing
                    """).params(assessmentId, party).update();
        }
        return true;
    }

    /** The decision that rests on the assessment. */
    public Optional<Issued> of(String assessmentId) {
        return jdbc.sql("select * from tax.decision where assessment_id = ?")
                .param(assessmentId)
                .query((row, number) -> new Issued(
                        row.getString("assessment_id"),
                        row.getString("decision_number"),
                        row.getString("document_id"),
                        row.getObject("issued_on", LocalDate.class)))
                .optional();
    }

    /** The assessment on which the decision in the document rests; empty if the document is no decision. */
    public Optional<String> assessmentOf(String caseNumber, String documentId) {
        return jdbc.sql("select assessment_id from tax.decision where case_number = ? and document_id = ?")
                .params(caseNumber, documentId)
                .query(String.class)
                .optional();
    }

    /**
     * Says which delivery brings the decision to the party.
     *
     * @return {@code false} if the document is no decision: other documents are none of its business
     */
    public boolean link(String caseNumber, String documentId, String partyId, String deliveryId) {
        return jdbc.sql("""
                update tax.decision_addressee set delivery_id = ?
                where party_id = ? and assessment_id in
                    (select assessment_id from tax.decision where case_number = ? and document_id = ?)
                """).params(deliveryId, partyId, caseNumber, documentId).update() > 0;
    }

    /**
     * Records how the delivery of a decision ended that goes out as a letter, not by a step of the tax system: one that
     * changes another, or determines a tax.
     */
    public void concludeLetter(String deliveryId, String status, LocalDate legalDate, LocalDate appealDeadline) {
        jdbc.sql("""
                update tax.decision_addressee set status = ?, legal_date = ?, appeal_deadline = ?
                where delivery_id = ? and (assessment_id in (select new_assessment_id from tax.change)
                    or assessment_id in (select assessment_id from tax.determination))
                """).params(status, legalDate, appealDeadline, deliveryId).update();
    }

    /** Records that a delivery that had been concluded ended otherwise; one not concluded yet is left alone. */
    public void concludedAnew(String deliveryId, String status, LocalDate legalDate, LocalDate appealDeadline) {
        jdbc.sql("""
                update tax.decision_addressee set status = ?, legal_date = ?, appeal_deadline = ?
                where delivery_id = ? and status is not null
                """).params(status, legalDate, appealDeadline, deliveryId).update();
    }

    /**
     * Records how the delivery ended.
     *
     * @throws IllegalStateException if it is not known whose delivery it is
     */
    public void conclude(
            String assessmentId, String deliveryId, String status, LocalDate legalDate, LocalDate appealDeadline) {
        if (addressees(assessmentId).stream().noneMatch(one -> deliveryId.equals(one.deliveryId()))) {
            linkOnlyOneLeft(assessmentId, deliveryId);
        }
        jdbc.sql("""
                update tax.decision_addressee set status = ?, legal_date = ?, appeal_deadline = ?
                where assessment_id = ? and delivery_id = ?
                """)
                .params(status, legalDate, appealDeadline, assessmentId, deliveryId)
                .update();
    }

    /**
     * Whether the decision was delivered, but to nobody while it could still create the liability (PT-13, OP art. 68 §
     * 1–2); of an assessment that keeps no such day, within three years.
     */
    public boolean isDeliveredTooLate(String assessmentId) {
        return jdbc.sql("""
                select coalesce(bool_and(d.legal_date > coalesce(a.limited_on, make_date(a.tax_year + 3, 12, 31))), false)
                from tax.decision_addressee d join tax.assessment a on a.id = d.assessment_id
                where a.id = ? and d.legal_date is not null
                """).param(assessmentId).query(Boolean.class).single();
    }

    private void linkOnlyOneLeft(String assessmentId, String deliveryId) {
        List<Addressee> open = addressees(assessmentId).stream()
                .filter(one -> one.deliveryId() == null)
                .toList();
        if (open.size() != 1) {
            throw new IllegalStateException("Delivery " + deliveryId + " belongs to no addressee of the decision");
        }
        jdbc.sql("update tax.decision_addressee set delivery_id = ? where assessment_id = ? and party_id = ?")
                .params(deliveryId, assessmentId, open.get(0).partyId())
                .update();
    }

    /** All addressees of the decision. */
    public List<Addressee> addressees(String assessmentId) {
        return jdbc.sql("select * from tax.decision_addressee where assessment_id = ? order by party_id")
                .param(assessmentId)
                .query((row, number) -> new Addressee(
                        row.getString("party_id"),
                        row.getString("delivery_id"),
                        row.getString("status"),
                        row.getObject("legal_date", LocalDate.class),
                        row.getObject("appeal_deadline", LocalDate.class)))
                .list();
    }
}
