package pl.obieg.tax.review;

import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Notes what became of a missing declaration. */
@OperationCard(
        label = "Odnotuj wynik sprawy o brak deklaracji",
        description = "Zapisuje na liście brakujących deklaracji, jak skończyła się sprawa podatnika.",
        system = "gmina")
public class EndMissing implements Operation<EndMissing.Input, Nothing> {

    /** {@code missingOutcome}: {@code ZLOZONA}, {@code NIEWYMAGANA}, {@code OKRESLONO}, {@code BEZ_PODATKU}. */
    public record Input(String missingId, String missingOutcome) {}

    private final MissingDeclarations missing;
    private final OfficeClock clock;

    public EndMissing(MissingDeclarations missing, OfficeClock clock) {
        this.missing = missing;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        missing.end(input.missingId(), input.missingOutcome(), clock.today());
        return Nothing.done();
    }
}
