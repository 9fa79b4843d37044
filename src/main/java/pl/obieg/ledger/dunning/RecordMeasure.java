package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Refusal;

/** An enforcement measure the debtor was notified of broke the limitation term (LIM-01, OP art. 70 §4). */
@OperationCard(
        label = "Odnotuj przerwanie przedawnienia",
        description = "Zapisuje dzień środka egzekucyjnego, o którym dłużnika zawiadomiono; bieg przedawnienia liczy"
                + " się od niego na nowo.",
        system = "ledger",
        refusals = "MEASURE_DATE_MISSING: Nie podano dnia środka egzekucyjnego albo jest on późniejszy niż dziś.")
public class RecordMeasure implements Operation<RecordMeasure.Input, Nothing> {

    /** {@code measureOn}: when the debtor was notified of the measure. */
    public record Input(String dunningId, LocalDate measureOn) {}

    private final LimitationEvents limitation;
    private final OfficeClock clock;

    RecordMeasure(LimitationEvents limitation, OfficeClock clock) {
        this.limitation = limitation;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        if (input.measureOn() == null || input.measureOn().isAfter(clock.today())) {
            throw new Refusal(
                    "MEASURE_DATE_MISSING",
                    "Podaj dzień zawiadomienia o środku egzekucyjnym, nie późniejszy niż dziś.");
        }
        limitation.broken(input.dunningId(), input.measureOn(), "środek egzekucyjny wpisany przez pracownika");
        return Nothing.done();
    }
}
