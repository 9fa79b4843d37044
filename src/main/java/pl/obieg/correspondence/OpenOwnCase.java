package pl.obieg.correspondence;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** Opens a case that no letter began, in the class and unit that D15 names (OFF-04). */
@OperationCard(
        label = "Załóż sprawę z urzędu",
        description =
                "Zakłada sprawę, której nie rozpoczęło żadne pismo, w klasie JRWA i komórce z tabeli D15, i nadaje jej znak.",
        system = "ezd",
        refusals = {
            "UNKNOWN_CLASS: Tabela klas nie zna takiej sprawy albo w wykazie akt nie ma tej klasy.",
            "UNKNOWN_UNIT: Symbol komórki organizacyjnej jest pusty albo ma niedozwolone znaki."
        })
public class OpenOwnCase implements Operation<OpenOwnCase.Input, OpenOwnCase.Output> {

    /** {@code caseTitle} for the spis spraw, no names; {@code formCode}: the form the case is about, if one is. */
    public record Input(String caseTitle, @Nullable String formCode) {}

    /** {@code caseNumber}: {@code FN.3140.1.2026}; {@code jrwaClass}: {@code 3140}; {@code orgUnit}: {@code FN}. */
    public record Output(String caseNumber, String jrwaClass, String orgUnit) {}

    private final CorrespondenceSystem ezd;
    private final CaseClass classes;
    private final ApplicationEventPublisher events;
    private final OfficeClock clock;

    OpenOwnCase(CorrespondenceSystem ezd, CaseClass classes, ApplicationEventPublisher events, OfficeClock clock) {
        this.ezd = ezd;
        this.classes = classes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Answer<Output> run(Input input, Call call) {
        CaseClass.Found found = classes.of(call.procedure(), input.formCode());
        String caseNumber = ezd.openOwnCase(
                new CorrespondenceSystem.OwnCase(found.jrwaClass(), found.orgUnit(), input.caseTitle()),
                call.idempotencyKey());
        classes.explain(caseNumber, found);
        events.publishEvent(new CaseFact.CaseOpened(caseNumber, found.jrwaClass(), null, clock.today(), true));
        return Answer.now(new Output(caseNumber, found.jrwaClass(), found.orgUnit()));
    }
}
