package pl.obieg.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends a campaign of the office's own couriers (rulebook 4.2): a letter that no card speaks of by then was not delivered, so
 * its procedure asks D13 again and the letter goes by post. A card typed later still counts, if it shows a delivery.
 */
@Component
class CourierCampaign {

    /** Value of {@code returnReason}. */
    static final String ENDED = "CAMPAIGN_ENDED";

    private static final Logger LOG = LoggerFactory.getLogger(CourierCampaign.class);
    private static final String COURIER = "COURIER";

    private final JdbcClient jdbc;
    private final ChannelPeriods periods;
    private final EvidenceDesk desk;
    private final Clock clock;

    CourierCampaign(JdbcClient jdbc, ChannelPeriods periods, EvidenceDesk desk, Clock clock) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.desk = desk;
        this.clock = clock;
    }

    private record Left(String reference, LocalDate endedOn) {}

    /** Hands in one piece of evidence for each letter the couriers still have; asked again, it changes nothing. */
    @Scheduled(fixedDelayString = "${obieg.delivery.campaign-check-delay:PT1H}")
    void end() {
        LocalDate today = LocalDate.now(clock);
        if (periods.couriers(today)) {
            return;
        }
        List<Left> left = jdbc.sql("""
                select a.reference, a.sent_at, max(p.available_to) as ended_on from delivery.dispatch a
                join delivery.channel_period p on p.channel = 'COURIER' and p.available_to < ?
                     and (a.sent_at at time zone 'Europe/Warsaw')::date between p.available_from and p.available_to
                where a.channel = 'COURIER' and a.announced = 0 and a.annulled_at is null
                  and not exists (select 1 from delivery.evidence e where e.channel = a.channel
                                  and e.dispatch_reference = a.reference and not e.withdrawn and e.replaced_by is null)
                group by a.reference, a.sent_at order by a.sent_at
                """)
                .param(today)
                .query((row, number) ->
                        new Left(row.getString("reference"), row.getObject("ended_on", LocalDate.class)))
                .list();
        left.forEach(one -> desk.receive(new Evidence(
                COURIER,
                one.reference(),
                one.reference() + ":" + ENDED,
                Evidence.Kind.FAILED,
                one.endedOn(),
                Map.of("returnReason", ENDED),
                null)));
        if (!left.isEmpty()) {
            LOG.info("{} letters were left when the campaign of couriers ended", left.size());
        }
    }
}
