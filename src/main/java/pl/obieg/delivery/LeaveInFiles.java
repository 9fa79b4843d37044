package pl.obieg.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Leaves a letter in the files with the effect of delivery, when the seat of a legal person does not exist and the address
 * of nobody who represents it can be found (DEL-12, OP art. 151a). The first of the two a clerk tries before: the letter
 * goes to the one who represents, as an arrangement says.
 */
@OperationCard(
        label = "Pozostaw w aktach ze skutkiem doręczenia",
        description =
                "Gdy siedziba nie istnieje i nie ma adresu osoby uprawnionej do reprezentacji, zostawia pismo w aktach.",
        system = "delivery",
        refusals = "NOT_TO_FILES: Pisma nie można pozostawić w aktach ze skutkiem doręczenia.")
public class LeaveInFiles implements Operation<LeaveInFiles.Input, LeaveInFiles.Output> {

    private static final Set<String> SEAT_NOT_THERE = Set.of("ADDRESS_INCOMPLETE", "UNKNOWN", "MOVED");

    private final DeliveryRegister register;
    private final ReceiptDesk desk;
    private final DeliveryReasons reasons;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeaveInFiles(
            DeliveryRegister register,
            ReceiptDesk desk,
            DeliveryReasons reasons,
            Parties parties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.desk = desk;
        this.reasons = reasons;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    /** @param deliveryId of a delivery to a legal person whose letter came back from a seat that is not there */
    public record Input(String deliveryId) {}

    public record Output(String deliveryStatus, LocalDate legalDate) {}

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Delivery delivery = register.get(input.deliveryId());
        Finding finding = desk.finding(delivery.id());
        if (parties.get(delivery.partyId()).kind() == Party.Kind.NATURAL) {
            throw refusal(
                    "Adresat jest osobą fizyczną; gdy jego adres nie jest znany, sąd albo organ ustanawia kuratora.");
        }
        if (register.provisionsOf(delivery.documentId()) == Provisions.KPA) {
            throw refusal("Upomnienie i tytuł wykonawczy doręcza się według KPA, który tego nie przewiduje.");
        }
        if (finding.kind() != Evidence.Kind.RETURNED || !SEAT_NOT_THERE.contains(finding.returnReason())) {
            throw refusal("Żadna przesyłka nie wróciła spod nieistniejącej siedziby.");
        }
        LocalDate day = LocalDate.now(clock);
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
                List.of("Siedziba nie istnieje albo jest niezgodna z rejestrem i nie ma adresu osoby uprawnionej do"
                        + " reprezentowania adresata, więc pismo pozostawiono w aktach ze skutkiem doręczenia: "
                        + LegalDay.day(day) + " (DEL-12, art. 151a OP; ocenił urzędnik)."));
        return Answer.now(new Output("DEEMED", day));
    }

    private static Refusal refusal(String why) {
        return new Refusal("NOT_TO_FILES", "Pisma nie można pozostawić w aktach (art. 151a OP). " + why);
    }
}
