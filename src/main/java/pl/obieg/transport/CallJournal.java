package pl.obieg.transport;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The journal of calls to outside systems. A call that has succeeded under an idempotency key is not made again: its
 * first reference is answered. Attempts are written in transactions of their own, so they survive a roll-back of the
 * job that made them. It holds ids and outcomes, never bodies or personal data.
 *
 * <p>Of two callers at the same moment under one key only one calls. The other is turned away and tries later: the lock
 * lies in the caller's own transaction, so it needs no second connection of the pool and dies with the node.
 */
@Repository
public class CallJournal {

    private static final Logger LOG = LoggerFactory.getLogger(CallJournal.class);

    private static final int LONGEST_REFERENCE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    CallJournal(JdbcClient jdbc, Clock clock, org.springframework.transaction.PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
    }

    /**
     * Makes the call unless it already succeeded.
     *
     * @param system word of the system: {@code post}
     * @param operation of its contract: {@code addShipment}
     * @param call makes the call and returns the reference the system gave; 200 characters of it are kept
     * @return the reference of the first success
     * @throws CallInProgress if somebody else is making this very call
     */
    public String once(String system, String operation, String idempotencyKey, Supplier<String> call) {
        Optional<String> first = reference(system, operation, idempotencyKey);
        if (first.isPresent()) {
            return first.get();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone(system, operation, idempotencyKey, call);
        }
        return apart.execute(status -> alone(system, operation, idempotencyKey, call));
    }

    private String alone(String system, String operation, String idempotencyKey, Supplier<String> call) {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 4712))")
                .param(system + '\n' + operation + '\n' + idempotencyKey)
                .query(Boolean.class)
                .single();
        if (!mine) {
            throw new CallInProgress(system, operation);
        }
        // Whoever held the lock may have succeeded meanwhile.
        Optional<String> first = reference(system, operation, idempotencyKey);
        return first.isPresent() ? first.get() : make(system, operation, idempotencyKey, call);
    }

    private Optional<String> reference(String system, String operation, String idempotencyKey) {
        Optional<String> first = jdbc.sql("""
                select reference from transport.call
                where system = ? and operation = ? and idempotency_key = ? and outcome = 'DONE'
                """)
                .params(system, operation, idempotencyKey)
                .query(String.class)
                .optional();
        first.ifPresent(known -> LOG.info("{} {} was done before under the same key", system, operation));
        return first;
    }

    private String make(String system, String operation, String idempotencyKey, Supplier<String> call) {
        try {
            String reference = shortened(call.get());
            write(system, operation, idempotencyKey, "DONE", reference);
            return reference;
        } catch (RuntimeException failure) {
            write(
                    system,
                    operation,
                    idempotencyKey,
                    "FAILED",
                    failure.getClass().getSimpleName());
            throw failure;
        }
    }

    /** A call that succeeded must be recorded whatever the system answered, or a retry would make it again. */
    private static String shortened(String reference) {
        String known = reference == null ? "" : reference;
        return known.length() <= LONGEST_REFERENCE ? known : known.substring(0, LONGEST_REFERENCE);
    }

    private void write(String system, String operation, String key, String outcome, String reference) {
        apart.executeWithoutResult(status -> jdbc.sql("""
                insert into transport.call (system, operation, idempotency_key, outcome, reference, called_at)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(system, operation, key, outcome, reference, Timestamp.from(clock.instant()))
                .update());
    }

    /** How many calls of the operation succeeded under the key: 0 or 1. */
    @Transactional(readOnly = true)
    public int successes(String system, String operation, String idempotencyKey) {
        return jdbc.sql("""
                select count(*) from transport.call
                where system = ? and operation = ? and idempotency_key = ? and outcome = 'DONE'
                """)
                .params(system, operation, idempotencyKey)
                .query(Integer.class)
                .single();
    }
}
