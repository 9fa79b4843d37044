package pl.obieg.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.PaperVersions;
import pl.obieg.documents.SignedPrints;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Operation;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Reasons;
import pl.obieg.support.DecisionExamples;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;
import pl.obieg.transport.CallJournal;

/** The delivery module on a real database, with a recording channel instead of the outside world. */
final class DeliveryOffice implements AutoCloseable {

    static final Address HOME = new Address("Lipowa", "7", "3", "64-510", "Wronki", "PL");
    static final Party KOWALSKA = Party.natural("Anna", "Kowalska", "85010112346", HOME);

    final TestDatabase database = TestDatabase.fresh();
    final List<ProcedureMessage> messages = new CopyOnWriteArrayList<>();
    final List<CaseFact> facts = new CopyOnWriteArrayList<>();
    final Map<String, String> bae = new LinkedHashMap<>();
    final KeptReasons reasons = new KeptReasons();
    final SignedByHand eSignatures = new SignedByHand();
    final RecordingChannel post = new RecordingChannel("REGISTERED");
    final RecordingChannel ade = new RecordingChannel("ADE");
    final RecordingChannel puh = new RecordingChannel("PUH");
    final OfficeClock clock = new OfficeClock(Clock.fixed(Instant.parse("2026-02-02T09:00:00Z"), OfficeClock.WARSAW));
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private int visits;

    DeliveryOffice() {
        this(new DeliverySettings(false, false, false, List.of("Wronki"), List.of()));
    }

