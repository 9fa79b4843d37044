package pl.obieg.tax;

import java.time.LocalDate;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;
import pl.obieg.tax.assessment.DecisionFinality;

/**
 * Whether a tax decision is final: it reached every addressee and the last of their terms for an appeal has passed (PT-53,
 * OP art. 128 and 223 § 2 pkt 1), and no appeal against it runs.
 */
@OperationCard(
        label = "Sprawdź ostateczność decyzji",
        description =
                "Mówi, czy minął termin odwołania wszystkich adresatów decyzji podatkowej, i od kiedy jest ostateczna.",
        system = "gmina",
        refusals = "DECISION_UNKNOWN: W systemie podatkowym nie ma takiej decyzji.")
public class CheckFinality implements Operation<CheckFinality.Input, CheckFinality.Output> {

    /** {@code caseNumber} is used if {@code decisionNumber} is {@code null}: then the newest decision of the case. */
    public record Input(
            @Nullable String decisionNumber, @Nullable String caseNumber) {}

    /**
     * @param finalOn first day on which no appeal is possible any more; it may lie ahead; {@code null} while an
     *     addressee is not reached or an appeal runs
     */
    public record Output(Boolean decisionFinal, LocalDate finalOn) {}

    private final DecisionFinality finality;
    private final OfficeClock clock;

    public CheckFinality(DecisionFinality finality, OfficeClock clock) {
        this.finality = finality;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        boolean named =
                input.decisionNumber() != null && !input.decisionNumber().isBlank();
        var found = named ? finality.ofNumber(input.decisionNumber()) : finality.ofCase(input.caseNumber());
        return Answer.now(found.map(one ->
                        new Output(one.isFinalOn(clock.today()), one.finalOn().orElse(null)))
                .orElseThrow(
                        () -> new Refusal("DECISION_UNKNOWN", "W systemie podatkowym nie ma decyzji o tym numerze.")));
    }
}
