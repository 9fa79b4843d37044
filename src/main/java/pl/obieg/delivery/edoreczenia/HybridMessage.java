package pl.obieg.delivery.edoreczenia;

import java.util.List;
import pl.obieg.delivery.Shipment;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.Contributor;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.HybridShipment;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.MailAddress;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.Place;
import pl.obieg.documents.StoredDocument;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.process.Refusal;

/** Makes a message for the hybrid service of a shipment: one addressee, PDF only (project document 5.27, R2, R7). */
final class HybridMessage {

    private static final String POLAND = "Polska";
    private static final int COMPANY = 50;
    private static final int COMPANY_CONTINUED = 100;
    private static final int ON_ENVELOPE = 30;
    private static final int CONTENT = 255;

    private HybridMessage() {}

    /** @param law by which the letter is delivered: {@code OP} or {@code KPA} (DEL-22) */
    static UserAgentMessage of(
            Shipment shipment, StoredDocument document, String ownAddress, HybridSettings settings, String law) {
        if (!"application/pdf".equals(document.mediaType())) {
            throw new Refusal("HYBRID_ONLY_PDF", "Usługa hybrydowa przyjmuje tylko pisma w formacie PDF.");
        }
        UserAgentMessage electronic = OutgoingMessage.of(shipment, document, ownAddress);
        UserAgentMessage.Metadata metadata = electronic.messageMetadata();
        HybridSettings.Sender sender = settings.sender();
        MailAddress from = new MailAddress(
                ownAddress,
                new Place(POLAND, sender.street(), sender.postcode(), sender.place(), sender.building(), sender.flat()),
                body(sender.name()));
        return new UserAgentMessage(
                null,
                new UserAgentMessage.Metadata(
                        from,
                        List.of(addressee(shipment.addressee())),
                        metadata.subject(),
                        null,
                        metadata.caseId(),
                        "hybrid",
                        hybrid(shipment, settings, law)),
                electronic.textBody(),
                electronic.attachments());
    }

    private static HybridShipment hybrid(Shipment shipment, HybridSettings settings, String law) {
        return new HybridShipment(
                null,
                "KPA".equals(law) ? "administrative" : "tax",
                cut(shipment.caseNumber(), ON_ENVELOPE),
                settings.category(),
                settings.printing(),
                settings.colour(),
                settings.undelivered(),
                true,
                cut(shipment.subject(), CONTENT),
                "registered");
    }

    private static MailAddress addressee(Party party) {
        Address address = party.address();
        boolean complete = address != null
                && !blank(address.building())
                && !blank(address.place())
                && address.postcode() != null
                && address.postcode().matches("\\d{2}-\\d{3}")
                && (address.country() == null || "PL".equals(address.country()));
        if (!complete) {
            throw new Refusal(
                    "ADDRESS_INCOMPLETE",
                    "Adres pocztowy adresata jest niepełny albo zagraniczny; usługa hybrydowa go nie przyjmie.");
        }
        Contributor person = party.kind() == Party.Kind.NATURAL
                ? new Contributor(party.firstName(), party.lastName(), null, null)
                : body(party.name());
        // a village without streets: the specification wants a street, which then is the village
        String street = blank(address.street()) ? address.place() : address.street();
        return new MailAddress(
                null,
                new Place(POLAND, street, address.postcode(), address.place(), address.building(), address.flat()),
                person);
    }

    private static Contributor body(String name) {
        String rest = name.length() > COMPANY ? cut(name.substring(COMPANY), COMPANY_CONTINUED) : null;
        return new Contributor(null, null, cut(name, COMPANY), rest);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
