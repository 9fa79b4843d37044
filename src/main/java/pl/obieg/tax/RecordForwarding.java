package pl.obieg.tax;

import java.time.LocalDate;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Parties;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.tax.appeal.AppealRegister;
import pl.obieg.tax.appeal.AppealTerm;
import pl.obieg.tax.appeal.Contestables;

/** Records when the appeal body got the appeal; its two months run from that day (OP art. 139 §3, TIM-01). */
@OperationCard(
        label = "Odnotuj przekazanie odwołania",
        description = "Zapisuje dzień, w którym SKO otrzymało odwołanie z aktami, i liczy dwumiesięczny termin jego"
                + " rozpatrzenia (art. 139 §3 OP).",
        system = "gmina")
public class RecordForwarding implements Operation<RecordForwarding.Input, RecordForwarding.Output> {

    /** The case of the appeal. */
    public record Input(String caseNumber) {}

    /**
     * @param rulingDueOn last day for the ruling
     * @param rulingChaseOn the day after, when a clerk is told
     */
    public record Output(LocalDate rulingDueOn, LocalDate rulingChaseOn) {}

    private final AppealRegister appeals;
    private final Contestables contestables;
    private final AppealTerm term;
    private final Parties parties;
    private final AppealBodySettings body;
    private final OfficeClock clock;

    public RecordForwarding(
            AppealRegister appeals,
            Contestables contestables,
            AppealTerm term,
            Parties parties,
            AppealBodySettings body,
            OfficeClock clock) {
        this.appeals = appeals;
        this.contestables = contestables;
        this.term = term;
        this.parties = parties;
        this.body = body;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        LocalDate received = parties.byIdentifier(body.nip())
                .flatMap(sko -> contestables.firstLetterOfCase(input.caseNumber(), sko.id()))
                .orElseGet(clock::today);
        LocalDate due = term.rulingDueOn(received);
        appeals.forwarded(input.caseNumber(), received, due);
        return Answer.now(new Output(due, due.plusDays(1)));
    }
}
