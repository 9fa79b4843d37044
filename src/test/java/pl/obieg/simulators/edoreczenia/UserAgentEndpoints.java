package pl.obieg.simulators.edoreczenia;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The User Agent API 3.0.8, as far as a sender needs it. */
@RestController("edoreczeniaUserAgentEndpoints")
@RequestMapping("/edoreczenia/api/v3/{ade}")
class UserAgentEndpoints {

    private final Mailbox mailbox;
    private final Behaviour behaviour;
    private final Duration tooLate;

    /** @param tooLate when an answer comes that was ordered to be late; longer than a client waits */
    UserAgentEndpoints(
            Mailbox mailbox, Behaviour behaviour, @Value("${simulators.edoreczenia.too-late:45s}") Duration tooLate) {
        this.tooLate = tooLate;
        this.mailbox = mailbox;
        this.behaviour = behaviour;
    }

    @PostMapping("/messages")
    CompletableFuture<ResponseEntity<Object>> send(@PathVariable("ade") String ade, @RequestBody JsonNode message) {
        Optional<String> error = behaviour.meets(Behaviour.Fault.REFUSE)
                ? Optional.of("UAAPI-REFUSED")
                : SentMessageCheck.error(ade, message);
        if (error.isPresent()) {
            return CompletableFuture.completedFuture(refused(error.get(), "Wiadomość nie spełnia warunków usługi"));
        }
        JsonNode metadata = message.get("messageMetadata");
        String subject = metadata.get("subject").asText();
        String caseId = metadata.path("caseId").asText(null);
        String task = HybridCheck.isHybrid(metadata)
                ? mailbox.acceptHybrid(ade, HybridCheck.recipient(metadata), subject, caseId, message.toString())
                : mailbox.accept(
                        ade, metadata.at("/to/0/eDeliveryAddress").asText(), subject, caseId, message.toString());
        ResponseEntity<Object> accepted =
                ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("messageTaskId", task));
        return behaviour.meets(Behaviour.Fault.TIMEOUT)
                ? new CompletableFuture<ResponseEntity<Object>>()
                        .completeOnTimeout(accepted, tooLate.toMillis(), TimeUnit.MILLISECONDS)
                : CompletableFuture.completedFuture(accepted);
    }

    @GetMapping("/messages/tasks/{task}/status")
    ResponseEntity<Object> taskStatus(@PathVariable("task") String task) {
        boolean pending = behaviour.meets(Behaviour.Fault.LATE);
        return mailbox.ofTask(task)
                .map(message -> ok(Map.of("messageTaskStatus", pending ? "PENDING" : "FINISHED")))
                .orElseGet(() -> refused("UAAPI-NO-TASK", "Nie ma takiego zadania"));
    }

    @GetMapping("/messages/tasks/{task}")
    ResponseEntity<Object> task(@PathVariable("task") String task) {
        return mailbox.ofTask(task)
                .map(message -> ok(List.of(Map.of(
                        "messageId",
                        message.messageId(),
                        "addressee",
                        message.hybrid() ? Map.of() : Map.of("eDeliveryAddress", message.recipient())))))
                .orElseGet(() -> refused("UAAPI-NO-TASK", "Nie ma takiego zadania"));
    }

    @GetMapping("/messages")
    Map<String, Object> list(
            @PathVariable("ade") String ade,
            @RequestParam(name = "label", defaultValue = "SENT") String label,
            @RequestParam(name = "subject", defaultValue = "") String subject,
            @RequestParam(name = "offset", defaultValue = "0") int offset,
            @RequestParam(name = "limit", defaultValue = "20") int limit) {
        boolean unlisted = label.equals("SENT") && behaviour.meets(Behaviour.Fault.UNLISTED);
        List<Mailbox.Message> found = mailbox.all().stream()
                .filter(message ->
                        !unlisted && label.equals("SENT") && message.sender().equals(ade))
                .filter(message -> message.subject().contains(subject))
                .toList();
        return Map.of(
                "messages",
                found.stream()
                        .skip(offset)
                        .limit(limit)
                        .map(message -> MessageView.of(message, "metadata"))
                        .toList(),
                "resultSize",
                Math.max(0, Math.min(limit, found.size() - offset)),
                "total",
                found.size());
    }

    @GetMapping("/messages/{id}")
    ResponseEntity<Object> read(
            @PathVariable("id") String id, @RequestParam(name = "format", defaultValue = "full") String format) {
        return mailbox.find(id)
                .map(message -> ok(List.of(MessageView.of(message, format))))
                .orElseGet(() -> refused("UAAPI-NO-MESSAGE", "Nie ma takiej wiadomości"));
    }

    @GetMapping("/messages/{id}/evidences")
    Map<String, Object> evidences(@PathVariable("id") String id) {
        if (behaviour.meets(Behaviour.Fault.LATE)) {
            return Map.of("evidences", List.of());
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        boolean twice = behaviour.meets(Behaviour.Fault.TWICE);
        for (Mailbox.Evidence evidence : mailbox.evidences(id)) {
            entries.add(MessageView.of(evidence));
            if (twice) {
                entries.add(MessageView.of(evidence));
            }
        }
        if (behaviour.meets(Behaviour.Fault.DISORDER)) {
            Collections.reverse(entries);
        }
        return Map.of("evidences", entries);
    }

    @GetMapping("/evidences/puhepo/{messageId}")
    ResponseEntity<Object> hybridReceipt(@PathVariable("messageId") String messageId) {
        return mailbox.find(messageId)
                .filter(message -> message.card() != null)
                .map(message -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body((Object) message.card().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .orElseGet(() -> refused("UAAPI-NO-EVIDENCE", "Nie ma takiego dowodu"));
    }

    @GetMapping({"/evidences/purde/{id}", "/evidences/puh/{id}"})
    ResponseEntity<Object> evidenceFile(@PathVariable("id") String id) {
        return mailbox.download(id)
                .map(evidence -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body((Object) MessageView.file(evidence)))
                .orElseGet(() -> refused("UAAPI-NO-EVIDENCE", "Nie ma takiego dowodu"));
    }

    private static ResponseEntity<Object> ok(Object body) {
        return ResponseEntity.ok(body);
    }

    private static ResponseEntity<Object> refused(String code, String description) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_JSON)
                .body(List.of(Map.of("error", code, "error_description", description)));
    }
}
