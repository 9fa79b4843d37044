package pl.obieg.correspondence;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Issues a sealed letter: files it in its case and tells the other systems; once. */
@OperationCard(
        label = "Wydaj pismo",
        description = "Dołącza opieczętowane pismo do sprawy i ogłasza jego wydanie innym systemom.",
        system = "ezd")
public class IssueLetter implements Operation<IssueLetter.Input, IssueLetter.Output> {

    /** {@code documentId}: the sealed PDF. */
    public record Input(String letterId, String documentId) {}

    /** @param staysInFiles the letter is not to be delivered: from now on it binds (UPOL art. 6 ust. 8a) */
    public record Output(Boolean staysInFiles) {}

    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    IssueLetter(Letters letters, ApplicationEventPublisher events, OfficeClock clock) {
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        Letters.Letter letter = letters.get(input.letterId());
        if (letters.issue(letter.id(), input.documentId(), clock.today())) {
            events.publishEvent(new CaseFact.LetterIssued(
                    letter.caseNumber(),
                    letter.id(),
                    letter.kind(),
                    letter.title(),
                    letter.number(),
                    input.documentId(),
                    clock.today(),
                    letter.partyIds(),
                    letter.settles()));
        }
        return Answer.now(new Output(letter.kind() == OfficeLetters.Kind.FILE_DECISION));
    }
}
