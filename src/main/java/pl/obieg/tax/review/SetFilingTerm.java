package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.tax.assessment.Polish;

/** Counts the days a taxpayer has to file what he was called for (OP art. 274a § 1, art. 12; TIM-05, UR-06, UR-23). */
@OperationCard(
        label = "Ustal termin złożenia deklaracji",
        description = "Liczy termin od doręczenia wezwania; koniec w sobotę lub święto przesuwa się na następny dzień"
                + " roboczy. Sprawa czeka dłużej o czas, w którym nadejdzie deklaracja nadana ostatniego dnia.",
        system = "gmina")
public class SetFilingTerm implements Operation<SetFilingTerm.Input, SetFilingTerm.Output> {

    /**
     * @param callDays days to file
     * @param legalDate of the delivery of the call; without one the term runs from today, so that the case does not stand
     *     still
     */
    public record Input(
            String caseNumber, Integer callDays, @Nullable LocalDate legalDate) {}

    /**
     * @param callDeadline last day to hand the declaration over
     * @param callExpiresOn when the procedure goes on without one
     */
    public record Output(LocalDate callDeadline, LocalDate callExpiresOn) {}

    private final Reasons reasons;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final int postDays;

    /** @param postDays how long a letter posted on the last day may travel: house rule UR-23, the statute names none */
    public SetFilingTerm(
            Reasons reasons,
            StatutoryCalendar calendar,
            OfficeClock clock,
            @Value("${obieg.tax.review.post-days:7}") int postDays) {
        this.reasons = reasons;
        this.calendar = calendar;
        this.clock = clock;
        this.postDays = postDays;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        LocalDate delivered = input.legalDate() == null ? clock.today() : input.legalDate();
        LocalDate until = calendar.endOfDays(delivered, input.callDays());
        reasons.keep(
                input.caseNumber(),
                input.caseNumber(),
                "Termin złożenia deklaracji z wezwania",
                Map.of("Doręczono wezwanie", Polish.date(delivered)),
                List.of(
                        "Termin z wezwania (" + input.callDays() + " dni, zasada urzędu UR-06) mija "
                                + Polish.date(until) + ": art. 12 OP, TIM-05.",
                        "Zasada urzędu UR-23: na deklarację nadaną ostatniego dnia (art. 12 § 6 OP) czeka się jeszcze "
                                + postDays + " dni."));
        return Answer.now(new Output(until, until.plusDays(postDays + 1L)));
    }
}
