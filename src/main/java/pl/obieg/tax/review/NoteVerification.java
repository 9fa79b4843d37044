package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.tax.assessment.Polish;

/** Notes that the office has begun to verify: what the taxpayer corrects after that bears full interest (INT-03). */
@OperationCard(
        label = "Odnotuj czynności sprawdzające",
        description = "Zapisuje dzień, od którego korekta deklaracji nie daje już obniżonej stawki odsetek.",
        system = "gmina")
public class NoteVerification implements Operation<NoteVerification.Input, Nothing> {

    /** What is verified. */
    public record Input(String caseNumber, String declarationId) {}

    private final Reviews reviews;
    private final Reasons reasons;
    private final OfficeClock clock;

    public NoteVerification(Reviews reviews, Reasons reasons, OfficeClock clock) {
        this.reviews = reviews;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        LocalDate since = reviews.beginVerification(input.caseNumber(), input.declarationId(), clock.today());
        reasons.keep(
                input.caseNumber(),
                input.caseNumber(),
                "Początek czynności sprawdzających",
                Map.of("Od dnia", Polish.date(since)),
                List.of("Korekta złożona po wezwaniu nie daje obniżonej stawki odsetek: INT-03, art. 56a § 3 OP."));
        return Nothing.done();
    }
}
