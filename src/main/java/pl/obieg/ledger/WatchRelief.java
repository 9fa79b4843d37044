package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.ReliefRegister.Kind;
import pl.obieg.ledger.ReliefRegister.Relief;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Looks whether the terms of a relief are kept. A term is judged three working days after it, so that the bank's
 * statement of that day is there (house rule UR-07); what counts is the day of payment (PAY-01).
 */
@OperationCard(
        label = "Sprawdź, czy ulga jest dotrzymywana",
        description = "Sprawdza wpłaty na terminy z decyzji o uldze. Za niedotrzymany termin ulga wygasa i wracają"
                + " dawne terminy z odsetkami (art. 259 Ordynacji podatkowej).",
        system = "ledger")
public class WatchRelief implements Operation<WatchRelief.Input, WatchRelief.Output> {

    /** The case of the relief. */
    public record Input(String caseNumber) {}

    /**
     * @param reliefState {@code TRWA}, {@code DOTRZYMANA} or {@code WYGASLA}
     * @param missedTerms how many terms were missed so far
     * @param newlyMissed whether one was found now
     * @param lapseText what lapsed by law now, in Polish with the article; empty if nothing did
     * @param checkOn when to look again; the day itself if nothing is left to look at
     */
    public record Output(
            String reliefState, Integer missedTerms, Boolean newlyMissed, String lapseText, LocalDate checkOn) {}

    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final ReliefRegister register;
    private final ReliefPlans plans;
    private final Settlement settlement;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    WatchRelief(
            PayerAccounts accounts,
            Receivables receivables,
            ReliefRegister register,
            ReliefPlans plans,
            Settlement settlement,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.receivables = receivables;
        this.register = register;
        this.plans = plans;
        this.settlement = settlement;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Relief relief = register.ofCase(input.caseNumber()).orElseThrow();
        PayerAccount account = receivables.accountOf(relief.receivableId());
        accounts.lock(account);
        int before = register.missedSeen(relief.id());
        List<LocalDate> open = plans.openTerms(relief.id());
        if (!open.isEmpty() && !settlement.judgedOn(open.get(0)).isAfter(clock.today())) {
            LocalDate judged = open.stream()
                    .filter(term -> !settlement.judgedOn(term).isAfter(clock.today()))
                    .reduce((first, last) -> last)
                    .orElseThrow();
            settlement.lapseMissed(account, judged.plusDays(1));
            receivables.charged(relief.receivableId()).ifPresent(events::publishEvent);
            open = plans.openTerms(relief.id());
        }
        int missed = plans.missedTerms(relief.id());
        String lapseText = missed > before
                ? String.join(
                        " ",
                        ReliefSentences.lapsed(relief.kind() == Kind.DEFERRAL, register.lapses(relief.id(), before)))
                : "";
        register.missedSeen(relief.id(), missed);
        String state = !open.isEmpty() ? "TRWA" : missed == 0 ? "DOTRZYMANA" : "WYGASLA";
        return Answer.now(new Output(
                state,
                missed,
                missed > before,
                lapseText,
                open.isEmpty() ? clock.today() : settlement.judgedOn(open.get(0))));
    }
}
