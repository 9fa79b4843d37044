package pl.obieg.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Letters that reached the office, each stored once however often it comes. */
@Repository
public class Submissions {

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What became of an arrival.
     *
     * @param id of the stored submission
     * @param isNew whether this call stored it; {@code false} for a repeated arrival
     */
    public record Accepted(String id, boolean isNew) {}

    /** Stores the submission unless one of the same channel and external id is there. */
    @Transactional
    public Accepted accept(Submission submission) {
        String id = UUID.randomUUID().toString();
        int stored = jdbc.sql("""
                insert into exchange.submission (id, channel, external_id, namespace, form_code, sender_name,
                        sender_identifier, reply_address, subject, received_at, document_id, evidence_document_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (channel, external_id) do nothing
                """)
                .params(
                        id,
                        submission.channel(),
                        submission.externalId(),
                        submission.namespace(),
                        submission.formCode(),
                        submission.senderName(),
                        submission.senderIdentifier(),
                        submission.replyAddress(),
                        submission.subject(),
                        Timestamp.from(submission.receivedAt()),
                        submission.documentId(),
                        submission.evidenceDocumentId())
                .update();
        if (stored == 0) {
            String known = jdbc.sql("select id from exchange.submission where channel = ? and external_id = ?")
                    .params(submission.channel(), submission.externalId())
                    .query(String.class)
                    .single();
            return new Accepted(known, false);
        }
        int position = 0;
        for (Submission.Attachment attachment : submission.attachments()) {
            jdbc.sql("insert into exchange.submission_attachment values (?, ?, ?, ?)")
                    .params(id, position++, attachment.fileName(), attachment.documentId())
                    .update();
        }
        return new Accepted(id, true);
    }

    /** @throws IllegalArgumentException if there is none */
    public Submission get(String id) {
        List<Submission.Attachment> attachments = jdbc.sql("""
                select file_name, document_id from exchange.submission_attachment
                where submission_id = ? order by position
                """)
                .param(id)
                .query((row, number) ->
                        new Submission.Attachment(row.getString("file_name"), row.getString("document_id")))
                .list();
        return jdbc.sql("select * from exchange.submission where id = ?")
                .param(id)
                .query((row, number) -> row(row, attachments))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No submission " + id));
    }

    /** The reply address of the sender's newest submission through the channel, if it had one. */
    public Optional<String> latestReplyAddress(String channel, String senderIdentifier) {
        return jdbc.sql("""
                select reply_address from exchange.submission
                where channel = ? and sender_identifier = ? and reply_address is not null
                order by received_at desc limit 1
                """)
                .params(channel, senderIdentifier)
                .query(String.class)
                .optional();
    }

    private static Submission row(ResultSet row, List<Submission.Attachment> attachments) throws SQLException {
        return new Submission(
                row.getString("id"),
                row.getString("channel"),
                row.getString("external_id"),
                row.getString("namespace"),
                row.getString("form_code"),
                row.getString("sender_name"),
                row.getString("sender_identifier"),
                row.getString("reply_address"),
                row.getString("subject"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("document_id"),
                row.getString("evidence_document_id"),
                attachments);
    }
}
