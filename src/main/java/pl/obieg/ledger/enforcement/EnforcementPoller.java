package pl.obieg.ledger.enforcement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClientException;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report;

/** Asks the enforcement office for its messages; one node at a time, by a lock that dies with its transaction. */
@Component
class EnforcementPoller {

    private static final Logger LOG = LoggerFactory.getLogger(EnforcementPoller.class);

    private final ObjectProvider<EnforcementOffice> office;
    private final EnforcementDesk desk;
    private final JdbcClient jdbc;
    private final TransactionTemplate round;

    EnforcementPoller(
            ObjectProvider<EnforcementOffice> office,
            EnforcementDesk desk,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.office = office;
        this.desk = desk;
        this.jdbc = jdbc;
        this.round = new TransactionTemplate(transactions);
        this.round.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** One look. A message is acknowledged only after it has been committed. */
    @Scheduled(fixedDelayString = "${obieg.systems.enforcement.poll-delay:60s}")
    void poll() {
        office.ifAvailable(connected -> {
            try {
                for (Report report : connected.reports()) {
                    if (Boolean.TRUE.equals(round.execute(status -> take(report)))) {
                        connected.received(report.externalId());
                    }
                }
            } catch (RestClientException unreachable) {
                LOG.warn(
                        "The enforcement office does not answer: {}",
                        unreachable.getClass().getSimpleName());
            } catch (IllegalArgumentException unreadable) {
                LOG.error("A message of the enforcement office cannot be read: {}", unreadable.getMessage());
            }
        });
    }

    private boolean take(Report report) {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('ledger.enforcement', 0))")
                .query(Boolean.class)
                .single();
        if (mine && !desk.receive(report)) {
            LOG.warn("The enforcement office tells of a title that is not known: {}", report.titleNumber());
        }
        return mine;
    }
}
