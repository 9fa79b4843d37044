package pl.obieg.delivery.edoreczenia;

import org.springframework.stereotype.Component;
import pl.obieg.delivery.DeliveryChannel;
import pl.obieg.delivery.DeliveryRegister;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.DocumentStore;
import pl.obieg.process.Refusal;

/**
 * Sends letters by the public hybrid service (DEL-02): the operator prints the electronic letter and brings it to the postal
 * address. It is reached through the same mailbox as e-Doręczenia and keeps the same promise never to send twice.
 */
@Component
class HybridChannel implements DeliveryChannel {

    static final String CODE = "PUH";

    private final EDeliverySettings settings;
    private final HybridSettings hybrid;
    private final EDeliveryChannel operator;
    private final DocumentStore documents;
    private final DeliveryRegister register;

    HybridChannel(
            EDeliverySettings settings,
            HybridSettings hybrid,
            EDeliveryChannel operator,
            DocumentStore documents,
            DeliveryRegister register) {
        this.settings = settings;
        this.hybrid = hybrid;
        this.operator = operator;
        this.documents = documents;
        this.register = register;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String send(Shipment shipment, String idempotencyKey) {
        if (!settings.connected() || !hybrid.connected()) {
            throw new Refusal(
                    "CHANNEL_NOT_CONNECTED",
                    "Publiczna usługa hybrydowa nie jest podłączona w tym urzędzie. Wybierz inny kanał albo wyślij pismo poza"
                            + " systemem i wpisz potwierdzenie ręcznie.");
        }
        return operator.send(
                shipment.deliveryId(),
                CODE,
                () -> HybridMessage.of(
                        shipment,
                        documents.get(shipment.documentId()),
                        settings.ownAddress(),
                        hybrid,
                        register.lawOf(shipment.documentId())),
                idempotencyKey);
    }
}
