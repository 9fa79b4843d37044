package pl.obieg.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import pl.obieg.process.Decisions;

/** The decision tables of the repository, asked without a process engine. Single tables may be replaced. */
public final class TestDecisions implements Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> TABLES = new ConcurrentHashMap<>();

    private final Map<String, Function<Map<String, ?>, List<Map<String, Object>>>> replaced = new HashMap<>();

    /** Answers for one table in its place. */
    public TestDecisions with(String decision, Function<Map<String, ?>, List<Map<String, Object>>> answers) {
        replaced.put(decision, answers);
        return this;
    }

    @Override
    public List<Map<String, Object>> ask(String decision, Map<String, ?> inputs) {
        if (replaced.containsKey(decision)) {
            return replaced.get(decision).apply(inputs);
        }
        Map<String, Object> variables = new HashMap<>();
        inputs.forEach((name, value) -> variables.put(name, value instanceof LocalDate day ? startOf(day) : value));
        return ENGINE
                .evaluateDecisionTable(TABLES.computeIfAbsent(decision, TestDecisions::load), variables)
                .getResultList()
                .stream()
                .<Map<String, Object>>map(HashMap::new)
                .toList();
    }

    private static DmnDecision load(String decision) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:decisions/**/" + decision + ".dmn");
            if (files.length != 1) {
                throw new IllegalArgumentException("No decision " + decision);
            }
            try (InputStream dmn = files[0].getInputStream()) {
                return ENGINE.parseDecision(decision, dmn);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** FEEL reads {@code java.util.Date}; its subclass in {@code java.sql} has no instant and is refused. */
    private static Date startOf(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
