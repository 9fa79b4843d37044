package pl.obieg.correspondence;

import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Stops the clock of a case from tomorrow on (TIM-03: OP art. 139 §4, KPA art. 35 §5). Calls need no such step: the
 * register of calls stops the clock itself. A case without a term is left as it is.
 */
@OperationCard(
        label = "Wstrzymaj bieg terminu",
        description = "Od jutra nie liczy dni do terminu sprawy: czekanie na stronę lub inny organ, zawieszenie.",
        system = "ezd",
        refusals = "UNKNOWN_STOP_REASON: Nie ma takiej przyczyny przerwy.")
public class StopTerm implements Operation<StopTerm.Input, Nothing> {

    private final CaseTerms terms;
    private final OfficeClock clock;

    public StopTerm(CaseTerms terms, OfficeClock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** @param stopReason {@code STATUTORY_ACT}, {@code PARTY}, {@code OTHER_ORGAN}, {@code SUSPENSION}, {@code OUTSIDE_CAUSE} */
    public record Input(String caseNumber, String stopReason) {}

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        LocalDate from = clock.today().plusDays(1);
        terms.stop(input.caseNumber(), call.idempotencyKey(), ClockStop.since(from, reason(input.stopReason())));
        return Nothing.done();
    }

    private static ClockStop.Reason reason(String name) {
        try {
            return ClockStop.Reason.valueOf(String.valueOf(name));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("UNKNOWN_STOP_REASON", "Nie ma przyczyny przerwy " + name);
        }
    }
}
