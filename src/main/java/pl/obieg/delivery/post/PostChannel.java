package pl.obieg.delivery.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.delivery.DeliveryChannel;
import pl.obieg.delivery.Shipment;
import pl.obieg.process.Refusal;

/**
 * Posts a registered letter once per idempotency key. The post knows letters by a guid made of the key; what was begun
 * is remembered before the first call, so a retry asks the post how far it came instead of posting again.
 */
@Component
class PostChannel implements DeliveryChannel {

    /** One sender at a time: the buffer of the account is one, and clearing it would drop another's letter. */
    private static final String ONE_SENDER = "select pg_advisory_xact_lock(hashtextextended('delivery.post', 0))";

    private final ElektronicznyNadawca post;
    private final PostSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    PostChannel(
            ElektronicznyNadawca post,
            PostSettings settings,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.post = post;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String code() {
        return "REGISTERED";
    }

    @Override
    public String send(Shipment shipment, String idempotencyKey) {
        if ("off".equals(settings.binding())) {
            throw new Refusal("CHANNEL_NOT_CONNECTED", "Nadawanie listów poleconych nie jest podłączone.");
        }
        String guid = guid(idempotencyKey);
        boolean fresh = Boolean.TRUE.equals(apart.execute(status -> begin(guid)));
        ElektronicznyNadawca.Known posted = apart.execute(status -> {
            jdbc.sql(ONE_SENDER).query((row, number) -> true).single();
            ElektronicznyNadawca.Known known = (fresh ? Optional.<ElektronicznyNadawca.Known>empty() : resume(guid))
                    .orElseGet(() -> postNow(guid, shipment));
            jdbc.sql("update delivery.post_shipment set number = ?, envelope_id = ?, posted_at = ? where guid = ?")
                    .params(known.number(), known.envelopeId(), Timestamp.from(clock.instant()), guid)
                    .update();
            return known;
        });
        return posted.number();
    }

    private boolean begin(String guid) {
        return jdbc.sql("insert into delivery.post_shipment (guid, begun_on) values (?, ?) on conflict do nothing")
                        .params(guid, LocalDate.now(clock))
                        .update()
                == 1;
    }

    private ElektronicznyNadawca.Known postNow(String guid, Shipment shipment) {
        post.clearEnvelope();
        String number = post.addShipment(guid, shipment, byKpa(shipment.documentId()));
        return new ElektronicznyNadawca.Known(number, post.sendEnvelope());
    }

    /** Upomnienia and titles are delivered by KPA (DEL-22), all else by the tax ordinance. */
    private boolean byKpa(String documentId) {
        return jdbc.sql("select exists (select 1 from delivery.document_law where document_id = ? and law = 'KPA')")
                .param(documentId)
                .query(Boolean.class)
                .single();
    }

    /** How far an interrupted posting came: done, in the buffer, or not begun. */
    private Optional<ElektronicznyNadawca.Known> resume(String guid) {
        Optional<ElektronicznyNadawca.Known> recorded = jdbc.sql(
                        "select number, envelope_id from delivery.post_shipment where guid = ? and number is not null")
                .param(guid)
                .query((row, number) -> new ElektronicznyNadawca.Known(row.getString(1), row.getInt(2)))
                .optional();
        if (recorded.isPresent()) {
            return recorded;
        }
        Optional<String> waiting = post.inBuffer(guid);
        if (waiting.isPresent()) {
            return Optional.of(new ElektronicznyNadawca.Known(waiting.get(), post.sendEnvelope()));
        }
        LocalDate begun = jdbc.sql("select begun_on from delivery.post_shipment where guid = ?")
                .param(guid)
                .query(LocalDate.class)
                .single();
        return post.posted(guid, begun.minusDays(1), LocalDate.now(clock).plusDays(1));
    }

    /** 32 hex digits, the same for the same key. */
    static String guid(String idempotencyKey) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(idempotencyKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
