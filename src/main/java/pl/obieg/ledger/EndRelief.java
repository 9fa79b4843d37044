package pl.obieg.ledger;

import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.ledger.ReliefRegister.Status;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** No relief is given: the application was refused, or ends without a decision on the substance. */
@OperationCard(
        label = "Zakończ wniosek o ulgę bez ulgi",
        description = "Odnotowuje, że ulgi odmówiono albo że wniosku nie rozpatrzono; windykacja może iść dalej.",
        system = "ledger")
public class EndRelief implements Operation<EndRelief.Input, Nothing> {

    /** @param reliefRefused whether it was refused; else it was left without a decision */
    public record Input(String caseNumber, Boolean reliefRefused) {}

    private final ReliefRegister register;
    private final Receivables receivables;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    EndRelief(ReliefRegister register, Receivables receivables, OfficeClock clock, ApplicationEventPublisher events) {
        this.register = register;
        this.receivables = receivables;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        register.ofCase(input.caseNumber())
                .filter(relief -> relief.status() == Status.PENDING)
                .ifPresent(relief -> end(relief, Boolean.TRUE.equals(input.reliefRefused())));
        return Nothing.done();
    }

    private void end(Relief relief, boolean refused) {
        register.status(relief.id(), refused ? Status.REFUSED : Status.DROPPED);
        events.publishEvent(new CaseFact.ReliefChanged(
                receivables.accountOf(relief.receivableId()).caseNumber(),
                relief.receivableId(),
                relief.caseNumber(),
                refused ? CaseFact.ReliefStanding.REFUSED : CaseFact.ReliefStanding.DROPPED,
                0,
                ReliefSentences.ended(refused, relief.caseNumber()),
                clock.today()));
    }
}
