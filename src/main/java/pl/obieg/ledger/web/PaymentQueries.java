package pl.obieg.ledger.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.law.AllocationOrder;
import pl.obieg.ledger.law.ThirdPartyPayment.Payer;

/** What the pages on payments and bank files read. */
@Repository
class PaymentQueries {

    private static final Map<String, String> STATES = Map.of(
            "UNMATCHED", "niewyjaśniona",
            "ON_ACCOUNT", "czeka na przypis",
            "ALLOCATED", "zaliczona",
            "RETURNED", "do zwrotu",
            "DEBIT", "obciążenie");

    public record PaymentRow(
            String id,
            LocalDate paidOn,
            BigDecimal amount,
            String sender,
            String title,
            String payerAccount,
            String senderAccount,
            String reference,
            String status,
            String note,
            String caseNumber,
            BigDecimal allocated,
            BigDecimal refunded,
            BigDecimal moved,
            String allocationOrder,
            String payerRelation) {

        /** Whether an order on the allocation is owed, and why (PAY-06); empty while nothing is allocated. */
        public String orderText() {
            return allocationOrder == null
                    ? ""
                    : AllocationOrder.valueOf(allocationOrder).sentence();
        }

        /** Who paid, if a clerk had to find out (PAY-02). */
        public String payerText() {
            return payerRelation == null ? "" : Payer.valueOf(payerRelation).polish();
        }

        public String paidOnText() {
            return Zloty.day(paidOn);
        }

        public String amountText() {
            return Zloty.text(amount);
        }

        public String state() {
            return STATES.get(status);
        }

        public boolean overpaid() {
            return "ALLOCATED".equals(status) && rest().signum() > 0;
        }

        public String overpaidText() {
            return Zloty.text(rest());
        }

        private BigDecimal rest() {
            return amount.subtract(allocated).subtract(refunded).subtract(moved);
        }

        public String payerAccountText() {
            return Nrb.spaced(payerAccount);
        }

        public String senderAccountText() {
            return Nrb.spaced(senderAccount);
        }
    }

    /** A case that an unmatched payment may belong to. */
    public record Suggestion(String caseNumber, String receivableId, BigDecimal balance) {

        public String balanceText() {
            return Zloty.text(balance);
        }
    }

    public record FileRow(
            String id,
            String name,
            String status,
            String reason,
            Instant receivedAt,
            Integer newLines,
            Integer knownLines) {

        private static final DateTimeFormatter MINUTE =
                DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(OfficeClock.WARSAW);

        public String receivedText() {
            return MINUTE.format(receivedAt);
        }

        public boolean rejected() {
            return "REJECTED".equals(status);
        }
    }

    private static final String COLUMNS = "select id, paid_on, amount, sender, title, payer_account, sender_account,"
            + " reference, status, note, case_number, allocated, refunded, moved, allocation_order,"
            + " payer_relation from ledger.payment";

    private final JdbcClient jdbc;

    PaymentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param state a code of {@link #states()} or empty for all */
    List<PaymentRow> page(String state, Paging paging) {
        return jdbc.sql(COLUMNS + " where (? = '' or status = ?) order by received_at desc, id limit ? offset ?")
                .params(state, state, Paging.SIZE, paging.offset())
                .query(PaymentRow.class)
                .list();
    }

    long count(String state) {
        return jdbc.sql("select count(*) from ledger.payment where (? = '' or status = ?)")
                .params(state, state)
                .query(Long.class)
                .single();
    }

    Optional<PaymentRow> payment(String id) {
        return jdbc.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(PaymentRow.class)
                .optional();
    }

    List<String> explanations(String paymentId) {
        return jdbc.sql("select explanation from ledger.allocation where payment_id = ?"
                        + " and reversed_at is null order by id")
                .param(paymentId)
                .query(String.class)
                .list();
    }

    /** What of the payment went back to the payer. */
    List<String> refunds(String paymentId) {
        return jdbc.sql("""
                select 'Zwrot ' || f.number || ': ' || replace(p.amount::text, '.', ',') || ' zł, ' || case f.status
                    when 'PREPARED' then 'czeka na zatwierdzenie' when 'ORDERED' then 'zlecony '
                        || to_char(f.ordered_on, 'DD.MM.YYYY')
                    else 'wykonany ' || to_char(f.executed_on, 'DD.MM.YYYY') end || '. ' || f.explanation
                from ledger.refund_part p join ledger.refund f on f.id = p.refund_id
                where p.payment_id = ? and f.status <> 'CANCELLED' order by f.prepared_on, f.number
                """).param(paymentId).query(String.class).list();
    }

    /** Cases named in the title, cases the same account paid for before, cases with an instalment of the amount. */
    List<Suggestion> suggestions(PaymentRow payment) {
        return jdbc.sql("""
                select r.case_number, r.id as receivable_id, r.balance
                from ledger.receivable r
                where r.balance > 0 and (
                    position(lower(r.case_number) in lower(:title)) > 0
                    or r.case_number in (select p.case_number from ledger.payment p
                        where p.sender_account = :sender and p.status = 'ALLOCATED')
                    or exists (select from ledger.instalment i
                        where i.receivable_id = r.id and i.amount - i.paid - i.written_off = :amount))
                order by position(lower(r.case_number) in lower(:title)) > 0 desc,
                    r.case_number in (select p.case_number from ledger.payment p
                        where p.sender_account = :sender and p.status = 'ALLOCATED') desc,
                    r.case_number
                limit 5
                """)
                .param("title", payment.title() == null ? "" : payment.title())
                .param("sender", payment.senderAccount() == null ? "" : payment.senderAccount())
                .param("amount", payment.amount())
                .query(Suggestion.class)
                .list();
    }

    List<FileRow> files(Paging paging) {
        return jdbc.sql("select id, name, status, reason, received_at, new_lines, known_lines from ledger.bank_file"
                        + " order by received_at desc, id limit ? offset ?")
                .params(Paging.SIZE, paging.offset())
                .query(FileRow.class)
                .list();
    }

    long countFiles() {
        return jdbc.sql("select count(*) from ledger.bank_file")
                .query(Long.class)
                .single();
    }

    static Map<String, String> states() {
        return STATES;
    }
}
