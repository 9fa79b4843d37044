package pl.obieg.delivery.edoreczenia;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.PostalWords;

/**
 * The receipt of the hybrid service (H.EPO, card {@code KartaEPO/2018/07/15}). Its schema was not at hand: elements are
 * read by their local names wherever they stand, notices by the names the other card has ({@code DataAwizo1},
 * {@code DataAwizo2}). What the card does not say is left unsaid, so that D14 finds it defective rather than guesses.
 */
record HybridReceipt(Map<String, String> card, LocalDate fallback) {

    /** @param listedOn day of the operator's entry, for a card that names none */
    static HybridReceipt of(byte[] xml, LocalDate listedOn) {
        Document document = parse(xml);
        Map<String, String> card = new LinkedHashMap<>();
        for (String name : List.of(
                "NumerNadania",
                "RodzajDoreczenie",
                "RodzajZwrot",
                "PodmiotDoreczenia",
                "PowodZwrotu",
                "DataZdarzenia",
                "ImieINazwiskoOdbiorcy",
                "DataAwizo1",
                "DataAwizo2",
                "AwizoMiejsceZawiadomienia",
                "AwizoMiejscePrzesylki")) {
            NodeList found = document.getElementsByTagNameNS("*", name);
            if (found.getLength() > 0) {
                card.put(name, found.item(0).getTextContent().strip());
            }
        }
        return new HybridReceipt(card, listedOn);
    }

    /** Whether the letter came back; else it was handed over. */
    boolean returned() {
        return !says("RodzajZwrot").isEmpty();
    }

    /** Everything the card says, in the order of its days. */
    List<Evidence> evidence(String channel, String reference, String evidenceId, String documentId) {
        List<Evidence> all = new ArrayList<>();
        Map<String, String> details = new LinkedHashMap<>();
        put(details, "registeredNo", says("NumerNadania"));
        put(details, "noticePlacedWhere", PostalWords.place(says("AwizoMiejsceZawiadomienia")));
        LocalDate first = day(says("DataAwizo1"));
        LocalDate second = day(says("DataAwizo2"));
        if (first != null) {
            details.put("depositPlace", "1".equals(says("AwizoMiejscePrzesylki")) ? "GMINA_OFFICE" : "POST_OFFICE");
            details.put("firstNoticeOn", first.toString());
            all.add(one(channel, reference, evidenceId, Evidence.Kind.FIRST_NOTICE, first, details, documentId));
        }
        if (second != null) {
            details.put("secondNoticeOn", second.toString());
            all.add(one(channel, reference, evidenceId, Evidence.Kind.SECOND_NOTICE, second, details, documentId));
        }
        LocalDate day = says("DataZdarzenia").isEmpty() ? fallback : day(says("DataZdarzenia"));
        Map<String, String> last = new LinkedHashMap<>(details);
        if (returned()) {
            String reason = PostalWords.reason(says("PowodZwrotu"));
            last.put("returnReason", reason);
            put(last, "postReason", says("PowodZwrotu"));
            last.put("statedInFull", "true");
            Evidence.Kind kind = "REFUSED".equals(reason) ? Evidence.Kind.REFUSED : Evidence.Kind.RETURNED;
            all.add(one(channel, reference, evidenceId, kind, day, last, documentId));
        } else {
            String receiver = says("PodmiotDoreczenia");
            last.put("receiverRole", PostalWords.role(receiver));
            put(last, "receiverName", says("ImieINazwiskoOdbiorcy"));
            last.put("receiverSignature", String.valueOf(PostalWords.signed(receiver)));
            all.add(one(channel, reference, evidenceId, PostalWords.handedTo(receiver), day, last, documentId));
        }
        return all;
    }

    private static Evidence one(
            String channel,
            String reference,
            String evidenceId,
            Evidence.Kind kind,
            LocalDate day,
            Map<String, String> details,
            String documentId) {
        return new Evidence(channel, reference, evidenceId + ":" + kind, kind, day, Map.copyOf(details), documentId);
    }

    private String says(String name) {
        return card.getOrDefault(name, "");
    }

    private static void put(Map<String, String> details, String key, String value) {
        if (value != null && !value.isEmpty()) {
            details.put(key, value);
        }
    }

    /** Warsaw day of an {@code xsd:date} or {@code xsd:dateTime}; {@code null} if empty. */
    private static LocalDate day(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.contains("T")) {
            return LocalDate.parse(text.substring(0, 10));
        }
        try {
            return OffsetDateTime.parse(text)
                    .atZoneSameInstant(OfficeClock.WARSAW)
                    .toLocalDate();
        } catch (DateTimeParseException withoutOffset) {
            return LocalDateTime.parse(text).toLocalDate();
        }
    }

    private static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalStateException("The receipt of the hybrid service cannot be read", unreadable);
        }
    }
}
