package pl.obieg.process.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;

/**
 * Asks the engine's decision tables: those of the running case's deployment first, else the newest;
 * those of the law pack always the newest. What a page or a
 * file import asks belongs to no case's history: there the same tables answer without the engine writing it down, so
 * that a page may ask while it only reads.
 */
@Component
class EngineDecisions implements Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Map<String, String> idByDeployment = new ConcurrentHashMap<>();
    private final DmnEngine withoutHistory = DecisionTables.withCellsReadOnce().buildEngine();
    private final Map<String, DmnDecision> readTables = new ConcurrentHashMap<>();

    EngineDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    @Override
    public List<Map<String, Object>> ask(String decision, Map<String, ?> inputs) {
        Map<String, Object> values = values(inputs);
        DmnDecisionResult result = RunningOperation.deploymentId()
                .map(deployment -> decisions
                        .evaluateDecisionById(definitionId(decision, deployment))
                        .variables(values)
                        .evaluate())
                .orElseGet(() -> withoutHistory.evaluateDecision(table(newest(decision)), values));
        return result.stream().map(row -> row.getEntryMap()).toList();
    }

    /** The inputs as FEEL reads them. */
    static Map<String, Object> values(Map<String, ?> inputs) {
        Map<String, Object> values = new LinkedHashMap<>();
        inputs.forEach((name, value) -> values.put(name, value instanceof LocalDate date ? startOf(date) : value));
        return values;
    }

    private DmnDecision table(DecisionDefinition definition) {
        return readTables.computeIfAbsent(
                definition.getId(),
                id -> withoutHistory.parseDecision(definition.getKey(), repository.getDecisionModel(id)));
    }

    private String definitionId(String decision, String deployment) {
        String own = idByDeployment.computeIfAbsent(deployment + "/" + decision, unused -> {
            DecisionDefinition bound = repository
                    .createDecisionDefinitionQuery()
                    .deploymentId(deployment)
                    .decisionDefinitionKey(decision)
                    .singleResult();
            // A table that moved into the law pack answers anew in cases that began with their own.
            return bound == null || newest(decision).getResourceName().startsWith(LawPackDeployment.FOLDER)
                    ? ""
                    : bound.getId();
        });
        return own.isEmpty() ? newest(decision).getId() : own;
    }

    private DecisionDefinition newest(String decision) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        if (newest == null) {
            throw new IllegalArgumentException("There is no decision " + decision);
        }
        return newest;
    }

    /** FEEL reads {@code java.util.Date}; its subclass in {@code java.sql} has no instant and is refused. */
    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
