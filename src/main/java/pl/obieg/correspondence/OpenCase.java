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

/**
 * Opens a case in the spis spraw of the unit and class that D15 names, and files the letter that begins it; from then on
 * the case has its mark (OFF-04).
 */
@OperationCard(
        label = "Załóż sprawę w EZD",
        description =
                "Pyta tabelę D15 o klasę JRWA i komórkę, zakłada sprawę w ich spisie spraw, nadaje znak i dołącza pismo.",
        system = "ezd",
        refusals = {
            "UNKNOWN_CLASS: Tabela klas nie zna takiej sprawy albo w wykazie akt nie ma tej klasy.",
            "UNKNOWN_UNIT: Symbol komórki organizacyjnej jest pusty albo ma niedozwolone znaki."
        })
public class OpenCase implements Operation<OpenCase.Input, OpenCase.Output> {

    /** {@code formCode}: what a clerk recognised, where the letter is on no form; unset: as its form says. */
    public record Input(
            String submissionId,
            String letterNumber,
            @Nullable String formCode) {}

    /** {@code caseNumber}: {@code FN.3120.1.2026}; {@code jrwaClass}: {@code 3120}; {@code orgUnit}: {@code FN}. */
    public record Output(String caseNumber, String jrwaClass, String orgUnit) {}

    private final CorrespondenceSystem ezd;
    private final Submissions submissions;
    private final CaseClass classes;
    private final ApplicationEventPublisher events;

    public OpenCase(
            CorrespondenceSystem ezd, Submissions submissions, CaseClass classes, ApplicationEventPublisher events) {
        this.ezd = ezd;
        this.submissions = submissions;
        this.classes = classes;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Submission letter = submissions.get(input.submissionId());
        String form = letter.formCode() == null ? input.formCode() : letter.formCode();
        CaseClass.Found found = classes.of(call.procedure(), form);
        String caseNumber = ezd.openCase(letter, input.letterNumber(), found.jrwaClass(), found.orgUnit());
        classes.explain(caseNumber, found);
        events.publishEvent(new CaseFact.CaseOpened(
                caseNumber,
                found.jrwaClass(),
                form,
                letter.receivedAt().atZone(OfficeClock.WARSAW).toLocalDate(),
                false));
        return Answer.now(new Output(caseNumber, found.jrwaClass(), found.orgUnit()));
    }
}
