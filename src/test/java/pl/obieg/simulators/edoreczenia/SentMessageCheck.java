package pl.obieg.simulators.edoreczenia;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the operator demands of a message before it takes it. */
final class SentMessageCheck {

    private static final Pattern ADE = Pattern.compile("AE:PL-\\d{5}-\\d{5}-[A-Z]{5}-\\d{2}");
    private static final Pattern FILE_NAME = Pattern.compile("[^\\s~\"#%&*:<>?!/\\\\{|}]{1,128}");

    private SentMessageCheck() {}

    /** The code of the first fault found. */
    static Optional<String> error(String mailbox, JsonNode message) {
        JsonNode metadata = message.path("messageMetadata");
        if (!metadata.at("/from/eDeliveryAddress").asText().equals(mailbox)) {
            return Optional.of("UAAPI-FROM");
        }
        if (HybridCheck.isHybrid(metadata)) {
            Optional<String> fault = HybridCheck.error(message);
            if (fault.isPresent()) {
                return fault;
            }
        } else if (metadata.path("to").size() != 1
                || !ADE.matcher(metadata.at("/to/0/eDeliveryAddress").asText()).matches()) {
            return Optional.of("UAAPI-TO");
        }
        if (!List.of("electronic", "hybrid")
                .contains(metadata.path("shippingService").asText())) {
            return Optional.of("UAAPI-SERVICE");
        }
        if (metadata.path("subject").asText().isBlank()
                || message.path("textBody").asText().length() > 5000) {
            return Optional.of("UAAPI-TEXT");
        }
        for (JsonNode attachment : message.path("attachments")) {
            if (!isSound(attachment.path("file"))) {
                return Optional.of("UAAPI-ATTACHMENT");
            }
        }
        return Optional.empty();
    }

    private static boolean isSound(JsonNode file) {
        JsonNode metadata = file.path("fileMetadata");
        byte[] content = Base64.getDecoder().decode(file.path("file").asText());
        return metadata.hasNonNull("fileId")
                && FILE_NAME.matcher(metadata.path("filename").asText()).matches()
                && metadata.path("size").asLong() == content.length
                && metadata.path("alg").asText().equals("SHA-3")
                && metadata.path("hash").asText().equalsIgnoreCase(sha3(content));
    }

    private static String sha3(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA3-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
