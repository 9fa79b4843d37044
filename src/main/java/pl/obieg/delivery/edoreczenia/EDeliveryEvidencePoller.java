package pl.obieg.delivery.edoreczenia;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.Evidence.Kind;
import pl.obieg.delivery.EvidenceDesk;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.EvidenceEntry;
import pl.obieg.documents.DocumentStore;

/**
 * Asks the operator for evidence of open dispatches and hands each piece to the desk once. It works on one node at a
 * time: whoever holds the advisory lock, which PostgreSQL lets go when that node's transaction ends or the node dies.
 */
@Component
class EDeliveryEvidencePoller {

    private static final Logger LOG = LoggerFactory.getLogger(EDeliveryEvidencePoller.class);
    private static final int BATCH = 200;
    /** After E.1 the operator still issues the evidence of receipt; it is not waited for longer than this. */
    private static final Duration WAIT_FOR_RECEIPT = Duration.ofDays(7);

    private final EDeliverySettings settings;
    private final UserAgentApi mailbox;
    private final SentMessages sent;
    private final EvidenceDesk desk;
    private final DocumentStore documents;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate round;
    private final TransactionTemplate step;

    EDeliveryEvidencePoller(
            EDeliverySettings settings,
            UserAgentApi mailbox,
            SentMessages sent,
            EvidenceDesk desk,
            DocumentStore documents,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.sent = sent;
        this.desk = desk;
        this.documents = documents;
        this.jdbc = jdbc;
        this.clock = clock;
        this.round = new TransactionTemplate(transactions);
        this.step = new TransactionTemplate(transactions);
        this.step.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One round over the open dispatches. */
    @Scheduled(fixedDelayString = "${obieg.systems.e-doreczenia.poll-delay:60s}")
    void poll() {
        if (settings.connected()) {
            round.executeWithoutResult(status -> {
                if (lock()) {
                    sent.open(BATCH).stream().allMatch(this::read);
                }
            });
        }
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('delivery.edoreczenia', 0))")
                .query(Boolean.class)
                .single();
    }

    /**
     * Reads one dispatch. One that cannot be read goes to the end of the queue and does not keep the others waiting.
     *
     * @return whether it makes sense to go on: not if the operator does not answer
     */
    private boolean read(SentMessages.Sent dispatch) {
        boolean answering = true;
        try {
            messageId(dispatch).ifPresent(messageId -> readEvidence(dispatch, messageId));
        } catch (EDeliveryUnavailable down) {
            LOG.warn("The round of reading evidence stops: {}", down.getMessage());
            answering = false;
        } catch (RuntimeException failure) {
            LOG.warn("Evidence of delivery {} was not read", dispatch.deliveryId(), failure);
        }
        step.executeWithoutResult(status -> sent.checked(dispatch.deliveryId()));
        return answering;
    }

    private Optional<String> messageId(SentMessages.Sent dispatch) {
        if (dispatch.messageId() != null) {
            return Optional.of(dispatch.messageId());
        }
        Optional<UserAgentMessage.TaskResult> result = mailbox.taskResult(dispatch.messageTaskId());
        result.ifPresent(task -> step.executeWithoutResult(status -> {
            if (task.messageId() != null) {
                sent.resolved(dispatch.deliveryId(), task.messageId());
            } else {
                notMade(dispatch, task);
            }
        }));
        return result.map(UserAgentMessage.TaskResult::messageId);
    }

    private void notMade(SentMessages.Sent dispatch, UserAgentMessage.TaskResult task) {
        String externalId = "task-" + dispatch.messageTaskId();
        if (sent.take(externalId, dispatch.deliveryId(), "TASK")) {
            Map<String, String> details = new HashMap<>();
            details.put("reasonId", String.valueOf(task.error()));
            LocalDate today = LocalDate.ofInstant(clock.instant(), OfficeClock.WARSAW);
            desk.receive(new Evidence(
                    dispatch.channel(), dispatch.messageTaskId(), externalId, Kind.FAILED, today, details, null));
        }
        sent.close(dispatch.deliveryId(), true);
    }

