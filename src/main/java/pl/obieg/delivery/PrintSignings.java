package pl.obieg.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What D20 said of a delivery, and the prints signed by hand or returned unsigned. */
@Repository
public class PrintSignings {

    private final JdbcClient jdbc;
    private final Clock clock;

    PrintSignings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How the letter of a delivery is signed.
     *
     * @param kind {@code SG-01} …
     * @param printDocumentId what is printed; {@code null} if the letter goes electronically
     */
    public record Chosen(String kind, String basis, String reason, String printDocumentId) {}

    /**
     * One print.
     *
     * @param attempt which it was signed for, from 1
     * @param documentId what was printed
     * @param signed {@code false}: returned, with the reason in {@code remark}
     */
    public record Signing(
            int attempt,
            String documentId,
            boolean signed,
            String person,
            String post,
            String basis,
            LocalDate signedOn,
            String remark) {}

    /** Empty before D20 was asked. */
    @Transactional(readOnly = true)
    public Optional<Chosen> chosen(String deliveryId) {
        return jdbc.sql("select signature_kind, signature_basis, signature_reason, print_document_id"
                        + " from delivery.delivery where id = ? and signature_kind is not null")
                .param(deliveryId)
                .query((row, number) ->
                        new Chosen(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional();
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<Signing> of(String deliveryId) {
        return jdbc.sql("select * from delivery.print_signing where delivery_id = ? order by id")
                .param(deliveryId)
                .query((row, number) -> new Signing(
                        row.getInt("attempt"),
                        row.getString("document_id"),
                        row.getBoolean("signed"),
                        row.getString("person"),
                        row.getString("post"),
                        row.getString("basis"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("remark")))
                .list();
    }

    void choose(String deliveryId, Chosen chosen) {
        jdbc.sql("""
                update delivery.delivery set signature_kind = ?, signature_basis = ?, signature_reason = ?,
                       print_document_id = ? where id = ?
                """)
                .params(chosen.kind(), chosen.basis(), chosen.reason(), chosen.printDocumentId(), deliveryId)
                .update();
    }

    /** Enters a print once per key. */
    void enter(String key, String deliveryId, Signing signing) {
        jdbc.sql("""
                insert into delivery.print_signing (call_key, delivery_id, attempt, document_id, signed, person, post,
                        basis, signed_on, remark, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (call_key) do nothing
                """)
                .params(
                        key,
                        deliveryId,
                        signing.attempt(),
                        signing.documentId(),
                        signing.signed(),
                        signing.person(),
                        signing.post(),
                        signing.basis(),
                        signing.signedOn(),
                        signing.remark(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether a signed print lies ready that has not left the office: the attempt it was signed for was never sent. */
    boolean copyWaits(String deliveryId) {
        int next = nextAttempt(deliveryId);
        return of(deliveryId).stream().anyMatch(one -> one.signed() && one.attempt() == next);
    }

    int nextAttempt(String deliveryId) {
        return jdbc.sql("select coalesce(max(attempt), 0) + 1 from delivery.dispatch where delivery_id = ?")
                .param(deliveryId)
                .query(Integer.class)
                .single();
    }
}
