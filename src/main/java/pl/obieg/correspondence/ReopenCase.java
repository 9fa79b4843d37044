package pl.obieg.correspondence;

import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Takes a closed case up again under its old number, as the office instruction wants it; its term runs anew (TIM-01). A
 * case that is still open is waited for: the procedure that ended with the annulled decision may be closing it just now.
 */
@OperationCard(
        label = "Podejmij sprawę ponownie",
        description = "Otwiera zakończoną sprawę pod dotychczasowym znakiem i liczy jej termin od nowa.",
        system = "ezd",
        refusals = "CASE_NOT_FOUND: Nie ma sprawy o takim znaku.")
public class ReopenCase implements Operation<ReopenCase.Input, ReopenCase.Output> {

    /**
     * @param reopenReason Polish sentence without personal data
     * @param returnedOn from when the term runs
     */
    public record Input(String caseNumber, String reopenReason, LocalDate returnedOn) {}

    /** {@code taskDeadline}: last day of the term. */
    public record Output(LocalDate taskDeadline) {}

    private final CorrespondenceSystem ezd;
    private final CaseTerms terms;
    private final ApplicationEventPublisher events;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    public ReopenCase(
            CorrespondenceSystem ezd,
            CaseTerms terms,
            ApplicationEventPublisher events,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.ezd = ezd;
        this.terms = terms;
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        if (!ezd.reopenCase(input.caseNumber(), input.reopenReason(), call.idempotencyKey())) {
            throw new IllegalStateException("Case " + input.caseNumber() + " is still open and cannot be reopened");
        }
        events.publishEvent(new CaseFact.CaseReopened(input.caseNumber(), input.reopenReason(), input.returnedOn()));
        LocalDate end = terms.of(input.caseNumber())
                .map(term -> term.on(clock.today(), calendar).end())
                .orElse(null);
        return Answer.now(new Output(end));
    }
}
