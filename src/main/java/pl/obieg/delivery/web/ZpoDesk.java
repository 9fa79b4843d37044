package pl.obieg.delivery.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.delivery.DeliveryRegister;
import pl.obieg.delivery.Dispatch;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.ReceiptDesk;

/** Enters paper receipts typed by hand; a corrected card replaces the one before. */
@Service
class ZpoDesk {

    private final JdbcClient jdbc;
    private final DeliveryRegister register;
    private final ReceiptDesk desk;
    private final Clock clock;

    ZpoDesk(JdbcClient jdbc, DeliveryRegister register, ReceiptDesk desk, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.desk = desk;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Attempts on paper, of which a card may be typed, the oldest first. */
    List<Dispatch> onPaper(String deliveryId) {
        return register.dispatches(deliveryId).stream()
                .filter(one -> DeliveryWords.PAPER.contains(one.channel()))
                .toList();
    }

    /** Stores the card for the attempt it is of. */
    @Transactional
    void enter(String deliveryId, ZpoForm form, String clerk) {
        Dispatch sent = onPaper(deliveryId).stream()
                .filter(one -> form.attempt() == null || one.attempt() == form.attempt())
                .reduce((one, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("Delivery " + deliveryId + " has no such attempt"));
        long card = jdbc.sql("""
                insert into delivery.receipt (dispatch_id, outcome, delivered_on, receiver_name, receiver_role,
                        receiver_signature, signature_missing_reason, notice_placed_where, first_notice_on,
                        deposit_place, second_notice_on, returned_on, return_reason, refusal_on, deliverer_name,
                        entered_by, entered_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .params(
                        sent.id(),
                        form.outcome().name(),
                        form.deliveredOn(),
                        form.receiverName(),
                        name(form.receiverRole()),
                        form.receiverSignature(),
                        form.signatureMissingReason(),
                        name(form.noticePlacedWhere()),
                        form.firstNoticeOn(),
                        name(form.depositPlace()),
                        form.secondNoticeOn(),
                        form.returnedOn(),
                        name(form.returnReason()),
                        form.refusalOn(),
                        form.delivererName(),
                        clerk,
                        today())
                .query(Long.class)
                .single();
        desk.receiveCard(new Evidence(
                sent.channel(),
                sent.reference(),
                "ZPO-" + card,
                kind(form),
                date(form),
                details(form, clerk, today()),
                null));
    }

    private static Evidence.Kind kind(ZpoForm form) {
        return switch (form.outcome()) {
            case RECEIVED -> form.receiverRole().substitute() ? Evidence.Kind.SUBSTITUTE_SIGNED : Evidence.Kind.SIGNED;
            case REFUSED -> Evidence.Kind.REFUSED;
            case RETURNED -> Evidence.Kind.RETURNED;
        };
    }

    private static LocalDate date(ZpoForm form) {
        return switch (form.outcome()) {
            case RECEIVED -> form.deliveredOn();
            case REFUSED -> form.refusalOn();
            case RETURNED -> form.returnedOn();
        };
    }

    private static Map<String, String> details(ZpoForm form, String clerk, LocalDate today) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("statedInFull", "true");
        put(details, "receiverName", form.receiverName());
        put(details, "receiverRole", form.receiverRole());
        put(details, "receiverSignature", form.receiverSignature());
        put(details, "signatureMissingReason", form.signatureMissingReason());
        put(details, "noticePlacedWhere", form.noticePlacedWhere());
        put(details, "firstNoticeOn", form.firstNoticeOn());
        put(details, "depositPlace", form.depositPlace());
        put(details, "secondNoticeOn", form.secondNoticeOn());
        put(details, "returnReason", form.returnReason());
        put(details, "delivererName", form.delivererName());
        put(details, "enteredBy", clerk);
        put(details, "enteredOn", today);
        return details;
    }

    private static void put(Map<String, String> details, String key, Object value) {
        if (value != null && !value.toString().isBlank()) {
            details.put(key, value.toString());
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
