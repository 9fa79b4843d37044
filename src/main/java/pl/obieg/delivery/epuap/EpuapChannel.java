package pl.obieg.delivery.epuap;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import pl.obieg.delivery.DeliveryChannel;
import pl.obieg.delivery.Shipment;
import pl.obieg.documents.DocumentStore;
import pl.obieg.process.Refusal;
import pl.obieg.transport.CallJournal;

/**
 * Sends letters by WS-Doręczyciel, which asks the addressee for a UPD. Since 1.01.2026 it may be used only where a
 * special provision says so (rulebook DEL-24), therefore it is off by default.
 */
@Component
public class EpuapChannel implements DeliveryChannel {

    private final DoreczycielService doreczyciel;
    private final EpuapServices services;
    private final EpuapSettings settings;
    private final DocumentStore documents;
    private final Dispatches dispatches;
    private final CallJournal journal;
    private final Clock clock;

    EpuapChannel(
            DoreczycielService doreczyciel,
            EpuapServices services,
            EpuapSettings settings,
            DocumentStore documents,
            Dispatches dispatches,
            CallJournal journal,
            Clock clock) {
        this.doreczyciel = doreczyciel;
        this.services = services;
        this.settings = settings;
        this.documents = documents;
        this.dispatches = dispatches;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String code() {
        return EpuapIntake.CHANNEL;
    }

    /**
     * @return {@code identyfikatorZlecenia}
     * @throws Refusal {@code EPUAP_NOT_ALLOWED} if the office may not send by ePUAP today, {@code EPUAP_NO_ADDRESS} if
     *     the addressee has no box
     */
    @Override
    public String send(Shipment shipment, String idempotencyKey) {
        if (!settings.sendsOn(LocalDate.now(clock))) {
            throw new Refusal(
                    "EPUAP_NOT_ALLOWED",
                    "Wysyłka przez ePUAP jest wyłączona: od 1.01.2026 nie jest to ogólny kanał doręczeń.");
        }
        if (shipment.electronicAddress() == null || shipment.electronicAddress().isBlank()) {
            throw new Refusal("EPUAP_NO_ADDRESS", "Adresat nie ma znanej skrytki ePUAP.");
        }
        return journal.once("epuap", "dorecz", idempotencyKey, () -> dispatch(shipment, idempotencyKey));
    }

    private String dispatch(Shipment shipment, String idempotencyKey) {
        String ownId = UUID.nameUUIDFromBytes(idempotencyKey.getBytes(StandardCharsets.UTF_8))
                .toString();
        byte[] letter =
                GeneralLetter.around(documents.get(shipment.documentId()), shipment, LocalDate.now(clock), ownId);
        byte[] signed = XadesSignature.enveloped(letter, services.key(), clock);
        DoreczycielService.Order order = doreczyciel.dorecz(
                shipment.electronicAddress(),
                ownId,
                shipment.caseNumber(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(settings.collectionDays())),
                "pismo.xml",
                signed);
        dispatches.keep(ownId, order, shipment.deliveryId());
        return order.orderId();
    }
}
