package pl.obieg.delivery.edoreczenia;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.EvidenceEntry;

/** The operator's User Agent API 3.0.8, as far as sending needs it. All calls concern the office's own mailbox. */
@Component
class UserAgentApi {

    private static final int PAGE = 100;

    private final EDeliverySettings settings;
    private final OperatorHttp http;

    UserAgentApi(EDeliverySettings settings, OperatorHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /** {@code POST messages}: gives the message for sending and returns its {@code messageTaskId}. */
    String send(UserAgentMessage message) {
        UserAgentMessage.Accepted accepted = OperatorHttp.reached(() -> http.client()
                .post()
                .uri(settings.baseUrl() + "/{ade}/messages", settings.ownAddress())
                .contentType(MediaType.APPLICATION_JSON)
                .body(message)
                .retrieve()
                .body(UserAgentMessage.Accepted.class));
        if (accepted == null || accepted.messageTaskId() == null) {
            throw new EDeliveryUnavailable("The message was taken without a messageTaskId");
        }
        return accepted.messageTaskId();
    }

    /** The id of the message that a sending task made; empty while the task is pending. */
    Optional<UserAgentMessage.TaskResult> taskResult(String messageTaskId) {
        UserAgentMessage.TaskStatus status = OperatorHttp.reached(() -> http.client()
                .get()
                .uri(settings.baseUrl() + "/{ade}/messages/tasks/{task}/status", settings.ownAddress(), messageTaskId)
                .retrieve()
                .body(UserAgentMessage.TaskStatus.class));
        if (status == null || !"FINISHED".equals(status.messageTaskStatus())) {
            return Optional.empty();
        }
        List<UserAgentMessage.TaskResult> results = OperatorHttp.reached(() -> http.client()
                .get()
                .uri(settings.baseUrl() + "/{ade}/messages/tasks/{task}", settings.ownAddress(), messageTaskId)
                .retrieve()
                .body(new ParameterizedTypeReference<>() {}));
        return results == null ? Optional.empty() : results.stream().findFirst();
    }

    /** Metadata and status of a message. */
    UserAgentMessage message(String messageId, String format) {
        List<UserAgentMessage> found = OperatorHttp.reached(() -> http.client()
                .get()
                .uri(
                        settings.baseUrl() + "/{ade}/messages/{id}?format={format}",
                        settings.ownAddress(),
                        messageId,
                        format)
                .retrieve()
                .body(new ParameterizedTypeReference<>() {}));
        if (found == null || found.isEmpty()) {
            throw new EDeliveryUnavailable("A message of the office is not in its mailbox");
        }
        return found.get(0);
    }

    /** Messages with the subject that are being sent or were sent. The addressee is not asked for: URLs get logged. */
    List<UserAgentMessage> outgoing(String subject) {
        List<UserAgentMessage> found = new ArrayList<>();
        for (String label : List.of("OUTBOX", "SENT")) {
            int before;
            int offset = 0;
            do {
                before = found.size();
                found.addAll(page(label, subject, offset));
                offset += PAGE;
            } while (found.size() - before == PAGE);
        }
        return found;
    }

    private List<UserAgentMessage> page(String label, String subject, int offset) {
        UserAgentMessage.Page page = OperatorHttp.reached(() -> http.client()
                .get()
                .uri(
                        settings.baseUrl()
                                + "/{ade}/messages?label={label}&subject={subject}&format=metadata&limit={limit}"
                                + "&offset={offset}",
                        settings.ownAddress(),
                        label,
                        subject,
                        PAGE,
                        offset)
                .retrieve()
                .body(UserAgentMessage.Page.class));
        return page == null || page.messages() == null ? List.of() : page.messages();
    }

    /** The evidence of a message, in whatever order and number the operator lists it. */
    List<EvidenceEntry> evidences(String messageId) {
        UserAgentMessage.EvidenceList list = OperatorHttp.reached(() -> http.client()
                .get()
                .uri(settings.baseUrl() + "/{ade}/messages/{id}/evidences", settings.ownAddress(), messageId)
                .retrieve()
                .body(UserAgentMessage.EvidenceList.class));
        return list == null || list.evidences() == null ? List.of() : list.evidences();
    }

    /** The file of a piece of evidence, if the operator keeps one. */
    Optional<byte[]> evidenceFile(String evidenceId) {
        return file("purde", evidenceId);
    }

    /** The same of the hybrid service. */
    Optional<byte[]> hybridEvidenceFile(String evidenceId) {
        return file("puh", evidenceId);
    }

    /** The receipt (H.EPO, XML) of a letter that the hybrid service carried. */
    Optional<byte[]> hybridReceipt(String messageId) {
        return file("puhepo", messageId);
    }

    private Optional<byte[]> file(String kind, String id) {
        try {
            return Optional.ofNullable(OperatorHttp.reached(() -> http.client()
                    .get()
                    .uri(settings.baseUrl() + "/{ade}/evidences/{kind}/{id}", settings.ownAddress(), kind, id)
                    .accept(MediaType.APPLICATION_OCTET_STREAM, MediaType.ALL)
                    .retrieve()
                    .body(byte[].class)));
        } catch (EDeliveryRefused noFile) {
            return Optional.empty();
        }
    }
}
