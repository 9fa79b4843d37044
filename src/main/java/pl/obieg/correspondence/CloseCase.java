package pl.obieg.correspondence;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Closes a case; from then on its retention runs. */
@OperationCard(
        label = "Zakończ sprawę w EZD",
        description = "Wpisuje do spisu spraw datę i sposób załatwienia sprawy.",
        system = "ezd",
        refusals = "CASE_NOT_FOUND: Nie ma sprawy o takim znaku.")
public class CloseCase implements Operation<CloseCase.Input, Nothing> {

    /** {@code outcome} is a Polish phrase: "podatek wpłacony w całości". */
    public record Input(String caseNumber, String outcome) {}

    private final CorrespondenceSystem ezd;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    public CloseCase(CorrespondenceSystem ezd, ApplicationEventPublisher events, OfficeClock clock) {
        this.ezd = ezd;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        if (ezd.closeCase(input.caseNumber(), input.outcome())) {
            events.publishEvent(new CaseFact.CaseClosed(input.caseNumber(), input.outcome(), clock.today()));
        }
        return Nothing.done();
    }
}
