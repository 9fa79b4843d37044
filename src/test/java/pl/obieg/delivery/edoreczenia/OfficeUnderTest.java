package pl.obieg.delivery.edoreczenia;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.DeliveryRegister;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.EvidenceDesk;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.support.TestDatabase;
import pl.obieg.transport.CallJournal;

/** The office's side: the adapter with a real database, a desk that remembers, and documents in memory. */
final class OfficeUnderTest implements AutoCloseable {

    static final String OWN_ADDRESS = "AE:PL-10001-20002-OBIEG-26";
    static final String KOWALSKI = "AE:PL-30003-40004-KOWAL-28";
    static final Party JAN_KOWALSKI =
            Party.natural("Jan", "Kowalski", "90010112345", new Address("Polna", "1", null, "05-569", "Zalesie", "PL"));

    static final HybridSettings HYBRID = new HybridSettings(
            new HybridSettings.Sender("Urząd Gminy Przykładowo", "Ratuszowa", "1", null, "00-999", "Przykładowo"),
            "economic",
            "duplex",
            "monochrome",
            "returntosender");

    final List<Evidence> desk = new ArrayList<>();
    final TestDatabase database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private boolean deskFails;

    OfficeUnderTest(OperatorUnderTest operator, OfficeClock clock, TestKey key) {
        this(operator, clock, key, TestDatabase.fresh());
    }

    OfficeUnderTest(OperatorUnderTest operator, OfficeClock clock, TestKey key, TestDatabase database) {
        this.database = database;
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(EDeliverySettings.class, () -> settings(operator, key));
        context.registerBean(HybridSettings.class, () -> HYBRID);
        context.registerBean(DocumentStore.class, InMemoryDocuments::new);
        context.registerBean(EvidenceDesk.class, () -> this::receive);
        context.register(
                CallJournal.class,
                OperatorHttp.class,
                UserAgentApi.class,
                SearchApi.class,
                SentMessages.class,
                EDeliveryChannel.class,
                HybridChannel.class,
                DeliveryRegister.class,
                EDeliveryEvidencePoller.class,
                BaeAddresses.class);
        context.refresh();
    }

    private static EDeliverySettings settings(OperatorUnderTest operator, TestKey key) {
        return new EDeliverySettings(
                EDeliverySettings.Binding.WEB_SERVICE,
                URI.create(operator.url("/api/v3")),
                URI.create(operator.url("/auth/realms/EDOR/protocol/openid-connect/token")),
                "https://ow.edoreczenia.gov.pl/auth/realms/EDOR",
                URI.create(operator.url("/api/se/v4")),
                OWN_ADDRESS,
                "OBIEG",
                key.pkcs12(),
                TestKey.PASSWORD,
                "",
                List.of("read_messages", "write_messages"),
                Duration.ofSeconds(2),
                Duration.ofMillis(1500),
                Duration.ofMinutes(10),
                EDeliverySettings.NotFound.ASK,
                Duration.ofSeconds(60));
    }

    private void receive(Evidence evidence) {
        if (deskFails) {
            deskFails = false;
            throw new IllegalStateException("the desk is not there");
        }
        desk.add(evidence);
    }

    void deskFailsOnce() {
        deskFails = true;
    }

    /** Sends as a job does: in one transaction. */
    String send(String deliveryId, String idempotencyKey) {
        return sendTo(KOWALSKI, deliveryId, idempotencyKey);
    }

    String sendTo(String ade, String deliveryId, String idempotencyKey) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> context.getBean(EDeliveryChannel.class)
                        .send(
                                new Shipment(
                                        deliveryId,
                                        "FN.3120.1.2026",
                                        JAN_KOWALSKI,
                                        ade,
                                        "Decyzja w sprawie FN.3120.1.2026",
                                        "decyzja nr 1/2026.pdf",
                                        InMemoryDocuments.DECISION),
                                idempotencyKey));
    }

    /** Sends by the hybrid service. */
    String sendHybrid(Party addressee, String deliveryId, String idempotencyKey) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> context.getBean(HybridChannel.class)
                        .send(
                                new Shipment(
                                        deliveryId,
                                        "FN.3120.1.2026",
                                        addressee,
                                        null,
                                        "Decyzja w sprawie FN.3120.1.2026",
                                        "decyzja nr 1/2026.pdf",
                                        InMemoryDocuments.DECISION),
                                idempotencyKey));
    }

    /** The machine died after noting the attempt; whether the operator got the letter is not known. */
    void attemptBrokeOff(String deliveryId, String idempotencyKey) {
        context.getBean(SentMessages.class).attempt(deliveryId, EDeliveryChannel.CODE, idempotencyKey);
    }

    void poll() {
        context.getBean(EDeliveryEvidencePoller.class).poll();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    List<Evidence.Kind> kinds() {
        return desk.stream().map(Evidence::kind).toList();
    }

    Evidence last() {
        return desk.get(desk.size() - 1);
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class InMemoryDocuments implements DocumentStore {

        static final String DECISION = "decision";
        private final Map<String, StoredDocument> kept = new HashMap<>(Map.of(
                DECISION,
                new StoredDocument(
                        DECISION, "decyzja.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))));

        @Override
        public String put(byte[] content, String fileName, String mediaType) {
            String id = "document-" + kept.size();
            kept.put(id, new StoredDocument(id, fileName, mediaType, content));
            return id;
        }

        @Override
        public StoredDocument get(String id) {
            return kept.get(id);
        }
    }
}
