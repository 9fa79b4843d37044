package pl.obieg.correspondence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pl.obieg.exchange.Submission;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Refusal;

/**
 * Hands a letter whose kind somebody recognised to its procedure: it begins one of its own, or is filed in a case under
 * way and told to it. Which message each kind means is data, {@code obieg.systems.ezd.letters}.
 */
@Component
public class LetterRouter {

    private final CorrespondenceSystem ezd;
    private final EzdSettings settings;
    private final ApplicationEventPublisher events;

    public LetterRouter(CorrespondenceSystem ezd, EzdSettings settings, ApplicationEventPublisher events) {
        this.ezd = ezd;
        this.settings = settings;
        this.events = events;
    }

    /** The kind with this code. */
    public Optional<EzdSettings.LetterKind> kind(String code) {
        return settings.letters().stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    /**
     * Files the letter, if its kind belongs to a case, and sends the message; in the caller's transaction.
     *
     * @param relatedCase mark as somebody copied it, for a letter in a case under way
     * @throws Refusal UNKNOWN_LETTER_KIND, CASE_NOT_FOUND, CASE_CLOSED
     */
    public void pass(Submission letter, String letterNumber, String code, String relatedCase) {
        EzdSettings.LetterKind kind = kind(code)
                .orElseThrow(() -> new Refusal("UNKNOWN_LETTER_KIND", "Urząd nie ma procedury dla pisma " + code));
        String caseNumber = markIn(relatedCase);
        if (kind.inCase() && !ezd.fileInCase(caseNumber, letter, letterNumber)) {
            throw new Refusal("CASE_CLOSED", "Sprawa " + caseNumber + " jest zakończona.");
        }
        events.publishEvent(message(kind, letter, caseNumber));
    }

    /** Begins {@code pismo-nierozpoznane}, in which the registry office says what the letter is. */
    public void leaveUnrecognised(Submission letter) {
        events.publishEvent(new ProcedureMessage(
                "UnrecognisedDocumentArrived",
                letter.id(),
                letter.id(),
                Map.of("submissionId", letter.id(), "channel", letter.channel())));
    }

    /** The letter the sender answers may carry initials behind the mark (OFF-01). */
    private static String markIn(String relatedCase) {
        return CaseMark.read(relatedCase)
                .map(CaseMark::toString)
                .orElse(relatedCase == null ? "" : relatedCase.strip());
    }

    private static ProcedureMessage message(EzdSettings.LetterKind kind, Submission letter, String caseNumber) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("channel", letter.channel());
        if (kind.inCase()) {
            // A name of its own: the case keeps the letter that began it as submissionId.
            variables.put("laterSubmissionId", letter.id());
            return new ProcedureMessage(kind.message(), caseNumber, letter.id(), variables);
        }
        variables.put("submissionId", letter.id());
        variables.put("formCode", kind.code());
        return new ProcedureMessage(kind.message(), letter.id(), letter.id(), variables);
    }
}
