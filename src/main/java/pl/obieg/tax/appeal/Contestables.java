package pl.obieg.tax.appeal;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;

/** Decisions and orders that can be contested, and when each addressee got his copy. It learns both from the facts. */
@Repository
public class Contestables {

    /**
     * A decision or an order.
     *
     * @param assessmentId the tax decision rests on; {@code null} for any other
     * @param taxDue full zł; {@code null} if it sets no tax
     */
    public record Contestable(
            String number,
            String caseNumber,
            String documentId,
            String kind,
            LocalDate issuedOn,
            String assessmentId,
            Integer taxYear,
            BigDecimal taxDue,
            List<String> partyIds) {

        public boolean isOrder() {
            return "ORDER".equals(kind);
        }
    }

    private final JdbcClient jdbc;

    public Contestables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DecisionIssued fact) {
        add(
                fact.decisionNumber(),
                fact.caseNumber(),
                fact.documentId(),
                "DECISION",
                fact.issuedOn(),
                fact.taxYear(),
                fact.taxDue(),
                fact.partyIds());
    }

    @EventListener
    @Transactional
    public void on(CaseFact.LetterIssued fact) {
        boolean delivered = fact.kind() != OfficeLetters.Kind.FILE_DECISION;
        if (fact.kind().isRuling() && delivered && fact.number() != null) {
            String kind = fact.kind() == OfficeLetters.Kind.ORDER ? "ORDER" : "DECISION";
            add(
                    fact.number(),
                    fact.caseNumber(),
                    fact.documentId(),
                    kind,
                    fact.issuedOn(),
                    null,
                    null,
                    fact.partyIds());
        }
    }

    @EventListener
    @Transactional
    public void on(CaseFact.DeliveryConcluded fact) {
        jdbc.sql("""
                insert into tax.letter_delivery (delivery_id, case_number, document_id, party_id, legal_date)
                values (?, ?, ?, ?, ?) on conflict (delivery_id) do update set legal_date = excluded.legal_date
                """)
                .params(fact.deliveryId(), fact.caseNumber(), fact.documentId(), fact.partyId(), fact.legalDate())
                .update();
    }

    private void add(
            String number,
            String caseNumber,
            String documentId,
            String kind,
            LocalDate issuedOn,
            Integer taxYear,
            BigDecimal taxDue,
            List<String> partyIds) {
        jdbc.sql("""
                insert into tax.contestable (number, case_number, document_id, kind, issued_on, tax_year, tax_due,
                        party_ids)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (number) do update set
                        tax_year = coalesce(excluded.tax_year, tax.contestable.tax_year),
                        tax_due = coalesce(excluded.tax_due, tax.contestable.tax_due)
                """)
                .params(
                        number,
                        caseNumber,
                        documentId,
                        kind,
                        issuedOn,
                        taxYear,
                        taxDue,
                        partyIds.toArray(String[]::new))
                .update();
    }

    /** The decision or order with the number, written as people write it. */
    public Optional<Contestable> find(String number) {
        return jdbc.sql("""
                select c.number, c.case_number, c.document_id, c.kind, c.issued_on, c.party_ids, d.assessment_id,
                       coalesce(c.tax_year, t.tax_year, a.tax_year) as tax_year,
                       coalesce(c.tax_due, t.tax, a.tax_due) as tax_due
                from tax.contestable c
                left join tax.decision d on d.decision_number = c.number
                left join tax.assessment a on a.id = d.assessment_id
                left join lateral (select x.tax_year, x.tax from tax.determination x
                                   where x.assessment_id = d.assessment_id order by x.letter_id limit 1) t on true
                where c.number = ?
                """)
                .param(number == null ? "" : number.strip().toUpperCase(java.util.Locale.ROOT))
                .query(Contestables::row)
                .optional();
    }

    /** The first effective delivery of the document to the party. */
    public Optional<LocalDate> deliveredOn(String documentId, String partyId) {
        return jdbc.sql("select min(legal_date) from tax.letter_delivery where document_id = ? and party_id = ?")
                .params(documentId, partyId)
                .query(LocalDate.class)
                .optional();
    }

    /** The first effective delivery to anybody, which brings the decision into being (OP art. 212). */
    public Optional<LocalDate> firstDelivery(String documentId) {
        return jdbc.sql("select min(legal_date) from tax.letter_delivery where document_id = ?")
                .param(documentId)
                .query(LocalDate.class)
                .optional();
    }

    /** When a letter of the case first reached the party. */
    public Optional<LocalDate> firstLetterOfCase(String caseNumber, String partyId) {
        return jdbc.sql("select min(legal_date) from tax.letter_delivery where case_number = ? and party_id = ?")
                .params(caseNumber, partyId)
                .query(LocalDate.class)
                .optional();
    }

    private static Contestable row(ResultSet row, int number) throws SQLException {
        Array parties = row.getArray("party_ids");
        return new Contestable(
                row.getString("number"),
                row.getString("case_number"),
                row.getString("document_id"),
                row.getString("kind"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("assessment_id"),
                row.getObject("tax_year", Integer.class),
                row.getBigDecimal("tax_due"),
                List.of((String[]) parties.getArray()));
    }
}
