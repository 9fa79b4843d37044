package pl.obieg.process.engine;

import java.text.Collator;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.Figures;
import pl.obieg.process.ProcedureFigures;

/** Counts cases and tasks for the managers' page, with the rights of the person who asks. */
@Component
class EngineFigures implements Figures {

    private static final Duration RECENT = Duration.ofDays(30);

    private static final int MOST = 1000;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final OfficeClock clock;
    private final SignedInCaller caller;

    EngineFigures(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            OfficeClock clock,
            SignedInCaller caller) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.clock = clock;
        this.caller = caller;
    }

    @Override
    public List<ProcedureFigures> byProcedure() {
        return caller.ask(() -> repository.createProcessDefinitionQuery().latestVersion().listPage(0, MOST).stream()
                .filter(definition -> !definition.getResourceName().contains("/wspolne/"))
                .map(this::figures)
                .sorted(Comparator.comparing(ProcedureFigures::name, Collator.getInstance(Locale.forLanguageTag("pl"))))
                .toList());
    }

    private ProcedureFigures figures(ProcessDefinition definition) {
        String key = definition.getKey();
        Date now = Date.from(clock.instant());
        return new ProcedureFigures(
                key,
                definition.getName(),
                runtime.createProcessInstanceQuery().processDefinitionKey(key).count(),
                tasks.createTaskQuery().processDefinitionKey(key).count(),
                tasks.createTaskQuery().processDefinitionKey(key).dueBefore(now).count(),
                runtime.createIncidentQuery().processDefinitionKeyIn(key).count(),
                history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(key)
                        .finished()
                        .finishedAfter(Date.from(clock.instant().minus(RECENT)))
                        .count());
    }
}
