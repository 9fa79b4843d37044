package pl.obieg.delivery;

import pl.obieg.exchange.Party;

/**
 * A letter for one addressee, ready for a {@link DeliveryChannel}.
 *
 * @param deliveryId of the delivery it belongs to
 * @param caseNumber {@code FN.3120.1.2026}
 * @param addressee with the postal address for delivery; personal data
 * @param electronicAddress ADE or ePUAP box, {@code null} for paper
 * @param subject Polish, without personal data
 * @param fileName of the document as the addressee sees it
 * @param documentId in the document store
 */
public record Shipment(
        String deliveryId,
        String caseNumber,
        Party addressee,
        String electronicAddress,
        String subject,
        String fileName,
        String documentId) {}
