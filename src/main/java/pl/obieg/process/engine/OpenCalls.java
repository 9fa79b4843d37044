package pl.obieg.process.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import pl.obieg.process.Refusal;
import pl.obieg.process.Replies;

/**
 * Service tasks that wait for a reply, and replies that wait for their task. Either may be first: the one that comes
 * second brings them together, in one transaction.
 */
@Component
class OpenCalls implements Replies {

    private static final Logger LOG = LoggerFactory.getLogger(OpenCalls.class);
    private static final int LONGEST_MESSAGE = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RuntimeService runtime;
    private final Variables variables;
    private final AfterCommit afterCommit;
    private final org.springframework.transaction.support.TransactionTemplate transaction;

    /** A refusal as it travels to the waiting task. */
    record Refused(String code, String message) {}

    private record Reply(String executionId, String output, String errorCode, String errorMessage) {}

    OpenCalls(
            JdbcClient jdbc,
            Clock clock,
            @Lazy RuntimeService runtime,
            Variables variables,
            AfterCommit afterCommit,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.runtime = runtime;
        this.variables = variables;
        this.afterCommit = afterCommit;
        this.transaction = new org.springframework.transaction.support.TransactionTemplate(transactions);
    }

    void open(String correlationId, String executionId, String operation) {
        jdbc.sql("""
                insert into process.open_call (correlation_id, execution_id, operation, opened_at)
                values (?, ?, ?, ?)
                """)
                .params(correlationId, executionId, operation, Timestamp.from(clock.instant()))
                .update();
        afterCommit.run(() -> bringTogether(correlationId));
    }

    @Override
    public void answer(String correlationId, Record output) {
        store(correlationId, variables.toJson(output), null, null);
    }

    @Override
    public void refuse(String correlationId, Refusal refusal) {
        store(correlationId, null, refusal.code(), shortened(refusal.getMessage()));
    }

    private static String shortened(String message) {
        return message == null || message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    private void store(String correlationId, String output, String code, String message) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into process.reply (correlation_id, output, error_code, error_message, replied_at)
                    values (?, ?, ?, ?, ?) on conflict (correlation_id) do nothing
                    """)
                    .params(correlationId, output, code, message, Timestamp.from(clock.instant()))
                    .update();
            afterCommit.run(() -> bringTogether(correlationId));
        });
    }

    /** Tries every call whose reply is there, in case a node died between the two. */
    void sweep() {
        List<String> ready = jdbc.sql("""
                select c.correlation_id from process.open_call c join process.reply r using (correlation_id)
                where c.closed_at is null limit 200
                """).query(String.class).list();
        for (String correlationId : ready) {
            try {
                bringTogether(correlationId);
            } catch (RuntimeException left) {
                // One call that cannot go on must not hold up the others.
                LOG.warn(
                        "Reply to {} was not taken: {}",
                        correlationId,
                        left.getClass().getSimpleName());
            }
        }
    }

    private void bringTogether(String correlationId) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                select c.execution_id, r.output, r.error_code, r.error_message
                from process.open_call c join process.reply r using (correlation_id)
                where c.correlation_id = ? and c.closed_at is null for update of c skip locked
                """)
                .param(correlationId)
                .query((row, number) ->
                        new Reply(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .optional()
                .ifPresent(reply -> {
                    jdbc.sql("update process.open_call set closed_at = ? where correlation_id = ?")
                            .params(Timestamp.from(clock.instant()), correlationId)
                            .update();
                    if (runtime.createExecutionQuery()
                                    .executionId(reply.executionId())
                                    .count()
                            == 0) {
                        // The case went on without the reply (a timer, a cancelled case): nobody waits for it any more.
                        return;
                    }
                    Object data = reply.errorCode() == null
                            ? reply.output()
                            : new Refused(reply.errorCode(), reply.errorMessage());
                    runtime.signal(reply.executionId(), null, data, null);
                }));
    }
}
