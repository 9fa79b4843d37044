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
            String id, BigDecimal amount, LocalDate paidOn, Status status, String caseNumber, BigDecimal allocated) {}

    private static final String COLUMNS = "id, amount, paid_on, status, case_number, allocated";

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

    /** Payments that came to the case before anything was charged, oldest first, held. */
    List<Payment> lockWaiting(String caseNumber) {
        return jdbc.sql("select " + COLUMNS + " from ledger.payment where case_number = ? and status = 'ON_ACCOUNT'"
                        + " order by paid_on, received_at, id for update")
                .param(caseNumber)
                .query(Payment.class)
                .list();
    }

    void update(String paymentId, Status status, String caseNumber, BigDecimal allocated, String polishNote) {
        jdbc.sql("update ledger.payment set status = ?, case_number = ?, allocated = ?, note = ? where id = ?")
                .params(status.name(), caseNumber, allocated, polishNote, paymentId)
                .update();
    }

    void insertAllocation(String paymentId, Allocation.Part part, String explanation) {
        jdbc.sql("""
                insert into ledger.allocation (payment_id, receivable_id, instalment_number, amount, explanation,
                        allocated_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(
                        paymentId,
                        part.instalment().receivableId(),
                        part.instalment().number(),
                        part.amount(),
                        explanation,
                        Timestamp.from(clock.instant()))
                .update();
    }
}
