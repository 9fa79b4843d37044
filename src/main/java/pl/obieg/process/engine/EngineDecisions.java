package pl.obieg.process.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Optional<Known>> boundTables = new ConcurrentHashMap<>();
    private final DmnEngine withoutHistory = DecisionTables.withCellsReadOnce().buildEngine();
    private final Map<String, DmnDecision> readTables = new ConcurrentHashMap<>();

    EngineDecisions(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    private record Known(String id, String name, int version) {}

    @Override
    public List<Map<String, Object>> ask(String decision, Map<String, ?> inputs) {
        Optional<String> deployment = RunningOperation.deploymentId();
        if (deployment.isEmpty()) {
            Reading reading = read(decision, inputs);
            used(reading);
            return reading.rows();
        }
        Known known = known(decision, deployment.get());
        TablesRead.note(known.name(), known.version());
        return rows(decisions
                .evaluateDecisionById(known.id())
                .variables(values(inputs))
                .evaluate());
    }

    @Override
    public Reading read(String decision, Map<String, ?> inputs) {
        DecisionDefinition newest = newest(decision);
        DmnDecisionResult result = withoutHistory.evaluateDecision(table(newest), values(inputs));
        return new Reading(newest.getName(), newest.getVersion(), rows(result));
    }

    @Override
    public void used(Reading reading) {
        TablesRead.note(reading.table(), reading.version());
    }

    private static List<Map<String, Object>> rows(DmnDecisionResult result) {
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

    private Known known(String decision, String deployment) {
        return boundTables
                .computeIfAbsent(deployment + "/" + decision, unused -> bound(decision, deployment))
                .orElseGet(() -> known(newest(decision)));
    }

    /** A table that moved into the law pack answers anew in cases that began with their own. */
    private Optional<Known> bound(String decision, String deployment) {
        if (newest(decision).getResourceName().startsWith(LawPackDeployment.FOLDER)) {
            return Optional.empty();
        }
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .deploymentId(deployment)
                        .decisionDefinitionKey(decision)
                        .singleResult())
                .map(EngineDecisions::known);
    }

    private static Known known(DecisionDefinition definition) {
        return new Known(definition.getId(), definition.getName(), definition.getVersion());
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
