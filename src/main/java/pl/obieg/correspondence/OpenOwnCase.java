package pl.obieg.correspondence;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Opens a case that no letter began. */
@OperationCard(
        label = "Załóż sprawę z urzędu",
        description = "Zakłada sprawę, której nie rozpoczęło żadne pismo, i nadaje jej znak.",
        system = "ezd",
        refusals = {
            "UNKNOWN_CLASS: W jednolitym rzeczowym wykazie akt nie ma takiej klasy.",
            "UNKNOWN_UNIT: Symbol komórki organizacyjnej jest pusty albo ma niedozwolone znaki."
        })
public class OpenOwnCase implements Operation<OpenOwnCase.Input, OpenOwnCase.Output> {

    /** {@code jrwaClass}: {@code 3140}; {@code orgUnit}: {@code FN}; {@code caseTitle} for the spis spraw, no names. */
    public record Input(String jrwaClass, String orgUnit, String caseTitle) {}

    /** {@code caseNumber}: {@code FN.3140.1.2026}. */
    public record Output(String caseNumber) {}

    private final CorrespondenceSystem ezd;

    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    OpenOwnCase(CorrespondenceSystem ezd, ApplicationEventPublisher events, OfficeClock clock) {
        this.ezd = ezd;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        String caseNumber = ezd.openOwnCase(
                new CorrespondenceSystem.OwnCase(input.jrwaClass(), input.orgUnit(), input.caseTitle()),
                call.idempotencyKey());
        events.publishEvent(new CaseFact.CaseOpened(caseNumber, input.jrwaClass(), null, clock.today(), true));
        return Answer.now(new Output(caseNumber));
    }
}
