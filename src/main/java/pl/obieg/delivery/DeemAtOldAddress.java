package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * A party that moves during the proceedings and does not report it is served at the address the office knows (DEL-13, OP
 * art. 146; KPA art. 41). The day is the end of storage; a letter that was not stored for it is
 * delivered anew (UR-28).
 */
@OperationCard(
        label = "Uznaj za doręczone pod dotychczasowym adresem",
        description = "Gdy strona nie zgłosiła zmiany adresu, uznaje pismo za doręczone pod dotychczasowym adresem.",
        system = "delivery",
        refusals = {
            "NOT_MOVED: Pismo nie wróciło z adnotacją, że adresat się wyprowadził.",
            "NOT_STORED: Pisma nie przechowano 14 dni z dwoma zawiadomieniami."
        })
public class DeemAtOldAddress implements Operation<DeemAtOldAddress.Input, DeemAtOldAddress.Output> {

    private static final int DAYS_OF_STORAGE = 14;

    private final DeliveryRegister register;
    private final ReceiptDesk desk;
    private final DeliveryReasons reasons;
    private final StatutoryCalendar calendar;
    private final ApplicationEventPublisher events;

    DeemAtOldAddress(
            DeliveryRegister register,
            ReceiptDesk desk,
            DeliveryReasons reasons,
            StatutoryCalendar calendar,
            ApplicationEventPublisher events) {
        this.register = register;
        this.desk = desk;
        this.reasons = reasons;
        this.calendar = calendar;
        this.events = events;
    }

    /** @param deliveryId of a delivery whose letter came back because the addressee moved */
    public record Input(String deliveryId) {}

    public record Output(String deliveryStatus, LocalDate legalDate) {}

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = register.get(input.deliveryId());
        Finding finding = desk.finding(delivery.id());
        boolean moved = finding.kind() == Evidence.Kind.RETURNED && "MOVED".equals(finding.returnReason());
        if (!moved || finding.date() == null) {
            throw new Refusal("NOT_MOVED", "Pismo nie wróciło z adnotacją, że adresat się wyprowadził.");
        }
        if (!finding.twoNotices()) {
            throw new Refusal(
                    "NOT_STORED",
                    "Pismo wróciło od razu, bez 14 dni przechowania i dwóch zawiadomień, więc nie ma dnia, z którym można je"
                            + " uznać za doręczone (art. 146 i 150 OP). Doręcz je ponownie pod dotychczasowym adresem albo"
                            + " ustal nowy.");
        }
        LocalDate day = calendar.orNextWorkingDay(finding.firstNoticeOn().plusDays(DAYS_OF_STORAGE));
        register.concluded(delivery.id(), "DEEMED", day);
        events.publishEvent(new CaseFact.DeliveryConcluded(
                delivery.caseNumber(),
                delivery.id(),
                delivery.partyId(),
                delivery.documentId(),
                delivery.channel(),
                "DEEMED",
                day));
        desk.concluded(delivery.id());
        reasons.keep(
                delivery,
                "DEEMED",
                day,
                List.of("Adresat wyprowadził się i nie zgłosił nowego adresu, więc pismo uznaje się za doręczone pod"
                        + " dotychczasowym: " + LegalDay.day(day) + " ("
                        + register.provisionsOf(delivery.documentId()).oldAddress + "; ocenił urzędnik)."));
        return Answer.now(new Output("DEEMED", day));
    }
}
