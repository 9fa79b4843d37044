package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * On which days a channel that not every office has may be used: a campaign of couriers, ePUAP by a special provision
 * (DEL-24), the hybrid service under contract (DEL-18), a sołtys in his places (DEL-03). The settings of the office hold on
 * every day.
 */
@Repository
public class ChannelPeriods {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelPeriods.class);

    private final JdbcClient jdbc;
    private final DeliverySettings settings;

    ChannelPeriods(JdbcClient jdbc, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Channels that have periods. */
    public enum Channel {
        COURIER("gońcy urzędu (akcja doręczania)"),
        SOLTYS("sołtys"),
        PUH("publiczna usługa hybrydowa"),
        EPUAP("ePUAP (przepis szczególny)");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        /** Polish. */
        public String getLabel() {
            return label;
        }
    }

    /**
     * A period, both days inclusive.
     *
     * @param area place the sołtys delivers in; {@code null} for other channels
     * @param enteredBy login, {@code null} if it was not entered on the page
     * @param endedBy login, {@code null} while nobody cut it short
     */
    public record Period(
            long id,
            Channel channel,
            LocalDate from,
            LocalDate to,
            String area,
            String basis,
            String enteredBy,
            String endedBy) {}

    /** All there ever were, the newest first. */
    @Transactional(readOnly = true)
    public List<Period> all() {
        return jdbc.sql("select * from delivery.channel_period order by available_from desc, id desc")
                .query((row, number) -> new Period(
                        row.getLong("id"),
                        Channel.valueOf(row.getString("channel")),
                        row.getObject("available_from", LocalDate.class),
                        row.getObject("available_to", LocalDate.class),
                        row.getString("area"),
                        row.getString("basis"),
                        row.getString("entered_by"),
                        row.getString("ended_by")))
                .list();
    }

    /** Enters a period; {@code clerk} is a login. */
    @Transactional
    public void enter(Channel channel, LocalDate from, LocalDate to, String area, String basis, String clerk) {
        jdbc.sql("""
                insert into delivery.channel_period (channel, available_from, available_to, area, basis, entered_by)
                values (?, ?, ?, ?, ?, ?)
                """)
                .params(channel.name(), from, to, channel == Channel.SOLTYS ? area : null, basis, clerk)
                .update();
        LOG.info("A period of {} from {} to {} was entered by {}", channel, from, to, clerk);
    }

    /** Cuts a period short; one that has not begun by then is taken back. */
    @Transactional
    public void end(long id, LocalDate lastDay, String clerk) {
        int changed = jdbc.sql("delete from delivery.channel_period where id = ? and available_from > ?")
                        .params(id, lastDay)
                        .update()
                + jdbc.sql("""
                        update delivery.channel_period set available_to = ?, ended_by = ?
                        where id = ? and available_to > ?
                        """).params(lastDay, clerk, id, lastDay).update();
        if (changed > 0) {
            LOG.info("Period {} was ended with {} by {}", id, lastDay, clerk);
        }
    }

    boolean epuap(LocalDate day) {
        return settings.epuapAllowed() || on("EPUAP", day);
    }

    boolean couriers(LocalDate day) {
        return settings.ownCouriersCampaign() || on("COURIER", day);
    }

    boolean puh(LocalDate day) {
        return settings.puhAvailable() || on("PUH", day);
    }

    /** Places where a sołtys delivers on the day. */
    List<String> soltysPlaces(LocalDate day) {
        return java.util.stream.Stream.concat(
                        settings.soltysPlaces().stream(), jdbc.sql("""
                                        select area from delivery.channel_period
                                        where channel = 'SOLTYS' and ? between available_from and available_to
                                        """).param(day).query(String.class).list().stream())
                .toList();
    }

    private boolean on(String channel, LocalDate day) {
        return jdbc.sql("""
                select exists (select 1 from delivery.channel_period
                               where channel = ? and ? between available_from and available_to)
                """).params(channel, day).query(Boolean.class).single();
    }
}