    private void readEvidence(SentMessages.Sent dispatch, String messageId) {
        List<EvidenceEntry> all = mailbox.evidences(messageId);
        Set<String> taken = sent.evidenceTaken(dispatch.deliveryId());
        all.stream()
                .filter(EvidenceMeaning::matters)
                .filter(entry -> !taken.contains(entry.evidenceId()))
                .sorted(Comparator.comparing(EvidenceMeaning::instant))
                .forEach(entry -> take(dispatch, messageId, entry, all));
        if (dispatch.collectedAt() != null
                && clock.instant().isAfter(dispatch.collectedAt().plus(WAIT_FOR_RECEIPT))) {
            step.executeWithoutResult(status -> sent.close(dispatch.deliveryId(), false));
        }
    }

    private void take(SentMessages.Sent dispatch, String messageId, EvidenceEntry entry, List<EvidenceEntry> all) {
        if (EvidenceMeaning.isHybridReceipt(entry)) {
            mailbox.hybridReceipt(messageId).ifPresent(card -> handOverCard(dispatch, entry, card));
        } else {
            EvidenceMeaning.kind(entry, all, () -> status(messageId))
                    .ifPresent(kind -> handOver(dispatch, messageId, entry, kind));
        }
    }

    /** A receipt of the hybrid service says who received the letter, or when notices were left and why it came back. */
    private void handOverCard(SentMessages.Sent dispatch, EvidenceEntry entry, byte[] card) {
        HybridReceipt receipt = HybridReceipt.of(card, EvidenceMeaning.date(entry));
        step.executeWithoutResult(status -> {
            if (!sent.take(entry.evidenceId(), dispatch.deliveryId(), entry.type())) {
                return;
            }
            String documentId = EvidenceFile.store(documents, entry, card);
            receipt.evidence(dispatch.channel(), dispatch.messageTaskId(), entry.evidenceId(), documentId)
                    .forEach(desk::receive);
            sent.close(dispatch.deliveryId(), receipt.returned());
        });
    }

    private String status(String messageId) {
        UserAgentMessage message = mailbox.message(messageId, "metadata");
        return message.messageControlData() == null
                ? null
                : message.messageControlData().status();
    }

    private void handOver(SentMessages.Sent dispatch, String messageId, EvidenceEntry entry, Kind kind) {
        boolean hybrid = HybridChannel.CODE.equals(dispatch.channel());
        Optional<byte[]> file =
                hybrid ? mailbox.hybridEvidenceFile(entry.evidenceId()) : mailbox.evidenceFile(entry.evidenceId());
        Map<String, String> details = details(entry);
        if (hybrid && kind == Kind.SENT) {
            shipmentNumber(messageId).ifPresent(number -> details.put("registeredNo", number));
        }
        step.executeWithoutResult(status -> {
            if (!sent.take(entry.evidenceId(), dispatch.deliveryId(), entry.type())) {
                return;
            }
            desk.receive(new Evidence(
                    dispatch.channel(),
                    dispatch.messageTaskId(),
                    entry.evidenceId(),
                    kind,
                    EvidenceMeaning.date(entry),
                    details,
                    file.map(bytes -> EvidenceFile.store(documents, entry, bytes))
                            .orElse(null)));
            if (kind == Kind.COLLECTED) {
                sent.collected(dispatch.deliveryId());
            }
            if (kind == Kind.FAILED || EvidenceMeaning.isReceipt(entry)) {
                sent.close(dispatch.deliveryId(), kind == Kind.FAILED);
            }
        });
    }

    private Optional<String> shipmentNumber(String messageId) {
        return Optional.ofNullable(
                        mailbox.message(messageId, "full").messageMetadata().hybridShipment())
                .map(UserAgentMessage.HybridShipment::shipmentNumber);
    }

    private static Map<String, String> details(EvidenceEntry entry) {
        Map<String, String> details = new HashMap<>();
        details.put("evidenceType", entry.type());
        details.put("messageId", entry.messageId());
        if (entry.reasonId() != null) {
            details.put("reasonId", entry.reasonId());
        }
        if (entry.reasonDetails() != null && !entry.reasonDetails().isEmpty()) {
            details.put("reason", String.join("; ", entry.reasonDetails()));
        }
        return details;
    }
}
