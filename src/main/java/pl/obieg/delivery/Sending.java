package pl.obieg.delivery;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.process.Call;
import pl.obieg.process.Refusal;

/** What all sending operations share: builds the shipment, hands it to the channel once, enters the attempt. */
@Component
class Sending {

    private static final Set<String> ELECTRONIC = Set.of("ADE", "EPUAP");

    private final DeliveryRegister register;
    private final Parties parties;
    private final DocumentStore documents;
    private final ObjectProvider<DeliveryChannel> channels;
    private final ReceiptDesk desk;

    Sending(
            DeliveryRegister register,
            Parties parties,
            DocumentStore documents,
            ObjectProvider<DeliveryChannel> channels,
            ReceiptDesk desk) {
        this.register = register;
        this.parties = parties;
        this.documents = documents;
        this.channels = channels;
        this.desk = desk;
    }

    /**
     * @param code of the channel to use
     * @return the channel's reference
     */
    @Transactional
    String send(String deliveryId, String code, Call call) {
        Delivery delivery = register.get(deliveryId);
        DeliveryChannel channel = channels.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refusal("CHANNEL_NOT_CONNECTED", notConnected(code)));
        Shipment shipment = shipment(delivery, code);
        String reference = channel.send(shipment, call.idempotencyKey());
        desk.dispatched(deliveryId, code, reference);
        return reference;
    }

    private static String notConnected(String code) {
        String which = switch (code) {
            case "PUH" -> "Publiczna usługa hybrydowa nie jest podłączona w tym urzędzie.";
            case "REGISTERED_ABROAD" ->
                "Adres jest za granicą. Sprawdź, czy strona ma w kraju pełnomocnika do doręczeń (art. 138f OP); jeżeli nie, list"
                        + " za granicę z potwierdzeniem odbioru CN07 nadaje się w placówce pocztowej.";
            default -> "Kanał doręczenia " + code + " nie jest podłączony w tym urzędzie.";
        };
        return which + " Wybierz inny kanał albo wyślij pismo poza systemem i wpisz potwierdzenie ręcznie.";
    }

    private Shipment shipment(Delivery delivery, String code) {
        Party party = parties.get(delivery.partyId());
        Party addressee = delivery.correctedAddress() == null ? party : movedTo(party, delivery);
        if (delivery.representative() != null) {
            addressee = representing(addressee, delivery.representative());
        }
        String electronic = electronicAddress(delivery, code);
        if (ELECTRONIC.contains(code) && (electronic == null || electronic.isBlank())) {
            throw new Refusal("ADDRESS_UNKNOWN", "Nie jest znany adres elektroniczny adresata w kanale " + code + ".");
        }
        return new Shipment(
                delivery.id(),
                delivery.caseNumber(),
                addressee,
                electronic,
                "Pismo w sprawie " + delivery.caseNumber(),
                documents.get(delivery.documentId()).fileName(),
                delivery.documentId());
    }

    private static String electronicAddress(Delivery delivery, String code) {
        return switch (code) {
            case "EPUAP" -> delivery.epuapAddress();
            case "ADE" -> {
                if (delivery.circumstances().attorneyProfessional()) {
                    yield delivery.circumstances().attorneyAde();
                }
                yield "ADE_QERDS".equals(delivery.channel()) || delivery.adeAddress() == null
                        ? delivery.applicationAde()
                        : delivery.adeAddress();
            }
            default -> null;
        };
    }

    /** The envelope names whom it goes to and for whom (DEL-15, DEL-16); a stranger's identifiers do not belong on it. */
    private static Party representing(Party party, Representative representative) {
        return new Party(
                party.id(),
                Party.Kind.LEGAL,
                null,
                null,
                representative.name() + " (" + representative.role().getLabel() + ": " + party.displayName() + ")",
                null,
                null,
                null,
                party.address());
    }

    private static Party movedTo(Party party, Delivery delivery) {
        return new Party(
                party.id(),
                party.kind(),
                party.firstName(),
                party.lastName(),
                party.name(),
                party.pesel(),
                party.nip(),
                party.regon(),
                delivery.correctedAddress());
    }
}
