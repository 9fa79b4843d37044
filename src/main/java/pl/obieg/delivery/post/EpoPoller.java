package pl.obieg.delivery.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.EvidenceDesk;

/**
 * Asks the post for receipts of letters that are under way. One node at a time asks; if it dies, its lock goes with its
 * transaction.
 */
@Component
class EpoPoller {

    private static final Logger LOG = LoggerFactory.getLogger(EpoPoller.class);
    private static final Set<String> ENDED = Set.of("DORECZONA", "ZWROT");
    private static final int MOST_PER_ROUND = 500;

    private final ElektronicznyNadawca post;
    private final PostSettings settings;
    private final EvidenceDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EpoPoller(
            ElektronicznyNadawca post,
            PostSettings settings,
            EvidenceDesk desk,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.post = post;
        this.settings = settings;
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(
            fixedDelayString = "${obieg.systems.post.poll-delay:15m}",
            initialDelayString = "${obieg.systems.post.poll-delay:15m}")
    void onSchedule() {
        if ("off".equals(settings.binding())) {
            return;
        }
        try {
            poll();
        } catch (EnClient.PostUnavailable unavailable) {
            LOG.warn("The post could not be asked for receipts: {}", unavailable.getMessage());
        }
    }

    /** Asks once for the letters not asked about for the longest time; returns how many ended. */
    int poll() {
        Integer ended = transaction.execute(status ->
                Boolean.TRUE.equals(jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('delivery.epo', 0))")
                                .query(Boolean.class)
                                .single())
                        ? askAll()
                        : 0);
        return ended == null ? 0 : ended;
    }

    private int askAll() {
        Map<Integer, List<String>> open = jdbc
                .sql("""
                select envelope_id, guid from delivery.post_shipment
                where not ended and envelope_id is not null order by checked_at nulls first limit ?
                """)
                .param(MOST_PER_ROUND)
                .query((row, number) -> Map.entry(row.getInt(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        int ended = 0;
        for (Map.Entry<Integer, List<String>> envelope : open.entrySet()) {
            failIfRejected(envelope.getKey());
            for (Element epo : post.receipts(envelope.getKey(), envelope.getValue())) {
                ended += take(epo) ? 1 : 0;
            }
            jdbc.sql("update delivery.post_shipment set checked_at = :now where guid in (:guids)")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("guids", envelope.getValue())
                    .update();
        }
        return ended;
    }

    /** An envelope the post could not read was never posted: its letters need another attempt. */
    private void failIfRejected(int envelopeId) {
        List<String> silent =
                jdbc.sql("""
                select number from delivery.post_shipment
                where envelope_id = ? and not ended and last_status is null
                """).param(envelopeId).query(String.class).list();
        if (silent.isEmpty() || !"BLEDNY".equals(post.envelopeStatus(envelopeId).orElse(""))) {
            return;
        }
        for (String number : silent) {
            desk.receive(
                    new Evidence("REGISTERED", number, number + ":BLEDNY", Evidence.Kind.FAILED, null, Map.of(), null));
        }
        jdbc.sql("update delivery.post_shipment set ended = true, last_status = 'BLEDNY' where envelope_id = ?")
                .param(envelopeId)
                .update();
    }

    private boolean take(Element epo) {
        List<Evidence> evidence = EpoReading.read(epo);
        evidence.forEach(desk::receive);
        String status = epo.getAttribute("statusEPO");
        boolean concluded = ENDED.contains(status)
                && evidence.stream().anyMatch(one -> switch (one.kind()) {
                    case SIGNED, SUBSTITUTE_SIGNED, REFUSED, RETURNED -> true;
                    default -> false;
                });
        jdbc.sql("update delivery.post_shipment set last_status = ?, ended = ? where guid = ?")
                .params(status, concluded, epo.getAttribute("guid"))
                .update();
        return concluded;
    }
}
