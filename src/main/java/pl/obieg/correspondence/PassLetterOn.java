package pl.obieg.correspondence;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Refusal;

/**
 * Hands a letter that a clerk recognised to its procedure: it begins one of its own, or is filed in a case under way and
 * told to it. Which message each kind means is data, {@code obieg.systems.ezd.letters}.
 */
@OperationCard(
        label = "Przekaż rozpoznane pismo",
        description = "Rozpoczyna procedurę właściwą dla pisma albo dołącza pismo do sprawy w toku i ją powiadamia.",
        system = "ezd",
        refusals = {
            "UNKNOWN_LETTER_KIND: Urząd nie ma procedury dla takiego pisma.",
            "CASE_NOT_FOUND: Nie ma sprawy o takim znaku.",
            "CASE_CLOSED: Sprawa jest zakończona."
        })
public class PassLetterOn implements Operation<PassLetterOn.Input, Nothing> {

    /** {@code letterResolution}: kind of the letter; {@code relatedCase}: for a letter in a case under way. */
    public record Input(String submissionId, String letterNumber, String letterResolution, String relatedCase) {}

    private final Submissions submissions;
    private final CorrespondenceSystem ezd;
    private final EzdSettings settings;
    private final ApplicationEventPublisher events;

    PassLetterOn(
            Submissions submissions, CorrespondenceSystem ezd, EzdSettings settings, ApplicationEventPublisher events) {
        this.submissions = submissions;
        this.ezd = ezd;
        this.settings = settings;
        this.events = events;
    }

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        EzdSettings.LetterKind kind = settings.letters().stream()
                .filter(one -> one.code().equals(input.letterResolution()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "UNKNOWN_LETTER_KIND", "Urząd nie ma procedury dla pisma " + input.letterResolution()));
        Submission letter = submissions.get(input.submissionId());
        if (kind.inCase()) {
            String caseNumber = markIn(input.relatedCase());
            if (!ezd.fileInCase(caseNumber, letter, input.letterNumber())) {
                throw new Refusal("CASE_CLOSED", "Sprawa " + caseNumber + " jest zakończona.");
            }
        }
        events.publishEvent(message(kind, letter, input.relatedCase()));
        return Nothing.done();
    }

    /** The letter the sender answers may carry initials behind the mark (OFF-01). */
    private static String markIn(String relatedCase) {
        return CaseMark.read(relatedCase)
                .map(CaseMark::toString)
                .orElse(relatedCase == null ? "" : relatedCase.strip());
    }

    private static ProcedureMessage message(EzdSettings.LetterKind kind, Submission letter, String relatedCase) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("channel", letter.channel());
        if (kind.inCase()) {
            // A name of its own: the case keeps the letter that began it as submissionId.
            variables.put("laterSubmissionId", letter.id());
            return new ProcedureMessage(kind.message(), markIn(relatedCase), letter.id(), variables);
        }
        variables.put("submissionId", letter.id());
        variables.put("formCode", kind.code());
        return new ProcedureMessage(kind.message(), letter.id(), letter.id(), variables);
    }
}
