package pl.obieg.tax.review;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.ProcedureMessage;

/**
 * Begins a procedure of its own for each taxpayer without a declaration; made again, it begins none for those already on the list,
 * whoever makes it (PT-04, PT-07, OP art. 274a § 1).
 */
@OperationCard(
        label = "Znajdź brakujące deklaracje",
        description =
                "Wyszukuje podatników bez deklaracji DN-1, DR-1 lub DL-1 za podany rok i dla każdego nowego rozpoczyna osobną sprawę.",
        system = "gmina")
public class FindMissingDeclarations
        implements Operation<FindMissingDeclarations.Input, FindMissingDeclarations.Output> {

    public record Input(Integer missingYear) {}

    /** {@code missingCount}: how many were put on the list now. */
    public record Output(Integer missingCount) {}

    private final MissingDeclarations missing;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    public FindMissingDeclarations(MissingDeclarations missing, ApplicationEventPublisher events, OfficeClock clock) {
        this.missing = missing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        if (clock.today().getYear() != input.missingYear()) {
            return Answer.now(new Output(0));
        }
        int listed = 0;
        for (MissingDeclarations.Missing one : missing.on(clock.today())) {
            Optional<String> id = missing.list(one, input.missingYear(), clock.today());
            id.ifPresent(fresh -> events.publishEvent(message(fresh, one, input.missingYear())));
            listed += id.isPresent() ? 1 : 0;
        }
        return Answer.now(new Output(listed));
    }

    private static ProcedureMessage message(String id, MissingDeclarations.Missing one, int year) {
        // The form alone: which class its cases are of, D15 says.
        return new ProcedureMessage(
                "DeclarationMissing", id, id, Map.of("missingId", id, "taxYear", year, "formCode", one.form()));
    }
}
