package pl.obieg.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.law.Allocation.CostPart;
import pl.obieg.ledger.law.Allocation.DuePart;
import pl.obieg.ledger.law.Allocation.Wish;
import pl.obieg.ledger.law.AllocationOrder;
import pl.obieg.ledger.law.ThirdPartyPayment.Payer;

/** Lines of bank statements, each once. Names and titles are personal data and stay in this schema. */
@Repository
class Payments {

    /** Where a payment stands. */
    enum Status {
        /** Nobody knows whose it is; a clerk decides. */
        UNMATCHED,
        /** On the account of a case that has no receivable yet. */
        ON_ACCOUNT,
        ALLOCATED,
        RETURNED,
        /** Money that left the office's account; nothing to allocate. */
        DEBIT
    }

    /** The part of a payment that decisions need. */
    record Payment(
            String id,
            BigDecimal amount,
            LocalDate paidOn,
            Status status,
            String caseNumber,
            BigDecimal allocated,
            BigDecimal refunded,
            BigDecimal moved,
            String wishedReceivable,
            Integer wishedInstalment,
            String enforcedBy) {

        /** Not set against anything yet and not given back, zł. */
        BigDecimal rest() {
            return amount.subtract(allocated).subtract(refunded).subtract(moved);
        }

        /** What the payer named, or {@code null}. */
        Wish wish() {
            return wishedReceivable == null ? null : new Wish(wishedReceivable, wishedInstalment);
        }
    }

    /** A part of a payment that counts. */
    record Counted(String receivableId, String paymentId, int instalmentNumber, LocalDate paidOn) {}

    private static final String COLUMNS = "id, amount, paid_on, status, case_number, allocated, refunded, moved,"
            + " wished_receivable, wished_instalment, enforced_by";

    private static final String DEBIT_NOTE =
            "Obciążenie rachunku urzędu, nie podlega zaliczeniu. Jeżeli bank cofnął w ten"
                    + " sposób wpłatę, jej zaliczenie trzeba skorygować ręcznie.";

    private final JdbcClient jdbc;
    private final Clock clock;

    Payments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the new payment's id, or nothing if the line is known */
    Optional<String> insert(BankLine line, String bankFileId) {
        String id = UUID.randomUUID().toString();
        int written = jdbc.sql("""
                insert into ledger.payment (id, bank_file_id, bank_account, reference, credit, value_date, paid_on,
                        amount, payer_account, sender_account, sender, title, status, note, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (bank_account, reference, value_date, amount, credit) do nothing
                """)
                .params(
                        id,
                        bankFileId,
                        line.bankAccount(),
                        line.reference(),
                        line.credit(),
                        line.valueDate(),
                        line.paidOn(),
                        line.amount(),
                        line.payerAccount(),
                        line.senderAccount(),
                        line.sender(),
                        line.title(),
                        (line.credit() ? Status.UNMATCHED : Status.DEBIT).name(),
                        line.credit() ? null : DEBIT_NOTE,
                        Timestamp.from(clock.instant()))
                .update();
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The payment, held until the end of the transaction. */
    Optional<Payment> lock(String paymentId) {
        return jdbc.sql("select " + COLUMNS + " from ledger.payment where id = ? for update")
                .param(paymentId)
                .query(Payment.class)
                .optional();
    }

    /** Payments of the case that are not used up, oldest first, held. */
    List<Payment> lockWithRest(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from ledger.payment where case_number = ?"
                        + " and status in ('ON_ACCOUNT', 'ALLOCATED') and allocated + refunded + moved < amount"
                        + " order by paid_on, received_at, id for update")
                .param(caseNumber)
                .query(Payment.class)
                .list();
    }

    /** Reserves a part for a refund; less than zero releases it. */
    void refund(String paymentId, BigDecimal amount) {
        jdbc.sql("update ledger.payment set refunded = refunded + ? where id = ?")
                .params(amount, paymentId)
                .update();
    }

