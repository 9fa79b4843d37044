package pl.obieg.correspondence;

import java.time.LocalDate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Counts the term of a call from its delivery (OP art. 12, TIM-05). */
@OperationCard(
        label = "Ustal termin odpowiedzi",
        description =
                "Liczy termin odpowiedzi na wezwanie od dnia doręczenia; koniec w sobotę lub święto przesuwa się na następny dzień roboczy.",
        system = "ezd")
public class SetCallDeadline implements Operation<SetCallDeadline.Input, SetCallDeadline.Output> {

    private final StatutoryCalendar calendar;
    private final OfficeClock clock;

    public SetCallDeadline(StatutoryCalendar calendar, OfficeClock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param legalDate of the delivery of the call; without one the term runs from today, so that the case does not
     *     stand still
     * @param callDays days to answer
     */
    public record Input(LocalDate legalDate, Integer callDays) {}

    /**
     * @param callDeadline last day to answer
     * @param callExpiresOn the day after, when the procedure goes on
     */
    public record Output(LocalDate callDeadline, LocalDate callExpiresOn) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate from = input.legalDate() == null ? clock.today() : input.legalDate();
        LocalDate deadline = calendar.endOfDays(from, input.callDays());
        return Answer.now(new Output(deadline, deadline.plusDays(1)));
    }
}
