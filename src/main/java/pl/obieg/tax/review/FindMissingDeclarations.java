package pl.obieg.tax.review;

import java.util.List;
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
 * Begins a procedure of its own for each taxpayer without a DN-1; made again, it begins none for those already on the list,
 * whoever makes it (PT-04, OP art. 274a § 1).
 */
@OperationCard(
        label = "Znajdź brakujące deklaracje",
        description = "Wyszukuje podatników bez DN-1 za podany rok i dla każdego nowego rozpoczyna osobną sprawę.",
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
        List<String> listed = missing.on(clock.today()).stream()
                .map(one -> missing.list(one, input.missingYear(), clock.today()))
                .flatMap(Optional::stream)
                .toList();
        listed.forEach(id -> events.publishEvent(new ProcedureMessage(
                "DeclarationMissing", id, id, Map.of("missingId", id, "taxYear", input.missingYear()))));
        return Answer.now(new Output(listed.size()));
    }
}
