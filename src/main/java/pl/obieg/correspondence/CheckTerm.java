package pl.obieg.correspondence;

import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Counts the term of a case anew, with all days not counted so far, and says what it asks for (TIM-01 to TIM-04). */
@OperationCard(
        label = "Sprawdź termin sprawy",
        description = "Liczy termin z przerwami i mówi, czy trzeba ostrzec, zawiadomić stronę albo czy termin minął.",
        system = "ezd")
public class CheckTerm implements Operation<CheckTerm.Input, CheckTerm.Output> {

    private static final int DAYS_TO_REMIND_AGAIN = 7;

    private final CaseTerms terms;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    public CheckTerm(CaseTerms terms, StatutoryCalendar calendar, OfficeClock clock) {
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param caseNumber of a case with a term */
    public record Input(String caseNumber) {}

    /**
     * @param termPhase {@code RUNNING}, {@code WARNING}, {@code NOTICE}, {@code OVERDUE} or {@code ENDED}
     * @param termEnd last day
     * @param nextCheckOn when to look again if nothing is to be done
     * @param escalateOn when the head is told, if the notice is not out by then
     * @param clerk to whom the case was given, or {@code null}
     * @param approvers group whose clerks settle it
     */
    public record Output(
            String termPhase,
            LocalDate termEnd,
            String termBasis,
            LocalDate nextCheckOn,
            LocalDate escalateOn,
            String clerk,
            String approvers) {}

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        CaseTerm term = terms.of(input.caseNumber())
                .orElseThrow(() -> new IllegalArgumentException("Case " + input.caseNumber() + " has no term"));
        LocalDate today = clock.today();
        LocalDate end = term.on(today, calendar).end();
        terms.seen(input.caseNumber(), end);
        return Answer.now(new Output(
                term.phase(today, calendar).name(),
                end,
                term.rule().basis(),
                term.nextCheck(today, calendar),
                today.isAfter(end) ? today.plusDays(DAYS_TO_REMIND_AGAIN) : end.plusDays(1),
                term.clerk(),
                term.approvers()));
    }
}
