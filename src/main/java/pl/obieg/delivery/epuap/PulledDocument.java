package pl.obieg.delivery.epuap;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A document as WS-Pull gave it; texts may be empty, never {@code null}.
 *
 * @param sentAt {@code dataNadania}, set by ePUAP, as written
 * @param extra {@code daneDodatkowe}, chosen by the sender
 */
record PulledDocument(
        Sender sender,
        String sentAt,
        String replyAddress,
        boolean test,
        byte[] extra,
        String fileName,
        String mediaType,
        byte[] content) {

    /** {@code danePodmiotu}, which ePUAP vouches for. */
    record Sender(String id, String name, String pesel, String nip, String regon) {

        /** PESEL, NIP or REGON, or {@code null}. */
        String identifier() {
            return !pesel.isEmpty() ? pesel : !nip.isEmpty() ? nip : !regon.isEmpty() ? regon : null;
        }
    }

    /** Base64 of SHA-1, by which ePUAP removes the document from the queue. */
    String confirmationDigest() {
        return Base64.getEncoder().encodeToString(digest("SHA-1").digest(content));
    }

    /**
     * The same on each arrival of the same filing. Identifiers inside the document and in {@code daneDodatkowe} come
     * from the sender: alone they would let one letter hide behind another, so ePUAP's own facts decide.
     */
    String externalId() {
        MessageDigest digest = digest("SHA-256");
        digest.update(content);
        digest.update((byte) 0);
        digest.update(sender.id().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(sentAt.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
