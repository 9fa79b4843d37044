package pl.obieg.delivery;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * On which days a channel that not every office has may be used: a campaign of couriers, ePUAP by a special provision
 * (DEL-24), the hybrid service under contract (DEL-18). The settings of the office hold on every day.
 */
@Repository
class ChannelPeriods {

    private final JdbcClient jdbc;
    private final DeliverySettings settings;

    ChannelPeriods(JdbcClient jdbc, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
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

    private boolean on(String channel, LocalDate day) {
        return jdbc.sql("""
                select exists (select 1 from delivery.channel_period
                               where channel = ? and ? between available_from and available_to)
                """).params(channel, day).query(Boolean.class).single();
    }
}
