package pl.obieg.process.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.ProcedureMessageWithdrawn;

/**
 * Keeps messages until a procedure takes them. The engine itself has no buffer: a message nobody waits for at that
 * instant would fail. Here it is stored in the sender's transaction, once per name and external id, and handed over as
 * soon as somebody waits: right after it came, right after a procedure reached a waiting place, or by the sweep.
 */
@Component
class MessageInbox {

    private static final Logger LOG = LoggerFactory.getLogger(MessageInbox.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Variables variables;
    private final AfterCommit afterCommit;
    private final OpenCalls openCalls;
    private final TransactionTemplate transaction;

    private record Kept(String name, String businessKey, String variables) {}

    MessageInbox(
            JdbcClient jdbc,
            Clock clock,
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            Variables variables,
            AfterCommit afterCommit,
            OpenCalls openCalls,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.runtime = runtime;
        this.repository = repository;
        this.variables = variables;
        this.afterCommit = afterCommit;
        this.openCalls = openCalls;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void accept(ProcedureMessage message) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                insert into process.message (name, business_key, external_id, variables, received_at)
                values (?, ?, ?, ?, ?) on conflict (name, external_id) do nothing returning id
                """)
                .params(
                        message.name(),
                        message.businessKey(),
                        message.externalId(),
                        variables.toJson(message.variables()),
                        Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .ifPresentOrElse(
                        id -> afterCommit.run(() -> handOver(id)),
                        () -> LOG.info("Message {} came again", message.name())));
    }

    @EventListener
    void forget(ProcedureMessageWithdrawn withdrawn) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "delete from process.message where name = ? and external_id = ? and delivered_at is null")
                .params(withdrawn.name(), withdrawn.externalId())
                .update());
    }

    /** A procedure with this business key has reached a waiting place: look after the present transaction. */
    void somebodyWaits(String businessKey) {
        if (businessKey == null) {
            return;
        }
        afterCommit.run(
                () -> jdbc.sql("""
                select id from process.message where business_key = ? and delivered_at is null order by id
                """).param(businessKey).query(Long.class).list().forEach(this::handOver));
    }

    /**
     * Finds what a crash or a collision left. The longer nobody has waited for a message, the more seldom it is tried:
     * after a tenth of the time it has lain here. Otherwise old ones that nobody will ever take would be tried without
     * end.
     */
    @Scheduled(fixedDelayString = "${obieg.process.sweep-delay:PT5S}")
    void sweep() {
        List<Long> waiting = jdbc.sql("""
                select id from process.message
                where delivered_at is null and (tried_at is null or ? - tried_at >= (tried_at - received_at) / 10)
                order by tried_at nulls first, id limit 200
                """)
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .list();
        for (Long id : waiting) {
            try {
                handOver(id);
            } catch (RuntimeException collision) {
                // Goes to the end of the queue, so that a message that always fails does not keep others from their
                // turn.
                jdbc.sql("update process.message set tried_at = ? where id = ?")
                        .params(Timestamp.from(clock.instant()), id)
                        .update();
                LOG.info(
                        "Message {} will be tried again: {}",
                        id,
                        collision.getClass().getSimpleName());
            }
        }
        openCalls.sweep();
    }

    private void handOver(long id) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                select name, business_key, variables from process.message
                where id = ? and delivered_at is null for update skip locked
                """)
                .param(id)
                .query((row, number) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .ifPresent(message -> {
                    boolean taken = take(message);
                    jdbc.sql("update process.message set tried_at = :now, delivered_at = :delivered where id = :id")
                            .param("now", Timestamp.from(clock.instant()))
                            .param(
                                    "delivered",
                                    taken ? Timestamp.from(clock.instant()) : null,
                                    java.sql.Types.TIMESTAMP)
                            .param("id", id)
                            .update();
                }));
    }

    private boolean take(Kept message) {
        Map<String, Object> payload = variables.mapFromJson(message.variables());
        List<Execution> waiting = runtime.createExecutionQuery()
                .messageEventSubscriptionName(message.name())
                .processInstanceBusinessKey(message.businessKey())
                .listPage(0, 1);
        if (!waiting.isEmpty()) {
            runtime.messageEventReceived(message.name(), waiting.get(0).getId(), payload);
            return true;
        }
        boolean begins = repository
                        .createProcessDefinitionQuery()
                        .messageEventSubscriptionName(message.name())
                        .latestVersion()
                        .count()
                > 0;
        if (begins) {
            runtime.startProcessInstanceByMessage(message.name(), message.businessKey(), payload);
        }
        return begins;
    }
}
