package pl.obieg.delivery;

import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;

/** What a clerk decides when evidence contradicts a concluded delivery, with the reason kept for the case. */
@Service
class Doubts {

    private final DeliveryRegister register;
    private final ReceiptDesk desk;
    private final DeliveryReasons reasons;
    private final Challenges challenges;
    private final ApplicationEventPublisher events;

    Doubts(
            DeliveryRegister register,
            ReceiptDesk desk,
            DeliveryReasons reasons,
            Challenges challenges,
            ApplicationEventPublisher events) {
        this.challenges = challenges;
        this.register = register;
        this.desk = desk;
        this.reasons = reasons;
        this.events = events;
    }

    /** The attempts made so far carry no delivery any more; the other systems are told. */
    @Transactional
    void annul(String deliveryId, String remark) {
        Delivery delivery = register.get(deliveryId);
        reasons.keep(
                delivery,
                "DEFECTIVE",
                null,
                List.of(
                        "Urzędnik uznał doręczenie za wadliwe (DEL-08, DEL-11); pismo doręcza się ponownie, a liczy się"
                                + " pierwsze skuteczne doręczenie.",
                        "Uzasadnienie: " + said(remark)));
        register.annul(deliveryId, said(remark));
        register.concluded(deliveryId, "DEFECTIVE", null);
        events.publishEvent(new CaseFact.DeliveryConcluded(
                delivery.caseNumber(),
                deliveryId,
                delivery.partyId(),
                delivery.documentId(),
                delivery.channel(),
                "DEFECTIVE",
                null));
        desk.concluded(deliveryId);
    }

    /** The conclusion stays; evidence like that of now no longer contradicts it. */
    @Transactional
    void keep(String deliveryId, String remark) {
        Delivery delivery = register.get(deliveryId);
        challenges.dismiss(deliveryId);
        reasons.keep(
                delivery,
                delivery.status(),
                delivery.legalDate(),
                List.of(
                        "Późniejszy dowód nie zmienia ustalonego wyniku (rozstrzygnął urzędnik).",
                        "Uzasadnienie: " + said(remark)));
        desk.concluded(deliveryId);
    }

    private static String said(String remark) {
        String text = Objects.toString(remark, "").strip();
        return text.isEmpty() ? "nie podano" : text.substring(0, Math.min(1000, text.length()));
    }
}
