package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.Reasons;

/** Keeps with the case why a delivery has its legal day: what the evidence stated and how the day was counted. */
@Component
class DeliveryReasons {

    private static final Map<Evidence.Kind, String> KINDS = Map.of(
            Evidence.Kind.INFLOW, "wpływ na adres elektroniczny (bez dowodu odbioru)",
            Evidence.Kind.COLLECTED, "odebrano elektronicznie",
            Evidence.Kind.FICTION, "dowód upływu 14 dni",
            Evidence.Kind.SIGNED, "podpisane potwierdzenie odbioru",
            Evidence.Kind.SUBSTITUTE_SIGNED, "odbiór przez inną osobę",
            Evidence.Kind.REFUSED, "odmowa przyjęcia",
            Evidence.Kind.RETURNED, "zwrot przesyłki",
            Evidence.Kind.FAILED, "operator nie doręczył");

    private static final Map<String, String> RETURNS = Map.of(
            "NOT_COLLECTED",
            "nie podjęto w terminie",
            "REFUSED",
            "odmowa przyjęcia",
            "MOVED",
            "adresat wyprowadził się",
            "UNKNOWN",
            "adresat nieznany",
            "DEAD",
            "adresat zmarł",
            "ADDRESS_INCOMPLETE",
            "adres niepełny lub błędny",
            CourierCampaign.ENDED,
            "koniec akcji gońców");

    private final DeliveryRegister register;
    private final ReceiptFacts facts;
    private final Reasons reasons;

    DeliveryReasons(DeliveryRegister register, ReceiptFacts facts, Reasons reasons) {
        this.register = register;
        this.facts = facts;
        this.reasons = reasons;
    }

    /** @param steps how the day was counted, or why there is none */
    void keep(Delivery delivery, String status, LocalDate legalDate, List<String> steps) {
        Finding finding = facts.finding(delivery.id());
        Map<String, String> inputs = new LinkedHashMap<>();
        put(inputs, "Dowód", finding.kind() == null ? "brak" : KINDS.get(finding.kind()));
        put(inputs, "Data z dowodu", date(finding.date()));
        put(inputs, "Pierwsze awizo", date(finding.firstNoticeOn()));
        put(inputs, "Drugie awizo", date(finding.secondNoticeOn()));
        put(inputs, "Powód zwrotu", finding.returnReason() == null ? null : RETURNS.get(finding.returnReason()));
        put(inputs, "Wynik (D14)", DeliveryStatus.polish(status));
        if (legalDate != null && delivery.legalDate() != null && !legalDate.equals(delivery.legalDate())) {
            put(inputs, "Wcześniej ustalony dzień", LegalDay.day(delivery.legalDate()));
        }
        List<String> told = new ArrayList<>(steps);
        facts.deciding(delivery.id())
                .filter(dispatch -> register.dispatches(delivery.id()).size() > 1)
                .ifPresent(dispatch -> told.add("Liczy się pierwsza skuteczna próba: nr " + dispatch.attempt() + " z "
                        + register.dispatches(delivery.id()).size() + " (reguła urzędu do D13)."));
        reasons.keep(delivery.caseNumber(), delivery.id(), "Data doręczenia", inputs, told);
    }

    private static String date(LocalDate day) {
        return day == null ? null : LegalDay.day(day);
    }

    private static void put(Map<String, String> inputs, String label, String value) {
        if (value != null) {
            inputs.put(label, value);
        }
    }
}
