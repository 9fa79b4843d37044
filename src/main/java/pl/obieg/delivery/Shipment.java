package pl.obieg.delivery;

import pl.obieg.exchange.Party;

/** One letter on its way to one addressee. */
public record Shipment(
        String deliveryId,
        String caseNumber,
        Party addressee,
        String electronicAddress,
        String subject,
        String fileName,
        String documentId) {}
