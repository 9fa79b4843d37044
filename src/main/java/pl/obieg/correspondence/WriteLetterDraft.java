package pl.obieg.correspondence;

import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Writes the draft of a letter, which a second person checks. */
@OperationCard(
        label = "Sporządź projekt pisma",
        description = "Tworzy PDF projektu pisma do sprawdzenia; projekt nie ma numeru.",
        system = "ezd")
public class WriteLetterDraft implements Operation<WriteLetterDraft.Input, WriteLetterDraft.Output> {

    /** {@code letterId}: of {@link pl.obieg.exchange.OfficeLetters}. */
    public record Input(String letterId) {}

    /** {@code draftDocumentId}: PDF with the mark PROJEKT. */
    public record Output(String draftDocumentId) {}

    private final Letters letters;
    private final LetterPages pages;
    private final OfficeClock clock;

    WriteLetterDraft(Letters letters, LetterPages pages, OfficeClock clock) {
        this.letters = letters;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        return Answer.now(new Output(pages.write(letters.get(input.letterId()), null, clock.today(), true)));
    }
}
