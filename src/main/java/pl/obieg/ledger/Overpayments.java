package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.OfficeClock;

/** Overpayments being dealt with, and the refunds made of them (OVP-01, OVP-02). */
@Repository
public class Overpayments {

    /** An overpayment; {@code caseNumber} is {@code null} until a case deals with it. */
    public record Overpaid(
            String id, String account, String caseNumber, LocalDate foundOn, LocalDate refundBy, String bankAccount) {}

    /** A refund; {@code bankAccount} is {@code null} unless it is a transfer. Amounts in zł. */
    public record Refund(
            String id,
            String number,
            String overpaymentId,
            String way,
            String bankAccount,
            BigDecimal amount,
            BigDecimal interest,
            String explanation,
            String status) {

        /** What leaves the office's account, zł. */
        public BigDecimal total() {
            return amount.add(interest);
        }
    }

    private static final String COLUMNS = "id, account, case_number, found_on, refund_by, bank_account";
    private static final Pattern NUMBER = Pattern.compile("ZW/\\d{4}/\\d+");

    private final JdbcClient jdbc;
    private final OfficeClock clock;

    Overpayments(JdbcClient jdbc, OfficeClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the id of a new one; nothing if the account's overpayment is being dealt with */
    Optional<String> found(String account) {
        String id = UUID.randomUUID().toString();
        int written = jdbc.sql("insert into ledger.overpayment (id, account, found_on) values (?, ?, ?)"
                        + " on conflict (account) where closed_on is null do nothing")
                .params(id, account, clock.today())
                .update();
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The one being dealt with on the account. */
    Optional<Overpaid> open(String account) {
        return jdbc.sql("select " + COLUMNS + " from ledger.overpayment where account = ? and closed_on is null")
                .param(account)
                .query(Overpaid.class)
                .optional();
    }

    /** The one a case deals or dealt with. */
    public Optional<Overpaid> ofCase(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from ledger.overpayment where case_number = ?")
                .param(caseNumber)
                .query(Overpaid.class)
                .optional();
    }

    Overpaid of(String id) {
        return jdbc.sql("select " + COLUMNS + " from ledger.overpayment where id = ?")
                .param(id)
                .query(Overpaid.class)
                .single();
    }

    void takeUp(String id, String caseNumber, LocalDate refundBy) {
        jdbc.sql("update ledger.overpayment set case_number = ?, refund_by = ? where id = ?")
                .params(caseNumber, refundBy, id)
                .update();
    }

    /** Where the payer wants the money; personal data. */
    public void payTo(String id, String nrb) {
        jdbc.sql("update ledger.overpayment set bank_account = ? where id = ? and closed_on is null")
                .params(nrb, id)
                .update();
    }

    void close(String id) {
        jdbc.sql("update ledger.overpayment set closed_on = coalesce(closed_on, ?) where id = ?")
                .params(clock.today(), id)
                .update();
    }

    /** Keeps a refund and what it is made of. */
    Refund prepare(
            Overpaid overpaid,
            String way,
            List<Payments.Payment> from,
            BigDecimal interest,
            LocalDate interestFrom,
            String explanation) {
        String id = UUID.randomUUID().toString();
        long number = jdbc.sql("select nextval('ledger.refund_number')")
                .query(Long.class)
                .single();
        BigDecimal amount = from.stream().map(Payments.Payment::rest).reduce(BigDecimal.ZERO, BigDecimal::add);
        jdbc.sql("""
                insert into ledger.refund (id, number, overpayment_id, way, bank_account, amount, interest,
                        interest_from, explanation, status, prepared_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PREPARED', ?)
                """)
                .params(
                        id,
                        "ZW/" + clock.today().getYear() + "/" + number,
                        overpaid.id(),
                        way,
                        "TRANSFER".equals(way) ? overpaid.bankAccount() : null,
                        amount,
                        interest,
                        interestFrom,
                        explanation,
                        clock.today())
                .update();
        from.forEach(payment -> jdbc.sql("insert into ledger.refund_part values (?, ?, ?)")
                .params(id, payment.id(), payment.rest())
                .update());
        return lock(id);
    }

    Refund lock(String refundId) {
        return jdbc.sql("select id, number, overpayment_id, way, bank_account, amount, interest, explanation, status"
                        + " from ledger.refund where id = ? for update")
                .param(refundId)
                .query(Refund.class)
                .single();
    }

    /** The refund that waits for a second person, if the case has one. */
    Optional<String> prepared(String overpaymentId) {
        return jdbc.sql("select id from ledger.refund where overpayment_id = ? and status = 'PREPARED'")
                .param(overpaymentId)
                .query(String.class)
                .optional();
    }

    /** What of which payment. */
    record Part(String paymentId, BigDecimal amount) {}

    List<Part> parts(String refundId) {
        return jdbc.sql("select payment_id, amount from ledger.refund_part where refund_id = ?")
                .param(refundId)
                .query(Part.class)
                .list();
    }

    void ordered(String refundId, String fileId) {
        jdbc.sql("update ledger.refund set status = 'ORDERED', ordered_on = ?, file_id = ? where id = ?")
                .params(clock.today(), fileId, refundId)
                .update();
    }

    void cancel(String refundId) {
        jdbc.sql("update ledger.refund set status = 'CANCELLED' where id = ?")
                .param(refundId)
                .update();
    }

    /** The bank's statement shows that a transfer was made: its number stands in the title. */
    void executed(String title, BigDecimal amount, LocalDate day) {
        Matcher number = NUMBER.matcher(title == null ? "" : title);
        if (number.find()) {
            jdbc.sql("update ledger.refund set status = 'EXECUTED', executed_on = ? where number = ?"
                            + " and status = 'ORDERED' and amount + interest = ?")
                    .params(day, number.group(), amount)
                    .update();
        }
    }
}