    DeliveryOffice(DeliverySettings settings) {
        beans.register(
                Transactions.class,
                StatutoryCalendar.class,
                Parties.class,
                Submissions.class,
                CallJournal.class,
                DeliveryRegister.class,
                EvidenceShelf.class,
                ReceiptFacts.class,
                ReceiptDesk.class,
                Reconclusion.class,
                ChannelPeriods.class,
                CourierCampaign.class,
                RecordClerkChannel.class,
                Sending.class,
                HandDelivery.class,
                CaseOrigins.class,
                Deliveries.class,
                Forecasts.class,
                DeliveryReasons.class,
                Doubts.class,
                CompareReceipts.class,
                ConcludeAnew.class,
                AnnulDelivery.class,
                DeemAtOldAddress.class,
                Challenges.class,
                DeclareLost.class,
                LeaveInFiles.class,
                CloseUndelivered.class,
                KeepConclusion.class,
                PrepareDeliveries.class,
                Signatories.class,
                PrintSignings.class,
                PaperVersions.class,
                DescribeLetter.class,
                PreparePrint.class,
                RecordSignature.class,
                RecordSigningRefusal.class,
                Arrangements.class,
                HowToReach.class,
                FindDeliveryAddress.class,
                RecordChannel.class,
                SendByEDelivery.class,
                SendByEpuap.class,
                SendByPost.class,
                ReadReceipt.class,
                SetLegalDate.class);
        beans.registerBean(DataSource.class, database::dataSource);
        beans.registerBean(JdbcClient.class, database::jdbc);
        beans.registerBean(PlatformTransactionManager.class, database::transactions);
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(DeliverySettings.class, () -> settings);
        beans.registerBean(Decisions.class, TestDecisions::new);
        beans.registerBean(Reasons.class, () -> reasons);
        beans.registerBean(DocumentStore.class, OneLetter::new);
        beans.registerBean(SignedPrints.class, () -> eSignatures);
        beans.registerBean("post", DeliveryChannel.class, () -> post);
        beans.registerBean("ade", DeliveryChannel.class, () -> ade);
        beans.registerBean("puh", DeliveryChannel.class, () -> puh);
        beans.registerBean(ElectronicAddresses.class, () -> new ElectronicAddresses() {
            @Override
            public Optional<String> find(Party party) {
                return Optional.ofNullable(bae.get(party.pesel()));
            }

            @Override
            public String code() {
                return "ADE";
            }
        });
        beans.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload) {
                if (payload.getPayload() instanceof ProcedureMessage message) {
                    messages.add(message);
                } else if (payload.getPayload() instanceof CaseFact fact) {
                    facts.add(fact);
                }
            }
        });
        beans.refresh();
    }

    /** Empties the office, so that tests of one class share its start but not its papers. */
    DeliveryOffice cleared() {
        database.jdbc().sql("""
                truncate delivery.disputed_case, delivery.challenge, delivery.arrangement, delivery.delivery, delivery.dispatch, delivery.evidence, delivery.receipt,
                         delivery.case_submission, delivery.letter_kind, delivery.signatory,
                         delivery.print_signing, delivery.channel_period,
                         delivery.document_law, documents.paper_version, documents.seal, exchange.party, exchange.submission, transport.call cascade
                """).update();
        database.jdbc().sql("alter sequence delivery.hand_number restart").update();
        messages.clear();
        facts.clear();
        reasons.kept.clear();
        bae.clear();
        eSignatures.person = null;
        post.clear();
        ade.clear();
        puh.clear();
        return this;
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    org.springframework.context.ApplicationContext context() {
        return beans;
    }

    void tell(CaseFact fact) {
        beans.publishEvent(fact);
    }

    /** Runs an operation as a new visit of its task, in a transaction. */
    <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> operation, I input) {
        return run(operation, input, "visit-" + ++visits);
    }

    <I extends Record, O extends Record> O run(Class<? extends Operation<I, O>> operation, I input, String key) {
        return new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> {
            var answer = beans.getBean(operation).run(input, new Call(key, "any", "doreczenie"));
            return ((pl.obieg.process.Answer.Now<O>) answer).output();
        });
    }

    /** A delivery of a letter in a case of its own to Anna Kowalska. */
    String prepared() {
        String party = bean(Parties.class).register(KOWALSKA);
        return run(
                        PrepareDeliveries.class,
                        new PrepareDeliveries.Input("FN.3120." + UUID.randomUUID(), OneLetter.ID, List.of(party)))
                .deliveryIds()
                .get(0);
    }

    /** What a clerk records at the delivery. */
    void found(String id, Address address, Circumstances circumstances, Representative representative) {
        bean(HowToReach.class).found(id, address, circumstances, representative, "katarzyna");
    }

    /** A delivery that went out by registered post. */
    String posted() {
        String id = prepared();
        sendByPost(id);
        return id;
    }

    String sendByPost(String id) {
        run(RecordChannel.class, new RecordChannel.Input(id, "REGISTERED", "art. 144 §1c pkt 1 OP", "Brak ADE."));
        return run(SendByPost.class, new SendByPost.Input(id)).dispatchNumber();
    }

    /** What the procedure does when the receipt has arrived: reads it, asks D14, sets the legal date. */
    LocalDate conclude(String id) {
        Conclusion conclusion = judge(id);
        return run(
                        SetLegalDate.class,
                        new SetLegalDate.Input(
                                id, conclusion.status, conclusion.countFrom, conclusion.addDays, conclusion.shift))
                .legalDate();
    }

    String status(String id) {
        return bean(DeliveryRegister.class).get(id).status();
    }

    private record Conclusion(String status, String countFrom, int addDays, boolean shift) {}

    private Conclusion judge(String id) {
        ReadReceipt.Output receipt = run(ReadReceipt.class, new ReadReceipt.Input(id));
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("receiptKind", receipt.receiptKind());
        inputs.put("channel", bean(DeliveryRegister.class).get(id).channel());
        inputs.put("receiptSigned", receipt.receiptSigned());
        inputs.put("receiptDated", receipt.receiptDated());
        inputs.put("twoNotices", receipt.twoNotices());
        inputs.put("returnReason", receipt.returnReason());
        inputs.put("substituteValid", receipt.substituteValid());
        Map<String, Object> row = DecisionExamples.ask(
                        "decisions/doreczenie/data-doreczenia",
                        inputs,
                        List.of("deliveryStatus", "countFrom", "addDays", "shiftToWorkingDay"))
                .get(0);
        return new Conclusion(
                (String) row.get("deliveryStatus"),
                (String) row.get("countFrom"),
                ((Number) row.get("addDays")).intValue(),
                (Boolean) row.get("shiftToWorkingDay"));
    }

    @Override
    public void close() {
        beans.close();
    }

    /** Evidence of the post about a dispatch. */
    static Evidence evidence(String reference, String externalId, Evidence.Kind kind, String date, String... details) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < details.length; at += 2) {
            map.put(details[at], details[at + 1]);
        }
        return new Evidence(
                "REGISTERED", reference, externalId, kind, date == null ? null : LocalDate.parse(date), map, null);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    /** Remembers what it was given and numbers it, one number for a key. */
    static final class RecordingChannel implements DeliveryChannel {

        final List<Shipment> shipments = new ArrayList<>();
        final List<String> asked = new ArrayList<>();
        private final Map<String, String> numbers = new HashMap<>();
        private final String code;

        RecordingChannel(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String send(Shipment shipment, String idempotencyKey) {
            asked.add(idempotencyKey);
            return numbers.computeIfAbsent(idempotencyKey, key -> {
                shipments.add(shipment);
                return code + "-" + shipments.size();
            });
        }

        void clear() {
            shipments.clear();
            asked.clear();
            numbers.clear();
        }
    }

    /** Remembers the computations it was given. */
    static final class KeptReasons implements Reasons {

        final List<Reason> kept = new ArrayList<>();

        @Override
        public List<Reason> of(String caseNumber) {
            return kept;
        }

        @Override
        public void keep(
                String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
            kept.add(new Reason(
                    subject,
                    "",
                    "",
                    title,
                    "",
                    inputs,
                    steps.stream().map(step -> new Answer(step, Map.of())).toList(),
                    Instant.EPOCH));
        }

        List<String> steps() {
            return kept.get(kept.size() - 1).answers().stream()
                    .map(Answer::text)
                    .toList();
        }
    }

    /** A letter with the electronic signature of whoever a test names; the statement of a print is its content. */
    static final class SignedByHand implements SignedPrints {

        String person;
        List<String> printed = List.of();

        @Override
        public Optional<PersonalSignature> personalSignature(byte[] pdf) {
            return Optional.ofNullable(person).map(name -> new PersonalSignature(name, LocalDate.of(2026, 2, 2)));
        }

        @Override
        public byte[] withStatement(byte[] pdf, List<String> sentences) {
            printed = sentences;
            return pdf;
        }
    }

    static final class OneLetter implements DocumentStore {

        static final String ID = "a".repeat(64);

        @Override
        public String put(byte[] content, String fileName, String mediaType) {
            return ID;
        }

        @Override
        public StoredDocument get(String id) {
            return new StoredDocument(id, "Decyzja.pdf", "application/pdf", new byte[] {1});
        }
    }
}
