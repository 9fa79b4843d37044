package pl.obieg.ledger;

import java.time.LocalDate;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/**
 * Until when the party may speak on the evidence: seven days from delivery (OP art. 200 §1, TIM-05). The case waits four
 * days longer, since a letter posted in time reaches the office later (OP art. 12 §6; house rule UR-03).
 */
@OperationCard(
        label = "Ustal termin wypowiedzenia się",
        description =
                "Liczy 7 dni od doręczenia zawiadomienia (art. 200 Ordynacji podatkowej) i dzień, po którym sprawa"
                        + " idzie dalej bez stanowiska strony.",
        system = "ledger")
public class SetStatementTerm implements Operation<SetStatementTerm.Input, SetStatementTerm.Output> {

    private static final int DAYS = 7;
    private static final int DAYS_ON_THE_WAY = 4;

    /** @param legalDate of the notice; {@code null} if nobody got it: then from today */
    public record Input(@Nullable LocalDate legalDate) {}

    /** @param statementExpiresOn when the case goes on */
    public record Output(LocalDate statementDeadline, LocalDate statementExpiresOn) {}

    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    SetStatementTerm(StatutoryCalendar calendar, OfficeClock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate from = input.legalDate() == null ? clock.today() : input.legalDate();
        LocalDate deadline = calendar.endOfDays(from, DAYS);
        return Answer.now(new Output(deadline, deadline.plusDays(DAYS_ON_THE_WAY)));
    }
}
