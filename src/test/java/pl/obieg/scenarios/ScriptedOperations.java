package pl.obieg.scenarios;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pl.obieg.procedures.Scenario;
import pl.obieg.process.Answer;
import pl.obieg.process.Refusal;
import pl.obieg.process.engine.OperationRegistry;
import pl.obieg.process.engine.OperationsOnClasspath;
import pl.obieg.process.engine.ScriptedEngine;

/** Answers in place of the operations: what the scenario says, and something harmless where it says nothing. */
final class ScriptedOperations implements OperationsOnClasspath.Script {

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 3, 2);

    private ScriptedEngine engine;
    private Scenario scenario;
    private final Map<String, Integer> visits = new HashMap<>();
    private final Set<String> called = new HashSet<>();

    void answerIn(ScriptedEngine scripted) {
        engine = scripted;
    }

    void follow(Scenario next) {
        scenario = next;
        visits.clear();
        called.clear();
    }

    /** Operations the scenario has answers for, though nobody asked them. */
    Set<String> unasked() {
        Set<String> unasked = new TreeSet<>(scenario.answers().keySet());
        unasked.removeAll(called);
        return unasked;
    }

    @Override
    public Answer<Record> answer(String operation, Record input) {
        called.add(operation);
        Map<String, Object> said = said(operation);
        if (said.get("refuses") instanceof String code) {
            throw new Refusal(code, "Odmowa ze scenariusza: " + code);
        }
        OperationRegistry.Entry entry = engine.operations().find(operation).orElseThrow();
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent component : entry.outputType().getRecordComponents()) {
            values.put(component.getName(), something(operation, component));
        }
        values.putAll(said);
        return Answer.now(engine.output(operation, values));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> said(String operation) {
        Object answer = scenario.answers().getOrDefault(operation, Map.of());
        if (answer instanceof List<?> perVisit) {
            int visit = visits.merge(operation, 1, Integer::sum);
            return (Map<String, Object>) perVisit.get(Math.min(visit, perVisit.size()) - 1);
        }
        return (Map<String, Object>) answer;
    }

    private static Object something(String operation, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Boolean.class) {
            return false;
        }
        if (type == Integer.class || type == Long.class) {
            return 1;
        }
        if (type == Double.class) {
            return 1.0;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        }
        if (type == LocalDate.class) {
            return SOME_DAY;
        }
        if (type == List.class) {
            boolean texts =
                    ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] == String.class;
            return texts ? List.of(component.getName() + "-1") : List.of();
        }
        return operation + "." + component.getName();
    }
}
