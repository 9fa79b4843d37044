package pl.obieg.ledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.Zloty;

/** What the pages on receivables read. */
@Repository
class ReceivableQueries {

    /** {@code nextDue} is {@code null} when all is paid. */
    public record Row(
            String id,
            String caseNumber,
            String account,
            Integer taxYear,
            BigDecimal charged,
            BigDecimal balance,
            LocalDate nextDue) {

        public String accountText() {
            return Nrb.spaced(account);
        }

        public String chargedText() {
            return Zloty.text(charged);
        }

        public String balanceText() {
            return Zloty.text(balance);
        }

        public String nextDueText() {
            return Zloty.day(nextDue);
        }

        /** Whether the next instalment's day has passed. */
        public boolean overdue(LocalDate today) {
            return nextDue != null && nextDue.isBefore(today);
        }
    }

    public record Head(
            String id,
            String caseNumber,
            String account,
            Integer taxYear,
            String regime,
            LocalDate legalDate,
            BigDecimal charged,
            BigDecimal balance) {

        public String accountText() {
            return Nrb.spaced(account);
        }

        public String chargedText() {
            return Zloty.text(charged);
        }

        public String balanceText() {
            return Zloty.text(balance);
        }

        public String legalDateText() {
            return Zloty.day(legalDate);
        }

        public boolean bySelfAssessment() {
            return "SELF".equals(regime);
        }

        public boolean settled() {
            return balance.signum() == 0;
        }
    }

    /** {@code kind}: {@code TAX}, {@code INTEREST} or {@code FEE}; {@code reliefTerm} is {@code null} without a relief. */
    public record InstalmentRow(
            Integer number,
            LocalDate dueOn,
            BigDecimal amount,
            BigDecimal paid,
            BigDecimal writtenOff,
            String kind,
            Integer reliefTerm) {

        /** What the row is, if it comes of a relief. */
        public String relief() {
            if (reliefTerm == null) {
                return "";
            }
            return "ulga, termin " + reliefTerm
                    + ("FEE".equals(kind) ? ": opłata prolongacyjna" : "INTEREST".equals(kind) ? ": odsetki" : "");
        }

        public String dueText() {
            return Zloty.day(dueOn);
        }

        public String amountText() {
            return Zloty.text(amount);
        }

        public String paidText() {
            return Zloty.text(paid);
        }

        public String openText() {
            return Zloty.text(amount.subtract(paid).subtract(writtenOff));
        }

        public String state(LocalDate today) {
            if (paid.add(writtenOff).compareTo(amount) >= 0) {
                return writtenOff.signum() == 0
                        ? "zapłacona"
                        : paid.signum() == 0 ? "odpisana" : "zapłacona, reszta odpisana";
            }
            return dueOn.isBefore(today) ? "po terminie" : "do zapłaty";
        }
    }

    /** {@code instalmentNumber} is {@code null} for costs of upomnienie. */
    public record AllocationRow(String paymentId, Integer instalmentNumber, BigDecimal amount, String explanation) {

        public String amountText() {
            return Zloty.text(amount);
        }

        public String target() {
            return instalmentNumber == null ? "koszty upomnienia" : String.valueOf(instalmentNumber);
        }
    }

    private static final Map<String, String> ORDER = Map.of(
            "sprawa", "r.case_number",
            "rok", "r.tax_year desc, r.case_number",
            "przypis", "r.charged desc, r.case_number",
            "saldo", "r.balance desc, r.case_number",
            "termin", "next_due nulls last, r.case_number");

    private static final String MATCHING = """
             from ledger.receivable r
            where (:text = '' or r.case_number ilike :pattern escape '!'
                   or replace(r.account, ' ', '') like replace(:pattern, ' ', '') escape '!')
              and (not :open or r.balance > 0)
            """;

    private final JdbcClient jdbc;

    ReceivableQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> page(String text, boolean onlyOpen, String order, Paging paging) {
        return jdbc.sql("select r.id, r.case_number, r.account, r.tax_year, r.charged, r.balance,"
                        + " (select min(i.due_on) from ledger.instalment i"
                        + " where i.receivable_id = r.id and i.paid + i.written_off < i.amount) as next_due" + MATCHING
                        + " order by " + ORDER.getOrDefault(order, ORDER.get("termin"))
                        + ", r.id limit :size offset :offset")
                .param("text", text)
                .param("pattern", Paging.pattern(text))
                .param("open", onlyOpen)
                .param("size", Paging.SIZE)
                .param("offset", paging.offset())
                .query(Row.class)
                .list();
    }

    long count(String text, boolean onlyOpen) {
        return jdbc.sql("select count(*)" + MATCHING)
                .param("text", text)
                .param("pattern", Paging.pattern(text))
                .param("open", onlyOpen)
                .query(Long.class)
                .single();
    }

    Optional<Head> head(String id) {
        return jdbc.sql("select id, case_number, account, tax_year, regime, legal_date, charged, balance"
                        + " from ledger.receivable where id = ?")
                .param(id)
                .query(Head.class)
                .optional();
    }

    List<String> partyIds(String id) {
        return jdbc.sql("select party_id from ledger.receivable_party where receivable_id = ? order by party_id")
                .param(id)
                .query(String.class)
                .list();
    }

    List<InstalmentRow> instalments(String id) {
        return jdbc.sql("select number, due_on, amount, paid, written_off, kind, relief_term from ledger.instalment"
                        + " where receivable_id = ? and amount > 0"
                        + " order by due_on, number")
                .param(id)
                .query(InstalmentRow.class)
                .list();
    }

    List<AllocationRow> allocations(String id) {
        return jdbc.sql("select payment_id, instalment_number, amount, explanation from ledger.allocation"
                        + " where receivable_id = ? and reversed_at is null order by id")
                .param(id)
                .query(AllocationRow.class)
                .list();
    }

    /** What was paid to the case beyond all its instalments, zł. */
    BigDecimal overpaid(String caseNumber) {
        return jdbc.sql("select coalesce(sum(amount - allocated - refunded - moved), 0.00) from ledger.payment"
                        + " where case_number = ? and status = 'ALLOCATED'")
                .param(caseNumber)
                .query(BigDecimal.class)
                .single();
    }
}
