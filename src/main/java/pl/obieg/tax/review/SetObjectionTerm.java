package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.tax.assessment.Polish;

/** Counts the 14 days for an objection to a correction by the organ (OP art. 274 § 3, art. 12; TIM-05). */
@OperationCard(
        label = "Ustal termin sprzeciwu",
        description = "Liczy 14 dni od doręczenia odpisu korekty; koniec w sobotę lub święto przesuwa się na następny"
                + " dzień roboczy. Sprawa czeka dłużej o czas, w którym nadejdzie sprzeciw nadany ostatniego dnia.",
        system = "gmina")
public class SetObjectionTerm implements Operation<SetObjectionTerm.Input, SetObjectionTerm.Output> {

    private static final int DAYS = 14;

    /** {@code legalDate}: when the copy was delivered. */
    public record Input(String caseNumber, String correctionId, LocalDate legalDate) {}

    /**
     * @param objectionUntil last day to hand the objection over
     * @param objectionExpiresOn when the procedure goes on without one
     */
    public record Output(LocalDate objectionUntil, LocalDate objectionExpiresOn) {}

    private final Reviews reviews;
    private final Reasons reasons;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final int postDays;

    /** @param postDays how long a letter posted on the last day may travel: house rule UR-02, the statute names none */
    public SetObjectionTerm(
            Reviews reviews,
            Reasons reasons,
            StatutoryCalendar calendar,
            OfficeClock clock,
            @Value("${obieg.tax.review.post-days:7}") int postDays) {
        this.reviews = reviews;
        this.reasons = reasons;
        this.calendar = calendar;
        this.clock = clock;
        this.postDays = postDays;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate delivered = input.legalDate() == null ? clock.today() : input.legalDate();
        LocalDate until = calendar.endOfDays(delivered, DAYS);
        reviews.deliver(input.correctionId(), delivered, until);
        reasons.keep(
                input.caseNumber(),
                input.caseNumber(),
                "Termin sprzeciwu wobec korekty",
                Map.of("Doręczono odpis korekty", Polish.date(delivered)),
                List.of(
                        "14 dni od doręczenia mija " + Polish.date(until) + ": art. 274 § 3 i art. 12 OP, TIM-05.",
                        "Zasada urzędu UR-02: na sprzeciw nadany ostatniego dnia czeka się jeszcze " + postDays
                                + " dni."));
        return Answer.now(new Output(until, until.plusDays(postDays + 1L)));
    }
}
