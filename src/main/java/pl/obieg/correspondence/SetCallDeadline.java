package pl.obieg.correspondence;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/**
 * Counts the term of a call from its delivery (OP art. 12, TIM-05). A call that nobody got begins no term (DEL-08). The
 * case waits some days longer, since a letter posted in time reaches the office later (OP art. 12 §6; house rule UR-21).
 */
@OperationCard(
        label = "Ustal termin odpowiedzi",
        description =
                "Liczy termin odpowiedzi na wezwanie od dnia doręczenia; koniec w sobotę lub święto przesuwa się na"
                        + " następny dzień roboczy.",
        system = "ezd",
        refusals = "NOT_DELIVERED: Wezwania nikomu nie doręczono, więc termin nie biegnie.")
public class SetCallDeadline implements Operation<SetCallDeadline.Input, SetCallDeadline.Output> {

    private final StatutoryCalendar calendar;
    private final int postDays;

    /** @param postDays how long a letter posted on the last day may travel: house rule UR-21, the statute names none */
    public SetCallDeadline(StatutoryCalendar calendar, @Value("${obieg.systems.ezd.call-post-days:7}") int postDays) {
        this.calendar = calendar;
        this.postDays = postDays;
    }

    /**
     * @param legalDate of the delivery of the call
     * @param callDays days to answer
     */
    public record Input(@Nullable LocalDate legalDate, Integer callDays) {}

    /**
     * @param callDeadline last day to answer
     * @param callExpiresOn when the procedure goes on: a letter posted on the last day should be there by then
     */
    public record Output(LocalDate callDeadline, LocalDate callExpiresOn) {}

    @Override
    public Answer<Output> run(Input input, Call call) {
        if (input.legalDate() == null) {
            throw new Refusal("NOT_DELIVERED", "Wezwania nikomu nie doręczono, więc termin nie biegnie.");
        }
        LocalDate deadline = calendar.endOfDays(input.legalDate(), input.callDays());
        return Answer.now(new Output(deadline, deadline.plusDays(1L + postDays)));
    }
}
