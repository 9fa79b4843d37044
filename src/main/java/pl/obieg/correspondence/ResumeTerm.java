package pl.obieg.correspondence;

import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Lets the clock of a case go on tomorrow; today is the last day not counted (TIM-03). */
@OperationCard(
        label = "Wznów bieg terminu",
        description = "Kończy przerwę w biegu terminu sprawy; dzisiejszy dzień jest ostatnim nieliczonym.",
        system = "ezd")
public class ResumeTerm implements Operation<ResumeTerm.Input, Nothing> {

    private final CaseTerms terms;
    private final OfficeClock clock;

    public ResumeTerm(CaseTerms terms, OfficeClock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    public record Input(String caseNumber) {}

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        terms.resume(input.caseNumber(), clock.today());
        return Nothing.done();
    }
}
