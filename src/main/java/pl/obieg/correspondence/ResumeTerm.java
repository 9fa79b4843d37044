package pl.obieg.correspondence;

import java.time.LocalDate;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Ends a stop of the clock of a case (TIM-03): the one that {@code stopTerm} began in the same procedure, so that another
 * one, such as a suspension that a clerk noted, holds the clock further.
 */
@OperationCard(
        label = "Wznów bieg terminu",
        description =
                "Kończy przerwę w biegu terminu sprawy, którą zaczęła ta sama procedura; ostatnim nieliczonym dniem"
                        + " jest dzisiejszy albo wcześniejszy wskazany.",
        system = "ezd")
public class ResumeTerm implements Operation<ResumeTerm.Input, Nothing> {

    private final CaseTerms terms;
    private final OfficeClock clock;

    public ResumeTerm(CaseTerms terms, OfficeClock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * @param stopKey of the stop; {@code null}: every open one
     * @param lastStopDay last day not counted if it is before today, such as the last day to answer; {@code null}: today
     */
    public record Input(
            String caseNumber,
            @Nullable String stopKey,
            @Nullable LocalDate lastStopDay) {}

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        LocalDate today = clock.today();
        LocalDate last =
                input.lastStopDay() == null || input.lastStopDay().isAfter(today) ? today : input.lastStopDay();
        if (input.stopKey() == null) {
            terms.resume(input.caseNumber(), last);
        } else {
            terms.resume(input.caseNumber(), input.stopKey(), last);
        }
        return Nothing.done();
    }
}
