package pl.obieg.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Submissions;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** Drafts the notice that a case will not be settled in its term: cause, new date, ponaglenie (OP art. 140, KPA art. 36). */
@OperationCard(
        label = "Napisz zawiadomienie o terminie",
        description = "Tworzy projekt zawiadomienia stron o niezałatwieniu sprawy w terminie, z przyczyną i nową datą.",
        system = "ezd",
        refusals = {
            "NEW_TERM_TOO_EARLY: Nowy termin musi być późniejszy niż dzisiaj i niż dotychczasowy termin.",
            "CAUSE_MISSING: Zawiadomienie musi podawać przyczynę.",
            "PARTIES_UNKNOWN: Nie wiadomo, kto jest stroną sprawy."
        })
public class WriteTermNotice implements Operation<WriteTermNotice.Input, WriteTermNotice.Output> {

    private static final String TEMPLATE = "letters/pilnowanie-terminu/zawiadomienie.ftlh";

    private final CaseTerms terms;
    private final OfficeLetters letters;
    private final Submissions submissions;
    private final Senders senders;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    WriteTermNotice(
            CaseTerms terms,
            OfficeLetters letters,
            Submissions submissions,
            Senders senders,
            StatutoryCalendar calendar,
            OfficeClock clock) {
        this.terms = terms;
        this.letters = letters;
        this.submissions = submissions;
        this.senders = senders;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param delayCause as the party shall read it */
    public record Input(String caseNumber, String delayCause, LocalDate newTermEnd) {}

    /** The draft and its addressees, for the called procedure that issues it. */
    public record Output(String letterId, List<String> partyIds) {}

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        CaseTerm term = terms.of(input.caseNumber())
                .orElseThrow(() -> new IllegalArgumentException("Case " + input.caseNumber() + " has no term"));
        LocalDate end = term.on(clock.today(), calendar).end();
        String cause = Objects.toString(input.delayCause(), "").strip();
        if (cause.isEmpty()) {
            throw new Refusal(
                    "CAUSE_MISSING", "Podaj przyczynę, dla której sprawa nie zostanie załatwiona w terminie.");
        }
        if (input.newTermEnd() == null
                || !input.newTermEnd().isAfter(end)
                || !input.newTermEnd().isAfter(clock.today())) {
            throw new Refusal(
                    "NEW_TERM_TOO_EARLY", "Nowy termin musi być późniejszy niż dzisiaj i niż dotychczasowy termin.");
        }
        List<String> parties = parties(input.caseNumber());
        String letterId = letters.draft(
                new OfficeLetters.Draft(
                        input.caseNumber(),
                        OfficeLetters.Kind.LETTER,
                        TEMPLATE,
                        "Zawiadomienie o niezałatwieniu sprawy w terminie",
                        Map.of(
                                "law", term.law(),
                                "termBasis", term.rule().basis(),
                                "startedOn", term.startedOn(),
                                "oldEnd", end,
                                "newEnd", input.newTermEnd(),
                                "cause", cause,
                                "overdue", clock.today().isAfter(end)),
                        parties),
                call.idempotencyKey());
        terms.noticeDrafted(letterId, input.caseNumber(), cause, end, input.newTermEnd());
        return Answer.now(new Output(letterId, parties));
    }

    /** A case ex officio has no letter of a party; whom the office wrote to in it, the party is. */
    private List<String> parties(String caseNumber) {
        List<String> known = terms.parties(caseNumber);
        if (!known.isEmpty()) {
            return known;
        }
        List<String> found = terms.submissionOf(caseNumber)
                .map(submissions::get)
                .map(senders::partyOf)
                .map(List::of)
                .orElseGet(() -> terms.addressees(caseNumber));
        if (found.isEmpty()) {
            throw new Refusal(
                    "PARTIES_UNKNOWN", "Nie wiadomo, kto jest stroną sprawy; zawiadomienie trzeba wysłać osobno.");
        }
        return found;
    }
}
