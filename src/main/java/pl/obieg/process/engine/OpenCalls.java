package pl.obieg.process.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.process.Refusal;
import pl.obieg.process.Replies;

/**
 * Service tasks that wait for a reply, and replies that wait for their task. Either may be first: the one that comes
 * second makes a job of them, so that what then goes wrong is retried and shown like any other failed step.
 */
@Component
class OpenCalls implements Replies {

    private static final Logger LOG = LoggerFactory.getLogger(OpenCalls.class);
    private static final int LONGEST_MESSAGE = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ProcessEngine engine;
    private final Variables variables;
    private final AfterCommit afterCommit;
    private final TransactionTemplate transaction;

    /** A refusal as it travels to the waiting task. */
    record Refused(String code, String message) {}

    OpenCalls(
            JdbcClient jdbc,
            Clock clock,
            @Lazy ProcessEngine engine,
            Variables variables,
            AfterCommit afterCommit,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.engine = engine;
        this.variables = variables;
        this.afterCommit = afterCommit;
        this.transaction = new TransactionTemplate(transactions);
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
                update process.open_call set closed_at = :now where correlation_id in (
                    select c.correlation_id from process.open_call c join process.reply r using (correlation_id)
                    where c.correlation_id = :id and c.closed_at is null for update of c skip locked)
                returning execution_id
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", correlationId)
                .query(String.class)
                .optional()
                .ifPresent(execution -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getCommandExecutorTxRequired()
                        .execute(TakeReply.soon(execution, correlationId))));
    }

    /** What the waiting task is told: the output as JSON, or a {@link Refused}. */
    Object reply(String correlationId) {
        return jdbc.sql("select output, error_code, error_message from process.reply where correlation_id = ?")
                .param(correlationId)
                .query((row, number) ->
                        row.getString(2) == null ? row.getString(1) : new Refused(row.getString(2), row.getString(3)))
                .single();
    }
}
