package pl.obieg.exchange;

import java.time.Instant;
import java.util.List;

/**
 * A letter that reached the office, stored as it came.
 *
 * @param id assigned by {@link Submissions}; {@code null} before
 * @param channel {@code EPUAP}, {@code ADE}, {@code PORTAL}, {@code PAPER}
 * @param externalId the sender system's id; with the channel it is unique
 * @param namespace root namespace of the XML, {@code null} if it is none
 * @param formCode {@code DN-1}, {@code IN-1}, … by configuration; {@code null} if not recognised
 * @param senderName as the channel gave it; personal data
 * @param senderIdentifier PESEL, NIP or REGON as the channel gave it, or {@code null}; personal data
 * @param replyAddress where the channel can be answered (ePUAP box, ADE), or {@code null}
 * @param subject short content for the register
 * @param receivedAt when it was filed, by the evidence
 * @param documentId of the bytes in the document store
 * @param evidenceDocumentId of the UPP or other evidence, or {@code null}
 * @param attachments in the order of the letter
 */
public record Submission(
        String id,
        String channel,
        String externalId,
        String namespace,
        String formCode,
        String senderName,
        String senderIdentifier,
        String replyAddress,
        String subject,
        Instant receivedAt,
        String documentId,
        String evidenceDocumentId,
        List<Attachment> attachments) {

    /** A file that came with the letter. */
    public record Attachment(String fileName, String documentId) {}
}
