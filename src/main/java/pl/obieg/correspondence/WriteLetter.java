package pl.obieg.correspondence;

import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.PaperVersions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Writes an approved letter, once to be sealed and once for paper; a decision or an order gets its number first.
 */
@OperationCard(
        label = "Sporządź pismo",
        description = "Nadaje decyzji lub postanowieniu numer i tworzy PDF pisma, który wymaga opieczętowania.",
        system = "ezd",
        refusals = {"CASE_CLOSED: Sprawa jest zakończona."})
public class WriteLetter implements Operation<WriteLetter.Input, WriteLetter.Output> {

    /** {@code letterId}: of {@link pl.obieg.exchange.OfficeLetters}. */
    public record Input(String letterId) {}

    /** {@code letterNumber}: {@code FN.3120.1.2026.D1}, {@code null} for a letter that is no ruling. */
    public record Output(String letterNumber, String unsealedDocumentId) {}

    private final Letters letters;
    private final LetterPages pages;
    private final CorrespondenceSystem ezd;
    private final PaperVersions papers;
    private final OfficeClock clock;

    WriteLetter(Letters letters, LetterPages pages, CorrespondenceSystem ezd, PaperVersions papers, OfficeClock clock) {
        this.papers = papers;
        this.letters = letters;
        this.pages = pages;
        this.ezd = ezd;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Letters.Letter letter = letters.get(input.letterId());
        String number =
                letter.kind().isRuling() ? ezd.registerRuling(letter.caseNumber(), letter.id(), letter.kind()) : null;
        letters.number(letter.id(), number);
        String unsealed = pages.write(letter, number, clock.today(), false);
        papers.keep(unsealed, pages.writeForPaper(letter, number, clock.today()));
        return Answer.now(new Output(number, unsealed));
    }
}
