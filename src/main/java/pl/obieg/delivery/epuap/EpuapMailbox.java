package pl.obieg.delivery.epuap;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the office's box in ePUAP. A document is confirmed, and so leaves ePUAP, only after it is stored and
 * committed; what comes again because a confirmation was lost is stored once and confirmed again.
 */
@Component
class EpuapMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(EpuapMailbox.class);

    private final PullService pull;
    private final EpuapIntake intake;
    private final EpuapSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate round;
    private final TransactionTemplate apart;

    EpuapMailbox(
            PullService pull,
            EpuapIntake intake,
            EpuapSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.pull = pull;
        this.intake = intake;
        this.settings = settings;
        this.jdbc = jdbc;
        this.round = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Looks into the box now and then. */
    @Scheduled(initialDelayString = "5s", fixedDelayString = "${obieg.systems.epuap.poll-interval:60s}")
    void poll() {
        if (!settings.connected()) {
            return;
        }
        try {
            int stored = collect();
            if (stored > 0) {
                LOG.info("{} documents came by ePUAP", stored);
            }
        } catch (RuntimeException failure) {
            LOG.warn("The ePUAP box could not be emptied; the next look is in {}", settings.pollInterval(), failure);
        }
    }

    /**
     * Takes what waits, at most a batch.
     *
     * @return how many documents were stored and confirmed; 0 also if another node is at it
     */
    int collect() {
        // The lock lives as long as this transaction and dies with the node.
        return round.execute(status -> lock() ? empty() : 0);
    }

    private int empty() {
        int waiting = Math.min(pull.waiting(), settings.batch());
        int done = 0;
        while (done < waiting) {
            Optional<PulledDocument> next = pull.next();
            if (next.isEmpty()) {
                break;
            }
            apart.executeWithoutResult(status -> intake.store(next.get()));
            pull.confirm(next.get());
            done++;
        }
        return done;
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('obieg.systems.epuap'))")
                .query(Boolean.class)
                .single();
    }
}
