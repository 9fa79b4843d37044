package pl.obieg.tax;

import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Stops the assessment before a decision is written: nobody who has died may be the addressee of one; his heirs take
 * over his rights and duties (OP art. 97; D06).
 */
@OperationCard(
        label = "Wstrzymaj wydanie decyzji",
        description = "Odnotowuje w sprawie, że decyzji na razie nie wolno wydać, i dlaczego.",
        system = "gmina")
public class WithholdDecision implements Operation<WithholdDecision.Input, Nothing> {

    /** {@code issueReason}: the sentence of D06. */
    public record Input(String caseNumber, String issueReason) {}

    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    public WithholdDecision(ApplicationEventPublisher events, OfficeClock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        events.publishEvent(new CaseFact.DecisionWithheld(input.caseNumber(), input.issueReason(), clock.today()));
        return Nothing.done();
    }
}
