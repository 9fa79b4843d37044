package pl.obieg.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Says what the order on leaving a letter unexamined is to say. A case may not simply be closed: the sender may complain
 * about the order (OP art. 169 § 4).
 */
@OperationCard(
        label = "Napisz postanowienie o pozostawieniu bez rozpatrzenia",
        description =
                "Przygotowuje postanowienie o pozostawieniu pisma bez rozpatrzenia, na które służy zażalenie (art. 169"
                        + " § 4).",
        system = "ezd",
        refusals = "SENDER_UNKNOWN: Pismo nie ma nadawcy, któremu można doręczyć postanowienie.")
public class DraftUnexamined implements Operation<DraftUnexamined.Input, DraftUnexamined.Output> {

    private static final String DUTY_UNPAID = "DUTY_UNPAID";

    /**
     * @param unexaminedGround {@code FORMAL_DEFECTS} (art. 169 § 1) or {@code DUTY_UNPAID} (art. 169 § 2)
     * @param unexaminedReason what the party was called to do and did not, Polish
     * @param partyIds addressees; unset before the parties are known: then the sender
     */
    public record Input(
            String caseNumber,
            String submissionId,
            String unexaminedGround,
            @Nullable String unexaminedReason,
            @Nullable List<String> partyIds) {}

    /** The draft, and whom it is for. */
    public record Output(String letterId, List<String> partyIds) {}

    private final Submissions submissions;
    private final Senders senders;
    private final OfficeLetters letters;

    DraftUnexamined(Submissions submissions, Senders senders, OfficeLetters letters) {
        this.submissions = submissions;
        this.senders = senders;
        this.letters = letters;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Submission letter = submissions.get(input.submissionId());
        List<String> addressees = input.partyIds() == null || input.partyIds().isEmpty()
                ? List.of(senders.partyOf(letter))
                : input.partyIds();
        Map<String, Object> content = new HashMap<>();
        content.put("what", "pismo „" + (letter.subject() == null ? "bez tytułu" : letter.subject()) + "”");
        content.put("appliedOn", letter.receivedAt().atZone(OfficeClock.WARSAW).toLocalDate());
        content.put("dutyUnpaid", DUTY_UNPAID.equals(input.unexaminedGround()));
        content.put(
                "summary",
                input.unexaminedReason() == null ? "" : input.unexaminedReason().strip());
        OfficeLetters.Draft draft = new OfficeLetters.Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.ORDER,
                        "letters/wydanie-pisma/bez-rozpatrzenia.ftlh",
                        "w sprawie pozostawienia pisma bez rozpatrzenia",
                        content,
                        addressees)
                .settling();
        return Answer.now(new Output(letters.draft(draft, call.idempotencyKey()), addressees));
    }
}
