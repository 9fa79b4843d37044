package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.OfficeLetters.Draft;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Says what a letter on the way to a decision on a relief is to say. */
@OperationCard(
        label = "Przygotuj pismo w sprawie ulgi",
        description = "Tworzy projekt postanowienia o pozostawieniu wniosku bez rozpatrzenia (art. 169 § 4).",
        system = "ledger",
        refusals = "UNKNOWN_RELIEF_LETTER: Nie ma takiego rodzaju pisma.")
public class DraftReliefLetter implements Operation<DraftReliefLetter.Input, DraftReliefLetter.Output> {

    /**
     * @param reliefLetter {@code BEZ_ROZPATRZENIA}
     * @param evidenceSummary what was gathered, as a clerk wrote it
     */
    public record Input(
            String caseNumber,
            String submissionId,
            String reliefLetter,
            @Nullable String evidenceSummary,
            List<String> partyIds) {}

    /** The draft. */
    public record Output(String letterId) {}

    private final Submissions submissions;
    private final OfficeLetters letters;

    DraftReliefLetter(Submissions submissions, OfficeLetters letters) {
        this.submissions = submissions;
        this.letters = letters;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate appliedOn = submissions
                .get(input.submissionId())
                .receivedAt()
                .atZone(OfficeClock.WARSAW)
                .toLocalDate();
        Map<String, Object> content = new HashMap<>();
        content.put("appliedOn", appliedOn);
        content.put("what", "podanie o ulgę w zapłacie");
        content.put("dutyUnpaid", false);
        content.put("summary", input.evidenceSummary() == null ? "" : input.evidenceSummary());
        Draft draft = switch (String.valueOf(input.reliefLetter())) {
            case "BEZ_ROZPATRZENIA" ->
                new Draft(
                                input.caseNumber(),
                                OfficeLetters.Kind.ORDER,
                                "letters/wydanie-pisma/bez-rozpatrzenia.ftlh",
                                "w sprawie pozostawienia wniosku o ulgę bez rozpatrzenia",
                                content,
                                input.partyIds())
                        .settling();
            default -> throw new Refusal("UNKNOWN_RELIEF_LETTER", "Nie ma pisma rodzaju " + input.reliefLetter());
        };
        return Answer.now(new Output(letters.draft(draft, call.idempotencyKey())));
    }
}
