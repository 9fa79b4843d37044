package pl.obieg.simulators.edoreczenia;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages and evidence in the shapes of the User Agent API. */
final class MessageView {

    private MessageView() {}

    /** The format "metadata" has no caseId, as the specification lists its fields without it. */
    static Map<String, Object> of(Mailbox.Message message, String format) {
        Map<String, Object> control = new LinkedHashMap<>();
        control.put("messageTaskId", message.taskId());
        control.put("status", message.status());
        control.put("messageType", "Message");
        control.put("opened", true);
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("from", Map.of("eDeliveryAddress", message.sender()));
        metadata.put("to", List.of(message.hybrid() ? Map.of() : Map.of("eDeliveryAddress", message.recipient())));
        metadata.put("subject", message.subject());
        metadata.put("messageId", message.messageId());
        metadata.put("shippingService", message.service());
        if (message.shipmentNumber() != null && format.startsWith("full")) {
            metadata.put("hybridShipment", Map.of("shipmentNumber", message.shipmentNumber()));
        }
        metadata.put("timestamp", iso(message.sentAt()));
        if (message.receiptAt() != null) {
            metadata.put("receiptDate", iso(message.receiptAt()));
        }
        if (format.startsWith("full") && message.caseId() != null) {
            metadata.put("caseId", message.caseId());
        }
        return Map.of("messageControlData", control, "messageMetadata", metadata);
    }

    static Map<String, Object> of(Mailbox.Evidence evidence) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("evidenceId", evidence.evidenceId());
        entry.put("messageId", evidence.messageId());
        entry.put("type", evidence.type());
        entry.put("createDate", iso(evidence.eventAt()));
        entry.put("eventDate", iso(evidence.eventAt()));
        entry.put("downloaded", evidence.downloaded());
        if (evidence.reason() != null) {
            entry.put("reasonId", "R_" + evidence.type().replace('.', '_'));
            entry.put("reasonDetails", List.of(evidence.reason()));
        }
        return entry;
    }

    /** A stand-in for the XML of ETSI EN 319 522, whose schema was not at hand. */
    static byte[] file(Mailbox.Evidence evidence) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Dowod><Typ>%s</Typ><Identyfikator>%s</Identyfikator><Wiadomosc>%s</Wiadomosc>\
                <DataZdarzenia>%s</DataZdarzenia></Dowod>
                """.formatted(evidence.type(), evidence.evidenceId(), evidence.messageId(), iso(evidence.eventAt()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
