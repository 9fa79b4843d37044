package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Counts the legal day of delivery as D14 says and tells it to the other modules. */
@OperationCard(
        label = "Ustal datę doręczenia",
        description = "Oblicza datę skutecznego doręczenia i zapisuje wynik w rejestrze doręczeń.",
        system = "delivery")
public class SetLegalDate implements Operation<SetLegalDate.Input, SetLegalDate.Output> {

    private static final Set<String> EFFECTIVE = Set.of("DELIVERED", "SUBSTITUTE", "DEEMED", "REFUSED");

    private final DeliveryRegister register;
    private final ReceiptDesk desk;
    private final StatutoryCalendar calendar;
    private final ApplicationEventPublisher events;

    SetLegalDate(
            DeliveryRegister register, ReceiptDesk desk, StatutoryCalendar calendar, ApplicationEventPublisher events) {
        this.register = register;
        this.desk = desk;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Outputs of D14.
     *
     * @param countFrom {@code RECEIPT_DATE}, {@code FIRST_NOTICE}, or {@code DAY_AFTER_TERM}: the day after a term of
     *     {@code addDays} that began with the inflow (DEL-06, DEL-06a)
     * @param shiftToWorkingDay whether a term that ends on a Saturday or holiday ends on the next working day
     */
    public record Input(
            String deliveryId, String deliveryStatus, String countFrom, Integer addDays, Boolean shiftToWorkingDay) {}

    /**
     * @param legalDate {@code null} if the letter was not delivered
     * @param deliveryProblem why it was not, for the clerk; {@code null} if it was
     */
    public record Output(LocalDate legalDate, String deliveryProblem) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = register.get(input.deliveryId());
        boolean effective = EFFECTIVE.contains(input.deliveryStatus());
        LocalDate legalDate = effective ? count(input) : null;
        register.concluded(delivery.id(), input.deliveryStatus(), legalDate);
        if (effective || "FAILED".equals(input.deliveryStatus())) {
            events.publishEvent(new CaseFact.DeliveryConcluded(
                    delivery.caseNumber(),
                    delivery.id(),
                    delivery.partyId(),
                    delivery.documentId(),
                    delivery.channel(),
                    input.deliveryStatus(),
                    legalDate));
        }
        desk.concluded(delivery.id());
        return Answer.now(new Output(legalDate, effective ? null : problem(delivery, input.deliveryStatus())));
    }

    private String problem(Delivery delivery, String status) {
        if ("DEFECTIVE".equals(status)) {
            return "Potwierdzenie jest wadliwe (brak daty, podpisu albo drugiego awiza); trzeba je wyjaśnić.";
        }
        if ("EPUAP".equals(delivery.channel())) {
            return "Adresat nie odebrał pisma w ePUAP, a od 1.01.2026 nie ma tam fikcji doręczenia.";
        }
        return switch (Objects.toString(desk.finding(delivery.id()).returnReason(), "")) {
            case "MOVED" -> "Przesyłka wróciła: adresat wyprowadził się.";
            case "UNKNOWN" -> "Przesyłka wróciła: adresat nieznany.";
            case "DEAD" -> "Przesyłka wróciła: adresat zmarł.";
            case "ADDRESS_INCOMPLETE" -> "Przesyłka wróciła: adres niepełny lub błędny.";
            default -> "Operator nie doręczył pisma.";
        };
    }

    private LocalDate count(Input input) {
        Finding finding = desk.finding(input.deliveryId());
        boolean notice = "FIRST_NOTICE".equals(input.countFrom());
        LocalDate start = notice ? finding.firstNoticeOn() : finding.date();
        if (start == null) {
            throw new IllegalStateException("Delivery " + input.deliveryId() + " has no date to count from");
        }
        LocalDate end = start.plusDays(input.addDays() == null ? 0 : input.addDays());
        LocalDate shifted = Boolean.TRUE.equals(input.shiftToWorkingDay()) ? calendar.orNextWorkingDay(end) : end;
        return "DAY_AFTER_TERM".equals(input.countFrom()) ? shifted.plusDays(1) : shifted;
    }
}
