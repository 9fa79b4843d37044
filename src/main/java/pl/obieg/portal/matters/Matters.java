package pl.obieg.portal.matters;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The cases of a party. Every query is by the party, so what is another's cannot be asked for. */
@Repository
@Transactional(readOnly = true)
public class Matters {

    /** Newest year first, then by number. */
    private static final Comparator<Matter> ORDER =
            Comparator.comparing(Matter::taxYear).reversed().thenComparing(Matter::caseNumber);

    private final JdbcClient jdbc;

    Matters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All cases that name the party. */
    public List<Matter> of(String partyId) {
        Map<String, Draft> drafts = new TreeMap<>();
        declarations(partyId, drafts);
        decisions(partyId, drafts);
        receivables(partyId, drafts);
        return drafts.entrySet().stream()
                .map(entry -> entry.getValue().matter(entry.getKey(), closing(entry.getKey()), tax(entry.getKey())))
                .sorted(ORDER)
                .toList();
    }

    /** The case, if it names the party. */
    public Optional<Matter> find(String partyId, String caseNumber) {
        return of(partyId).stream()
                .filter(matter -> matter.caseNumber().equals(caseNumber))
                .findFirst();
    }

    /** Whether the document is a decision that names the party. */
    public boolean mayRead(String partyId, String documentId) {
        return jdbc.sql("""
                select exists (select 1 from portal.decision where document_id = ? and party_ids @> array[?]::text[])
                """).params(documentId, partyId).query(Boolean.class).single();
    }

    private void declarations(String partyId, Map<String, Draft> drafts) {
        jdbc.sql("""
                select * from portal.declaration where party_ids @> array[?]::text[]
                order by received_on, declaration_id
                """).param(partyId).query(row -> {
            draft(drafts, row)
                    .declarations
                    .add(new Matter.Declaration(
                            row.getString("form_code"), row.getInt("tax_year"), date(row, "received_on")));
        });
    }

    private void decisions(String partyId, Map<String, Draft> drafts) {
        // Of several deliveries of one letter the first that takes effect counts (rulebook §4.2).
        jdbc.sql("""
                select d.*, v.status, v.legal_date from portal.decision d left join lateral (
                    select status, legal_date from portal.delivery
                    where party_id = ? and document_id = d.document_id
                    order by legal_date nulls last, delivery_id limit 1) v on true
                where d.party_ids @> array[?]::text[] order by d.issued_on, d.decision_number
                """).params(partyId, partyId).query(row -> {
            draft(drafts, row).decisions.add(decision(row));
        });
    }

    private void receivables(String partyId, Map<String, Draft> drafts) {
        Map<String, List<Receivable.Payment>> payments = payments(partyId);
        Map<String, List<Receivable.Instalment>> instalments = instalments(partyId, payments);
        jdbc.sql("""
                select * from portal.receivable where party_ids @> array[?]::text[] order by tax_year, receivable_id
                """).param(partyId).query(row -> {
            String id = row.getString("receivable_id");
            draft(drafts, row)
                    .receivables
                    .add(new Receivable(
                            id,
                            row.getInt("tax_year"),
                            row.getString("account"),
                            List.copyOf(instalments.getOrDefault(id, List.of())),
                            List.copyOf(payments.getOrDefault(id, List.of()))));
        });
    }

    private Map<String, List<Receivable.Payment>> payments(String partyId) {
        Map<String, List<Receivable.Payment>> payments = new HashMap<>();
        jdbc.sql("""
                select p.* from portal.payment p join portal.receivable r using (receivable_id)
                where r.party_ids @> array[?]::text[] and p.amount + p.interest > 0
                order by paid_on, instalment_number, payment_id
                """).param(partyId).query(row -> {
            payments.computeIfAbsent(row.getString("receivable_id"), fresh -> new ArrayList<>())
                    .add(new Receivable.Payment(
                            date(row, "paid_on"),
                            row.getInt("instalment_number"),
                            row.getBigDecimal("amount"),
                            row.getBigDecimal("interest")));
        });
        return payments;
    }

    private Map<String, List<Receivable.Instalment>> instalments(
            String partyId, Map<String, List<Receivable.Payment>> payments) {
        Map<String, List<Receivable.Instalment>> instalments = new HashMap<>();
        jdbc.sql("""
                select i.* from portal.instalment i join portal.receivable r using (receivable_id)
                where r.party_ids @> array[?]::text[] order by i.number
                """).param(partyId).query(row -> {
            String receivable = row.getString("receivable_id");
            int number = row.getInt("number");
            BigDecimal paid = payments.getOrDefault(receivable, List.of()).stream()
                    .filter(payment -> payment.instalmentNumber() == number)
                    .map(Receivable.Payment::amount)
                    .reduce(new BigDecimal("0.00"), BigDecimal::add);
            instalments
                    .computeIfAbsent(receivable, fresh -> new ArrayList<>())
                    .add(new Receivable.Instalment(number, date(row, "due_on"), row.getBigDecimal("amount"), paid));
        });
        return instalments;
    }

    private Matter.Closing closing(String caseNumber) {
        return jdbc.sql("select outcome, closed_on from portal.closing where case_number = ?")
                .param(caseNumber)
                .query((row, number) -> new Matter.Closing(row.getString("outcome"), date(row, "closed_on")))
                .optional()
                .orElse(null);
    }

    private String tax(String caseNumber) {
        return jdbc.sql("select tax from portal.tax_name where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private static Matter.Decision decision(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new Matter.Decision(
                row.getString("decision_number"),
                date(row, "issued_on"),
                row.getInt("tax_year"),
                row.getBigDecimal("tax_due"),
                row.getString("document_id"),
                status == null ? null : new Matter.Delivery(status, date(row, "legal_date")));
    }

    private static Draft draft(Map<String, Draft> drafts, ResultSet row) throws SQLException {
        return drafts.computeIfAbsent(row.getString("case_number"), fresh -> new Draft());
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static final class Draft {
        private final List<Matter.Declaration> declarations = new ArrayList<>();
        private final List<Matter.Decision> decisions = new ArrayList<>();
        private final List<Receivable> receivables = new ArrayList<>();

        private Matter matter(String caseNumber, Matter.Closing closing, String tax) {
            return new Matter(
                    caseNumber,
                    List.copyOf(declarations),
                    List.copyOf(decisions),
                    List.copyOf(receivables),
                    closing,
                    tax);
        }
    }
}
