package pl.obieg.correspondence;

import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Hands a letter that a clerk recognised to its procedure, see {@link LetterRouter}. */
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
    private final LetterRouter router;

    PassLetterOn(Submissions submissions, LetterRouter router) {
        this.submissions = submissions;
        this.router = router;
    }

    @Override
    @Transactional
    public Answer<Nothing> run(Input input, Call call) {
        router.pass(
                submissions.get(input.submissionId()),
                input.letterNumber(),
                input.letterResolution(),
                input.relatedCase());
        return Nothing.done();
    }
}
