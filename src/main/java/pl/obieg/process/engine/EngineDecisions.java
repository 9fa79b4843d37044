package pl.obieg.process.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;

/** Asks the engine's decision tables: those of the running case's deployment first, else the newest. */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<String, String> idByDeployment = new ConcurrentHashMap<>();

    EngineDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Map<String, Object>> ask(String decision, Map<String, ?> inputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach((name, value) -> values.put(name, value instanceof LocalDate date ? startOf(date) : value));
        DmnDecisionResult result = decisions
                .evaluateDecisionById(definitionId(decision))
                .variables(values)
                .evaluate();
        return result.stream().map(row -> row.getEntryMap()).toList();
    }

    private String definitionId(String decision) {
        return RunningOperation.deploymentId()
                .map(deployment -> idByDeployment.computeIfAbsent(deployment + "/" + decision, unused -> {
                    DecisionDefinition own = repository
                            .createDecisionDefinitionQuery()
                            .deploymentId(deployment)
                            .decisionDefinitionKey(decision)
                            .singleResult();
                    return own == null ? "" : own.getId();
                }))
                .filter(id -> !id.isEmpty())
                .orElseGet(() -> newest(decision));
    }

    private String newest(String decision) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            throw new IllegalArgumentException("There is no decision " + decision);
        }
        return newest.getId();
    }

    /** FEEL reads {@code java.util.Date}; its subclass in {@code java.sql} has no instant and is refused. */
    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
