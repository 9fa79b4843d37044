package pl.obieg.correspondence;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Opens a case in the spis spraw of a unit and class, and files the letter that begins it. */
@OperationCard(
        label = "Załóż sprawę w EZD",
        description = "Zakłada sprawę w spisie spraw komórki i klasy JRWA, nadaje znak sprawy i dołącza pismo.",
        system = "ezd",
        refusals = {
            "UNKNOWN_CLASS: W jednolitym rzeczowym wykazie akt nie ma takiej klasy.",
            "UNKNOWN_UNIT: Symbol komórki organizacyjnej jest pusty albo ma niedozwolone znaki."
        })
public class OpenCase implements Operation<OpenCase.Input, OpenCase.Output> {

    /**
     * @param jrwaClass {@code 3120}
     * @param orgUnit {@code FN}
     * @param formCode what the letter is, if a clerk recognised it; unset: as its form says
     */
    public record Input(
            String submissionId,
            String letterNumber,
            String jrwaClass,
            String orgUnit,
            @Nullable String formCode) {}

    /** {@code caseNumber}: {@code FN.3120.1.2026}. */
    public record Output(String caseNumber) {}

    private final CorrespondenceSystem ezd;
    private final Submissions submissions;

    private final ApplicationEventPublisher events;

    public OpenCase(CorrespondenceSystem ezd, Submissions submissions, ApplicationEventPublisher events) {
        this.ezd = ezd;
        this.submissions = submissions;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Submission letter = submissions.get(input.submissionId());
        String caseNumber = ezd.openCase(letter, input.letterNumber(), input.jrwaClass(), input.orgUnit());
        events.publishEvent(new CaseFact.CaseOpened(
                caseNumber,
                input.jrwaClass(),
                letter.formCode() == null ? input.formCode() : letter.formCode(),
                letter.receivedAt().atZone(OfficeClock.WARSAW).toLocalDate(),
                false));
        return Answer.now(new Output(caseNumber));
    }
}
