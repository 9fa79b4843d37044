package pl.obieg.delivery.epuap;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.DigestUtils;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.EvidenceDesk;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.SignatureCheck;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.IntakeForms;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.simulators.pki.TestPki;
import pl.obieg.support.TestDatabase;
import pl.obieg.transport.CallJournal;

/** The office's side of ePUAP on a fresh database, with stand-ins for the other modules. */
final class EpuapOffice implements AutoCloseable {

    static final String DN1 = "http://crd.gov.pl/wzor/2020/01/07/8990/";
    static final Party JAN =
            Party.natural("Jan", "Kowalski", "80010112345", new Address("Polna", "1", null, "00-001", "Wieś", "PL"));

    final TestDatabase database = TestDatabase.fresh();
    final List<ProcedureMessage> messages = new ArrayList<>();
    final List<Evidence> evidence = new ArrayList<>();
    final Map<String, StoredDocument> documents = new HashMap<>();
    boolean documentStoreIsBroken;
    SignatureCheck.Outcome signature = SignatureCheck.Outcome.VALID;

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

    EpuapOffice(EpuapSettings settings) {
        beans.registerBean(DataSource.class, database::dataSource);
        beans.registerBean(JdbcClient.class, database::jdbc);
        beans.registerBean(PlatformTransactionManager.class, database::transactions);
        beans.registerBean(OfficeClock.class, () -> new OfficeClock(Clock.systemUTC()));
        beans.registerBean(EpuapSettings.class, () -> settings);
        beans.registerBean(
                IntakeForms.class,
                () -> new IntakeForms(List.of(new IntakeForms.Form(DN1, "DN-1", "DeclarationArrived"))));
        beans.registerBean(DocumentStore.class, Store::new);
        beans.registerBean(EvidenceDesk.class, () -> evidence::add);
        beans.registerBean(SignatureCheck.class, () -> xml -> new SignatureCheck.Report(signature, null, null));
        beans.register(
                CallJournal.class,
                Submissions.class,
                EpuapServices.class,
                PullService.class,
                DoreczycielService.class,
                Dispatches.class,
                EpuapIntake.class,
                EpuapMailbox.class,
                EpuapChannel.class,
                EpuapAddresses.class);
        beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload
                    && payload.getPayload() instanceof ProcedureMessage message) {
                messages.add(message);
            }
        });
        beans.refresh();
    }

    static EpuapSettings settings(URI pull, URI dorecz, TestPki.Identity key, LocalDate sendsUntil) {
        return new EpuapSettings(
                pull,
                dorecz,
                "UrzadGminy",
                "SkrytkaESP",
                "/UrzadGminy/SkrytkaESP",
                key.pkcs12(),
                TestPki.PASSWORD,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                50,
                Set.of(SignatureCheck.Outcome.VALID),
                true,
                sendsUntil,
                14);
    }

    /** Connected to the simulator, and allowed to send. */
    static EpuapOffice connectedTo(EpuapSimulator simulator) {
        return new EpuapOffice(settings(
                simulator.uri("/epuap/services/pull"),
                simulator.uri("/epuap/services/doreczyciel"),
                simulator.pki().office(),
                LocalDate.of(2099, 12, 31)));
    }

    EpuapMailbox mailbox() {
        return beans.getBean(EpuapMailbox.class);
    }

    EpuapChannel channel() {
        return beans.getBean(EpuapChannel.class);
    }

    EpuapAddresses addresses() {
        return beans.getBean(EpuapAddresses.class);
    }

    Submissions submissions() {
        return beans.getBean(Submissions.class);
    }

    int submissionCount() {
        return database.jdbc()
                .sql("select count(*) from exchange.submission")
                .query(Integer.class)
                .single();
    }

    Shipment letterTo(String address) {
        String id = beans.getBean(DocumentStore.class)
                .put("%PDF".getBytes(StandardCharsets.UTF_8), "decyzja.pdf", "application/pdf");
        return new Shipment("delivery-1", "FN.3120.1.2026", JAN, address, "Decyzja", "decyzja.pdf", id);
    }

    @Override
    public void close() {
        beans.close();
    }

    private final class Store implements DocumentStore {

        @Override
        public String put(byte[] content, String fileName, String mediaType) {
            if (documentStoreIsBroken) {
                throw new IllegalStateException("disk full");
            }
            String id = DigestUtils.md5DigestAsHex(content);
            documents.put(id, new StoredDocument(id, fileName, mediaType, content));
            return id;
        }

        @Override
        public StoredDocument get(String id) {
            return documents.get(id);
        }
    }
}
