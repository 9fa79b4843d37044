package pl.obieg.delivery.edoreczenia;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.StoredDocument;
import pl.obieg.process.Refusal;

/** Makes a message of a shipment within the limits of the service: project document 5.27, UC001. */
final class OutgoingMessage {

    private static final int LONGEST_FILE_NAME = 128;
    private static final int LARGEST_INLINE = 15 * 1024 * 1024;

    private OutgoingMessage() {}

    static UserAgentMessage of(Shipment shipment, StoredDocument document, String ownAddress) {
        if (document.content().length > LARGEST_INLINE) {
            throw new Refusal("LETTER_TOO_LARGE", "Pismo przekracza 15 MB i nie może być wysłane przez e-Doręczenia.");
        }
        UserAgentMessage.FileMetadata metadata = new UserAgentMessage.FileMetadata(
                UUID.nameUUIDFromBytes(document.id().getBytes(StandardCharsets.US_ASCII))
                        .toString(),
                fileName(shipment.fileName()),
                document.mediaType(),
                document.content().length,
                "SHA-3",
                sha3(document.content()));
        UserAgentMessage.File file =
                new UserAgentMessage.File(metadata, Base64.getEncoder().encodeToString(document.content()));
        return new UserAgentMessage(
                null,
                new UserAgentMessage.Metadata(
                        new UserAgentMessage.MailAddress(ownAddress),
                        List.of(new UserAgentMessage.MailAddress(shipment.electronicAddress())),
                        shipment.subject(),
                        null,
                        shipment.deliveryId(),
                        "electronic"),
                "W załączeniu przekazujemy pismo w sprawie " + shipment.caseNumber() + ".",
                List.of(new UserAgentMessage.Attachment(1, file)));
    }

    /** Spaces and {@code ~"#%&*:<>?!/\{|}} are not allowed in names; at most 128 characters, the ending is kept. */
    static String fileName(String wanted) {
        String clean = wanted.replaceAll("[\\s~\"#%&*:<>?!/\\\\{|}]+", "-");
        if (clean.length() <= LONGEST_FILE_NAME) {
            return clean;
        }
        int dot = clean.lastIndexOf('.');
        String ending = dot < 0 || clean.length() - dot > 10 ? "" : clean.substring(dot);
        return clean.substring(0, LONGEST_FILE_NAME - ending.length()) + ending;
    }

    /** SHA3-256 in lower-case hex; the specification says "SHA-3" without length or notation. */
    static String sha3(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA3-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
