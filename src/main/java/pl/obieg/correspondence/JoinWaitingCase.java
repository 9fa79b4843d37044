package pl.obieg.correspondence;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.correspondence.builtin.CaseRecords;
import pl.obieg.exchange.RunningMatter;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.ProcedureMessage;

/**
 * Recognises a letter that answers an open call: it is filed in the case that called instead of beginning one of its
 * own. A letter with defects never joins: anybody could end a stranger's call with it.
 */
@OperationCard(
        label = "Dołącz pismo do czekającej sprawy",
        description = "Poprawne pismo w sprawie, w której trwa wezwanie, dołącza do akt tej sprawy i wznawia ją;"
                + " korektę złożoną w toku postępowania albo w terminie sprzeciwu dołącza do sprawy tego postępowania.",
        system = "ezd")
public class JoinWaitingCase implements Operation<JoinWaitingCase.Input, JoinWaitingCase.Output> {

    /** {@code submissionValid}: whether the letter passed its check. */
    public record Input(String submissionId, String letterNumber, Boolean submissionValid) {}

    /** {@code answeredCase}: the case the letter was filed in, {@code null} if it answers no call. */
    public record Output(Boolean answersCall, String answeredCase) {}

    private final CallRegister calls;
    private final CorrespondenceSystem ezd;
    private final Submissions submissions;
    private final ObjectProvider<RunningMatter> matters;
    private final CaseRecords cases;
    private final ApplicationEventPublisher events;

    JoinWaitingCase(
            CallRegister calls,
            CorrespondenceSystem ezd,
            Submissions submissions,
            ObjectProvider<RunningMatter> matters,
            CaseRecords cases,
            ApplicationEventPublisher events) {
        this.matters = matters;
        this.cases = cases;
        this.calls = calls;
        this.ezd = ezd;
        this.submissions = submissions;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        if (!Boolean.TRUE.equals(input.submissionValid())) {
            return Answer.now(new Output(false, null));
        }
        Submission letter = submissions.get(input.submissionId());
        Optional<String> joined = calls.answeredBy(letter)
                .filter(open -> ezd.fileAnswer(open.caseNumber(), letter, input.letterNumber()))
                .map(open -> {
                    calls.answer(open, letter);
                    events.publishEvent(new ProcedureMessage("AnswerArrived", open.caseNumber(), letter.id()));
                    return open.caseNumber();
                });
        Optional<String> answered = joined.or(() -> underWay(letter, input.letterNumber()));
        return Answer.now(new Output(answered.isPresent(), answered.orElse(null)));
    }

    /** A form that answers no call may still belong to a case under way, such as a correction in proceedings. */
    private Optional<String> underWay(Submission letter, String letterNumber) {
        return matters.stream()
                .flatMap(matter -> matter.join(letter).stream())
                .filter(found -> ezd.fileInCase(found.caseNumber(), letter, letterNumber))
                .findFirst()
                .map(found -> {
                    cases.note(found.caseNumber(), "joined " + letter.id(), found.note());
                    if (found.message() != null) {
                        events.publishEvent(new ProcedureMessage(
                                found.message(),
                                found.caseNumber(),
                                letter.id(),
                                Map.of("laterSubmissionId", letter.id(), "channel", letter.channel())));
                    }
                    return found.caseNumber();
                });
    }
}
