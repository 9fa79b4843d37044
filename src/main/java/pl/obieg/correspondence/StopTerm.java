package pl.obieg.correspondence;

import java.time.LocalDate;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Stops the clock of a case (TIM-03: OP art. 139 §4, KPA art. 35 §5). Calls need no such step: the
 * register of calls stops the clock itself. A case without a term is left as it is.
 */
@OperationCard(
        label = "Wstrzymaj bieg terminu",
        description = "Od jutra albo od dnia po wskazanym nie liczy dni do terminu sprawy: czekanie na stronę lub inny"
                + " organ, zawieszenie.",
        system = "ezd",
        refusals = "UNKNOWN_STOP_REASON: Nie ma takiej przyczyny przerwy.")
public class StopTerm implements Operation<StopTerm.Input, StopTerm.Output> {

    private final CaseTerms terms;
    private final OfficeClock clock;

    public StopTerm(CaseTerms terms, OfficeClock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param stopReason {@code STATUTORY_ACT}, {@code PARTY}, {@code OTHER_ORGAN}, {@code SUSPENSION}, {@code OUTSIDE_CAUSE}
     * @param stopAfter the day after which no day is counted, such as the legal day of a delivery; {@code null}: today
     */
    public record Input(
            String caseNumber, String stopReason, @Nullable LocalDate stopAfter) {}

    /** @param stopKey by which {@code resumeTerm} ends this stop and no other */
    public record Output(String stopKey) {}

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        LocalDate after = input.stopAfter() == null ? clock.today() : input.stopAfter();
        String key = call.idempotencyKey();
        terms.stop(input.caseNumber(), key, ClockStop.since(after.plusDays(1), reason(input.stopReason())));
        return Answer.now(new Output(key));
    }

    private static ClockStop.Reason reason(String name) {
        try {
            return ClockStop.Reason.valueOf(String.valueOf(name));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("UNKNOWN_STOP_REASON", "Nie ma przyczyny przerwy " + name);
        }
    }
}
