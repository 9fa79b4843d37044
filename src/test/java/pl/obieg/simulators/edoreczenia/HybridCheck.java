package pl.obieg.simulators.edoreczenia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the operator demands of a letter for the hybrid service (UA API 3.0.8, project document 5.27 R2, R7). */
final class HybridCheck {

    private static final Map<String, List<String>> VALUES = Map.of(
            "procedingType", List.of("general", "administrative", "tax", "court_civil", "court_criminal"),
            "categoryService", List.of("economic", "priority"),
            "printingMode", List.of("duplex", "simplex"),
            "overprintMode", List.of("monochrome", "color"),
            "returnService", List.of("returntosender", "destroy"),
            "shippingMode", List.of("registered", "notRegistered"));

    private static final Map<String, Integer> LONGEST =
            Map.of("companyName", 50, "companyNameContinued", 100, "sendersInformation", 30, "caseContent", 255);

    private HybridCheck() {}

    static boolean isHybrid(JsonNode metadata) {
        return metadata.path("shippingService").asText().equals("hybrid");
    }

    /** Name and place, as the page shows it. */
    static String recipient(JsonNode metadata) {
        JsonNode to = metadata.at("/to/0");
        String place = to.at("/address/postalCode").asText() + " "
                + to.at("/address/city").asText();
        return place.length() > 40 ? place.substring(0, 40) : place;
    }

    static Optional<String> error(JsonNode message) {
        JsonNode metadata = message.path("messageMetadata");
        JsonNode shipment = metadata.path("hybridShipment");
        if (metadata.path("to").size() != 1
                || !isPlace(metadata.at("/to/0/address"))
                || !isSomebody(metadata.at("/to/0/contributor"))) {
            return Optional.of("UAAPI-TO-ADDRESS");
        }
        if (!isPlace(metadata.at("/from/address")) || !isSomebody(metadata.at("/from/contributor"))) {
            return Optional.of("UAAPI-FROM-ADDRESS");
        }
        for (Map.Entry<String, List<String>> field : VALUES.entrySet()) {
            if (!field.getValue().contains(shipment.path(field.getKey()).asText())) {
                return Optional.of("UAAPI-HYBRID-" + field.getKey());
            }
        }
        if (tooLong(shipment)
                || tooLong(metadata.at("/to/0/contributor"))
                || tooLong(metadata.at("/from/contributor"))) {
            return Optional.of("UAAPI-HYBRID-LENGTH");
        }
        for (JsonNode attachment : message.path("attachments")) {
            if (!attachment.at("/file/fileMetadata/contentType").asText().equals("application/pdf")) {
                return Optional.of("UAAPI-HYBRID-PDF");
            }
        }
        return Optional.empty();
    }

    private static boolean isPlace(JsonNode address) {
        return List.of("country", "street", "postalCode", "city").stream()
                        .noneMatch(field -> address.path(field).asText().isBlank())
                && address.path("postalCode").asText().matches("\\d{2}-\\d{3}");
    }

    private static boolean isSomebody(JsonNode contributor) {
        return !contributor.path("companyName").asText().isBlank()
                || !contributor.path("lastName").asText().isBlank();
    }

    private static boolean tooLong(JsonNode node) {
        return LONGEST.entrySet().stream()
                .anyMatch(field -> node.path(field.getKey()).asText().length() > field.getValue());
    }
}
