package pl.obieg.delivery.edoreczenia;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the office handed to e-Doręczenia and which evidence it already took. An attempt is written in a transaction of
 * its own before the call, so a retry knows of it even if the job was rolled back or the machine died.
 */
@Repository
class SentMessages {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    SentMessages(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param channel code: {@code ADE} or {@code PUH}
     * @param closed all its evidence is there
     * @param messageTaskId {@code null} while the outcome of the attempt is not known
     * @param askedUnder key of the visit in which a clerk was asked about it, or {@code null}
     */
    record Sent(
            String deliveryId,
            String channel,
            Instant attemptedAt,
            String messageTaskId,
            String messageId,
            boolean failed,
            boolean closed,
            Instant collectedAt,
            String askedUnder) {}

    Optional<Sent> of(String deliveryId) {
        return jdbc.sql(SELECT + "where delivery_id = ?")
                .param(deliveryId)
                .query(SentMessages::row)
                .optional();
    }

    /** Notes that the message is about to be sent; what an earlier, failed message left is forgotten. */
    void attempt(String deliveryId, String channel, String idempotencyKey) {
        apart.executeWithoutResult(status ->
                jdbc.sql("""
                insert into delivery.edoreczenia_message (delivery_id, channel, idempotency_key, attempted_at)
                values (?, ?, ?, ?)
                on conflict (delivery_id) do update set channel = excluded.channel,
                    idempotency_key = excluded.idempotency_key,
                    attempted_at = excluded.attempted_at, message_task_id = null, message_id = null,
                    failed = false, collected_at = null, checked_at = null, closed_at = null, asked_under = null
                """).params(deliveryId, channel, idempotencyKey, now()).update());
    }

    /** The operator refused: certainly nothing was sent. */
    void nothingSent(String deliveryId) {
        apart.executeWithoutResult(status -> jdbc.sql(
                        "delete from delivery.edoreczenia_message where delivery_id = ? and message_task_id is null")
                .param(deliveryId)
                .update());
    }

    /** A clerk is asked whether the message is in the mailbox. */
    void asked(String deliveryId, String idempotencyKey) {
        apart.executeWithoutResult(
                status -> jdbc.sql("update delivery.edoreczenia_message set asked_under = ? where delivery_id = ?")
                        .params(idempotencyKey, deliveryId)
                        .update());
    }

    /** The message of an earlier attempt was found in the mailbox. */
    void found(String deliveryId, String messageId) {
        apart.executeWithoutResult(status -> resolved(deliveryId, messageId));
    }

    /** In the caller's transaction, so that evidence is not asked for before the dispatch itself is stored. */
    void handedOver(String deliveryId, String messageTaskId) {
        jdbc.sql("update delivery.edoreczenia_message set message_task_id = ? where delivery_id = ?")
                .params(messageTaskId, deliveryId)
                .update();
    }

    /** Those whose end is not known yet, the longest unchecked first. */
    List<Sent> open(int limit) {
        return jdbc.sql(SELECT + """
                where closed_at is null and message_task_id is not null
                order by checked_at nulls first, delivery_id limit ?
                """).param(limit).query(SentMessages::row).list();
    }

    void resolved(String deliveryId, String messageId) {
        jdbc.sql("update delivery.edoreczenia_message set message_id = ? where delivery_id = ?")
                .params(messageId, deliveryId)
                .update();
    }

    Set<String> evidenceTaken(String deliveryId) {
        return jdbc.sql("select evidence_id from delivery.edoreczenia_evidence where delivery_id = ?")
                .param(deliveryId)
                .query(String.class)
                .set();
    }

    /** Whether this evidence was not taken before; from now on it is. */
    boolean take(String evidenceId, String deliveryId, String type) {
        return jdbc.sql("""
                insert into delivery.edoreczenia_evidence (evidence_id, delivery_id, type, handed_at)
                values (?, ?, ?, ?) on conflict do nothing
                """).params(evidenceId, deliveryId, type, now()).update() == 1;
    }

    void collected(String deliveryId) {
        jdbc.sql(
                        "update delivery.edoreczenia_message set collected_at = coalesce(collected_at, ?) where delivery_id = ?")
                .params(now(), deliveryId)
                .update();
    }

    void close(String deliveryId, boolean failed) {
        jdbc.sql("update delivery.edoreczenia_message set closed_at = ?, failed = ? where delivery_id = ?")
                .params(now(), failed, deliveryId)
                .update();
    }

    void checked(String deliveryId) {
        jdbc.sql("update delivery.edoreczenia_message set checked_at = ? where delivery_id = ?")
                .params(now(), deliveryId)
                .update();
    }

    private static final String SELECT = """
            select delivery_id, channel, attempted_at, message_task_id, message_id, failed,
                   closed_at is not null as closed, collected_at, asked_under
            from delivery.edoreczenia_message
            """;

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Sent row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        Timestamp collected = row.getTimestamp("collected_at");
        return new Sent(
                row.getString("delivery_id"),
                row.getString("channel"),
                row.getTimestamp("attempted_at").toInstant(),
                row.getString("message_task_id"),
                row.getString("message_id"),
                row.getBoolean("failed"),
                row.getBoolean("closed"),
                collected == null ? null : collected.toInstant(),
                row.getString("asked_under"));
    }
}
