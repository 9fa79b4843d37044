package pl.obieg.delivery;

import pl.obieg.exchange.Party;

/** A letter to be sent to one addressee. */
public record Shipment(
        String deliveryId,
        String caseNumber,
        Party addressee,
        String electronicAddress,
        String subject,
        String fileName,
        String documentId) {}
