package pl.obieg.delivery;

import java.time.Clock;
import java.time.Year;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.transport.CallJournal;

/**
 * Letters the office brings itself: over the counter, by courier, by the sołtys (DEL-01 to DEL-03). There is no outside
 * system; the card that comes back is typed at the ZPO desk.
 */
@Configuration(proxyBeanMethods = false)
class HandDelivery {

    @Bean
    DeliveryChannel pickupAtOffice(JdbcClient jdbc, Clock clock, CallJournal journal) {
        return new OwnHands("OFFICE", jdbc, clock, journal);
    }

    @Bean
    DeliveryChannel officeCourier(JdbcClient jdbc, Clock clock, CallJournal journal) {
        return new OwnHands("COURIER", jdbc, clock, journal);
    }

    @Bean
    DeliveryChannel soltys(JdbcClient jdbc, Clock clock, CallJournal journal) {
        return new OwnHands("SOLTYS", jdbc, clock, journal);
    }

    /** A letter a clerk sends in a way that is not connected, e.g. abroad at the counter of the post, with CN07. */
    @Bean
    DeliveryChannel byHand(JdbcClient jdbc, Clock clock, CallJournal journal) {
        return new OwnHands(RecordClerkChannel.BY_HAND, jdbc, clock, journal);
    }

    /** Gives the letter a number in the office's book of deliveries; gaps are allowed. */
    record OwnHands(String code, JdbcClient jdbc, Clock clock, CallJournal journal) implements DeliveryChannel {

        @Override
        public String send(Shipment shipment, String idempotencyKey) {
            return journal.once("own-hands", "number", idempotencyKey, this::nextNumber);
        }

        private String nextNumber() {
            long number = jdbc.sql("select nextval('delivery.hand_number')")
                    .query(Long.class)
                    .single();
            return "DW/%06d/%d".formatted(number, Year.now(clock).getValue());
        }
    }
}
