package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
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

    private final DeliveryRegister register;
    private final ReceiptDesk desk;
    private final DeliveryReasons reasons;
    private final Parties parties;
    private final StatutoryCalendar calendar;
    private final ApplicationEventPublisher events;

    SetLegalDate(
            DeliveryRegister register,
            ReceiptDesk desk,
            DeliveryReasons reasons,
            Parties parties,
            StatutoryCalendar calendar,
            ApplicationEventPublisher events) {
        this.register = register;
        this.desk = desk;
        this.reasons = reasons;
        this.parties = parties;
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
        boolean effective = DeliveryStatus.EFFECTIVE.contains(input.deliveryStatus());
        LegalDay counted = effective ? count(input) : null;
        LocalDate legalDate = effective ? counted.day() : null;
        String problem = effective ? null : problem(delivery, input.deliveryStatus());
        register.concluded(delivery.id(), input.deliveryStatus(), legalDate);
        boolean reversed = delivery.legalDate() != null;
        if (effective || reversed || "FAILED".equals(input.deliveryStatus())) {
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
        reasons.keep(
                delivery, input.deliveryStatus(), legalDate, effective ? counted.steps() : List.of(problem + " (D14)"));
        return Answer.now(new Output(legalDate, problem));
    }

    /** The day by the same rules, recorded nowhere; {@code null} if the letter would not be delivered. */
    LocalDate preview(Input input) {
        return DeliveryStatus.EFFECTIVE.contains(input.deliveryStatus())
                ? count(input).day()
                : null;
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
            case CourierCampaign.ENDED -> "Akcja gońców skończyła się, a pisma nie doręczono.";
            case "ADDRESS_INCOMPLETE" -> "Przesyłka wróciła: adres niepełny lub błędny.";
            default -> "Operator nie doręczył pisma.";
        };
    }

    private LegalDay count(Input input) {
        Delivery delivery = register.get(input.deliveryId());
        return LegalDay.count(
                desk.finding(input.deliveryId()),
                input.countFrom(),
                input.addDays() == null ? 0 : input.addDays(),
                Boolean.TRUE.equals(input.shiftToWorkingDay()),
                parties.get(delivery.partyId()).kind() != Party.Kind.NATURAL,
                register.provisionsOf(delivery.documentId()),
                calendar);
    }
}