    /**
     * Takes a part of a payment to another account as a payment of the same day.
     *
     * @return its id
     */
    String move(String paymentId, BigDecimal amount, String account, String explanation) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into ledger.payment (id, bank_account, reference, credit, value_date, paid_on, amount,
                        payer_account, sender_account, sender, title, status, note, received_at, moved_from)
                select ?, bank_account, ?, true, value_date, paid_on, ?, ?, sender_account, sender,
                        'Zaliczenie nadpłaty ze sprawy ' || case_number, 'UNMATCHED', ?, ?, id
                from ledger.payment where id = ?
                """)
                .params(id, "NADPLATA-" + id, amount, account, explanation, Timestamp.from(clock.instant()), paymentId)
                .update();
        jdbc.sql("update ledger.payment set moved = moved + ?, note = concat_ws(' ', note, ?) where id = ?")
                .params(amount, explanation, paymentId)
                .update();
        return id;
    }

    /** What the payer named, or the dues of the title the enforcement office collected it by. */
    List<Wish> wishes(Payment payment) {
        return payment.enforcedBy() == null
                ? payment.wish() == null ? List.of() : List.of(payment.wish())
                : jdbc.sql("select x.receivable_id, x.instalment_number as number from ledger.dunning_due x"
                                + " join ledger.title t on t.dunning_id = x.dunning_id where t.number = ?")
                        .param(payment.enforcedBy())
                        .query(Wish.class)
                        .list();
    }

    /** The enforcement office collected it by the title. */
    void enforcedBy(String paymentId, String titleNumber) {
        jdbc.sql("update ledger.payment set enforced_by = ? where id = ?")
                .params(titleNumber, paymentId)
                .update();
    }

    /** What its title said was of another account. */
    void forgetTitle(String paymentId) {
        jdbc.sql("update ledger.payment set wished_receivable = null, wished_instalment = null, enforced_by = null,"
                        + " allocation_order = null where id = ?")
                .param(paymentId)
                .update();
    }

    /** It was made on another day than the bank says (PAY-01). */
    void paidOn(String paymentId, LocalDate day) {
        jdbc.sql("update ledger.payment set paid_on = ? where id = ?")
                .params(day, paymentId)
                .update();
    }

    /** The payer named an instalment (PAY-04). */
    void wish(String paymentId, Wish wish) {
        jdbc.sql("update ledger.payment set wished_receivable = ?, wished_instalment = ? where id = ?")
                .params(wish.receivableId(), wish.number(), paymentId)
                .update();
    }

    void update(String paymentId, Status status, String caseNumber, BigDecimal allocated, String polishNote) {
        jdbc.sql("update ledger.payment set status = ?, case_number = ?, allocated = ?, note = ? where id = ?")
                .params(status.name(), caseNumber, allocated, polishNote, paymentId)
                .update();
    }

    /** A clerk is to say who the payer is (PAY-02). */
    void doubt(String paymentId) {
        jdbc.sql("update ledger.payment set payer_doubt = true where id = ?")
                .param(paymentId)
                .update();
    }

    boolean doubted(String paymentId) {
        return jdbc.sql("select payer_doubt and payer_relation is null from ledger.payment where id = ?")
                .param(paymentId)
                .query(Boolean.class)
                .single();
    }

    void relation(String paymentId, Payer payer) {
        jdbc.sql("update ledger.payment set payer_relation = ? where id = ?")
                .params(payer.name(), paymentId)
                .update();
    }

    void order(String paymentId, AllocationOrder order) {
        jdbc.sql("update ledger.payment set allocation_order = ? where id = ?")
                .params(order.name(), paymentId)
                .update();
    }

    void insertAllocation(String paymentId, DuePart part, String kind, BigDecimal amount, String explanation) {
        jdbc.sql("""
                insert into ledger.allocation (payment_id, receivable_id, instalment_number, kind, amount, explanation,
                        allocated_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        paymentId,
                        part.due().receivableId(),
                        part.due().number(),
                        kind,
                        amount,
                        explanation,
                        Timestamp.from(clock.instant()))
                .update();
    }

    void insertAllocation(String paymentId, CostPart part, String explanation) {
        jdbc.sql("""
                insert into ledger.allocation (payment_id, receivable_id, cost_id, kind, amount, explanation,
                        allocated_at)
                values (?, ?, ?, 'COST', ?, ?, ?)
                """)
                .params(
                        paymentId,
                        part.cost().receivableId(),
                        part.cost().id(),
                        part.amount(),
                        explanation,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Takes back what counts on a term of a relief. @return the payments that have a rest again */
    List<String> release(String receivableId, String reliefId, int term, String reason) {
        record Part(String paymentId, int number, String kind, BigDecimal amount) {}
        List<Part> parts = jdbc.sql("""
                select a.payment_id, a.instalment_number as number, a.kind, a.amount
                from ledger.allocation a join ledger.instalment i
                    on i.receivable_id = a.receivable_id and i.number = a.instalment_number
                where i.receivable_id = ? and i.relief_id = ? and i.relief_term = ? and a.reversed_at is null
                """)
                .params(receivableId, reliefId, term)
                .query(Part.class)
                .list();
        for (Part part : parts) {
            jdbc.sql("update ledger.allocation set reversed_at = ?, reversal_reason = ? where reversed_at is null"
                            + " and payment_id = ? and receivable_id = ? and instalment_number = ?")
                    .params(Timestamp.from(clock.instant()), reason, part.paymentId(), receivableId, part.number())
                    .update();
            jdbc.sql("update ledger.payment set allocated = allocated - ? where id = ?")
                    .params(part.amount(), part.paymentId())
                    .update();
            if ("PRINCIPAL".equals(part.kind())) {
                jdbc.sql("update ledger.receivable set balance = balance + ? where id = ?")
                        .params(part.amount(), receivableId)
                        .update();
            }
        }
        jdbc.sql("update ledger.instalment set paid = 0, interest_paid = 0 where receivable_id = ? and relief_id = ?"
                        + " and relief_term = ?")
                .params(receivableId, reliefId, term)
                .update();
        return parts.stream().map(Part::paymentId).distinct().toList();
    }

    /** Takes back every part of the case's payments; they stay as history. @return what counted on instalments */
    List<Counted> reverse(String caseNumber, String reason) {
        List<Counted> counted =
                jdbc.sql("""
                select distinct a.receivable_id, a.payment_id, a.instalment_number, p.paid_on
                from ledger.allocation a join ledger.payment p on p.id = a.payment_id
                where p.case_number = ? and a.reversed_at is null and a.kind <> 'COST'
                order by p.paid_on, a.payment_id, a.receivable_id, a.instalment_number
                """).param(caseNumber).query(Counted.class).list();
        jdbc.sql("update ledger.allocation set reversed_at = ?, reversal_reason = ? where reversed_at is null"
                        + " and payment_id in (select id from ledger.payment where case_number = ?)")
                .params(Timestamp.from(clock.instant()), reason, caseNumber)
                .update();
        jdbc.sql("update ledger.payment set allocated = 0, allocation_order = null where case_number = ?"
                        + " and status = 'ALLOCATED'")
                .param(caseNumber)
                .update();
        return counted;
    }

    /** Whether a payment of the case made after the day counts already. */
    boolean countsAfter(String caseNumber, LocalDate day) {
        return jdbc.sql("select exists (select from ledger.payment where case_number = ? and status = 'ALLOCATED'"
                        + " and allocated > 0 and paid_on > ?)")
                .params(caseNumber, day)
                .query(Boolean.class)
                .single();
    }

    /** What was paid to the case beyond all its instalments and is neither refunded nor moved, zł. */
    BigDecimal overpaid(String caseNumber) {
        return jdbc.sql("select coalesce(sum(amount - allocated - refunded - moved), 0.00) from ledger.payment"
                        + " where case_number = ? and status = 'ALLOCATED'")
                .param(caseNumber)
                .query(BigDecimal.class)
                .single();
    }
}
