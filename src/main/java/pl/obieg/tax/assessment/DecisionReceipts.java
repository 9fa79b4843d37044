package pl.obieg.tax.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Receipt;

/** The receipts of decisions: one per attempt to deliver, the newest that is known of it. */
@Repository
public class DecisionReceipts {

    private final JdbcClient jdbc;

    public DecisionReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param contradicts whether the delivery was concluded from other evidence and must be looked at */
    public record Attempt(int attempt, Receipt receipt, boolean contradicts) {}

    /** Keeps what is told of the attempt unless something newer is known. */
    public void keep(CaseFact.ReceiptRecorded fact) {
        Receipt receipt = fact.receipt();
        jdbc.sql("""
                insert into tax.decision_receipt (delivery_id, attempt, revision, contradicts, channel, number, sent_on,
                        kind, stated_on, receiver_name, receiver_role, receiver_signed, signature_missing_reason,
                        first_notice_on, second_notice_on, notice_placed_where, deposit_place, return_reason,
                        deliverer_name, evidence_id, entered_by, entered_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (delivery_id, attempt) do update set revision = excluded.revision,
                        contradicts = excluded.contradicts, channel = excluded.channel, number = excluded.number,
                        sent_on = excluded.sent_on, kind = excluded.kind, stated_on = excluded.stated_on,
                        receiver_name = excluded.receiver_name, receiver_role = excluded.receiver_role,
                        receiver_signed = excluded.receiver_signed,
                        signature_missing_reason = excluded.signature_missing_reason,
                        first_notice_on = excluded.first_notice_on, second_notice_on = excluded.second_notice_on,
                        notice_placed_where = excluded.notice_placed_where, deposit_place = excluded.deposit_place,
                        return_reason = excluded.return_reason, deliverer_name = excluded.deliverer_name,
                        evidence_id = excluded.evidence_id, entered_by = excluded.entered_by,
                        entered_on = excluded.entered_on
                where excluded.revision > tax.decision_receipt.revision
                """)
                .params(
                        fact.deliveryId(),
                        fact.attempt(),
                        fact.revision(),
                        fact.contradicts(),
                        receipt.channel(),
                        receipt.number(),
                        receipt.sentOn(),
                        receipt.kind(),
                        receipt.statedOn(),
                        receipt.receiverName(),
                        receipt.receiverRole(),
                        receipt.receiverSigned(),
                        receipt.signatureMissingReason(),
                        receipt.firstNoticeOn(),
                        receipt.secondNoticeOn(),
                        receipt.noticePlacedWhere(),
                        receipt.depositPlace(),
                        receipt.returnReason(),
                        receipt.delivererName(),
                        receipt.evidenceId(),
                        receipt.enteredBy(),
                        receipt.enteredOn())
                .update();
    }

    /** All attempts of the delivery, the oldest first. */
    public List<Attempt> of(String deliveryId) {
        return jdbc.sql("select * from tax.decision_receipt where delivery_id = ? order by attempt")
                .param(deliveryId)
                .query(DecisionReceipts::row)
                .list();
    }

    private static Attempt row(ResultSet row, int number) throws SQLException {
        Receipt receipt = new Receipt(
                row.getString("channel"),
                row.getString("number"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("kind"),
                row.getObject("stated_on", LocalDate.class),
                row.getString("receiver_name"),
                row.getString("receiver_role"),
                (Boolean) row.getObject("receiver_signed"),
                row.getString("signature_missing_reason"),
                row.getObject("first_notice_on", LocalDate.class),
                row.getObject("second_notice_on", LocalDate.class),
                row.getString("notice_placed_where"),
                row.getString("deposit_place"),
                row.getString("return_reason"),
                row.getString("deliverer_name"),
                row.getString("evidence_id"),
                row.getString("entered_by"),
                row.getObject("entered_on", LocalDate.class));
        return new Attempt(row.getInt("attempt"), receipt, row.getBoolean("contradicts"));
    }
}
