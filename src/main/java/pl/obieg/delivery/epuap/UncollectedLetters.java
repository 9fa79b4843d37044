package pl.obieg.delivery.epuap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.EvidenceDesk;

/**
 * Letters nobody collected in ePUAP within the term told to it. Since 1.01.2026 that is no delivery (rulebook DEL-24),
 * so the letter has to go another way. A UPD that comes later all the same still counts.
 */
@Component
class UncollectedLetters {

    private static final Logger LOG = LoggerFactory.getLogger(UncollectedLetters.class);

    private static final int BATCH = 100;

    /** The UPD of the last day may still be on its way. */
    private static final Duration GRACE = Duration.ofDays(1);

    private final EvidenceDesk desk;
    private final EpuapSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    UncollectedLetters(EvidenceDesk desk, EpuapSettings settings, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "10s", fixedDelayString = "${obieg.systems.epuap.poll-interval:60s}")
    void giveUp() {
        if (!settings.connected()) {
            return;
        }
        List<String> lapsed = lapsed();
        for (String order : lapsed) {
            desk.receive(new Evidence(
                    EpuapIntake.CHANNEL,
                    order,
                    order + ":uplyw-terminu",
                    Evidence.Kind.FAILED,
                    LocalDate.ofInstant(clock.instant(), OfficeClock.WARSAW),
                    Map.of("returnReason", "NOT_COLLECTED"),
                    null));
        }
        if (!lapsed.isEmpty()) {
            LOG.info("{} letters were not collected in ePUAP", lapsed.size());
        }
    }

    private List<String> lapsed() {
        return jdbc.sql("""
                select order_id from delivery.epuap_dispatch d
                where sent_at < ? and not exists (select 1 from delivery.evidence e
                        where e.channel = 'EPUAP' and e.dispatch_reference = d.order_id)
                order by sent_at limit ?
                """)
                .params(
                        Timestamp.from(clock.instant()
                                .minus(Duration.ofDays(settings.collectionDays()))
                                .minus(GRACE)),
                        BATCH)
                .query(String.class)
                .list();
    }
}
