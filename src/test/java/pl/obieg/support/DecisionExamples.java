package pl.obieg.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Runs the example rows a clerk can check beside a decision table. Header {@code input;…;=>output;…;# note}, separated
 * by semicolons. An empty cell is {@code null}; {@code true}, {@code false}, numbers and the days of inputs are
 * typed, all else is text.
 * Columns that begin with {@code #} are for the reader and for other tests; {@code # reguła} names what stands beside the
 * row that answers. Where several rows answer, a bar parts their outputs: {@code 3|5|9|11}.
 */
public final class DecisionExamples {

    private static final ThreadLocal<List<String>> HIT = ThreadLocal.withInitial(List::of);
    private static final DmnEngine ENGINE = engine();
    private static final Map<String, DmnDecision> TABLES = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, String>> ANNOTATIONS = new ConcurrentHashMap<>();

    private DecisionExamples() {}

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> HIT.set(event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .toList()));
        return configuration.buildEngine();
    }

    /**
     * One row.
     *
     * @param line in the file, from 2
     * @param notes the cells of columns that begin with {@code #}
     */
    public record Example(
            int line, Map<String, Object> inputs, Map<String, Object> expected, Map<String, String> notes) {

        /** The rows the table has to give, in their order; one unless cells hold a bar. */
        public List<Map<String, Object>> answers() {
            List<Map<String, Object>> rows = new ArrayList<>();
            expected.forEach((output, cell) -> {
                List<Object> values = cell instanceof String text && text.contains("|")
                        ? Stream.of(text.split("\\|", -1))
                                .map(DecisionExamples::value)
                                .toList()
                        : Collections.singletonList(cell);
                for (int at = 0; at < values.size(); at++) {
                    if (at == rows.size()) {
                        rows.add(new LinkedHashMap<>());
                    }
                    rows.get(at).put(output, values.get(at));
                }
            });
            return rows;
        }

        /** What the column {@code # reguła} names, without the remark after a colon. */
        public List<String> rules() {
            return Stream.of(notes.getOrDefault("reguła", "")
                            .replaceAll(":.*", "")
                            .split(","))
                    .map(String::strip)
                    .filter(rule -> !rule.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return "wiersz " + line + " " + inputs + " => " + expected;
        }
    }

    /** @param path without ending, such as {@code decisions/doreczenie/kanal-doreczenia} */
    public static List<Example> of(String path) {
        List<String> lines = new String(bytes(path + ".examples.csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        String[] header = lines.get(0).split(";", -1);
        List<Example> examples = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            if (lines.get(line).isBlank()) {
                continue;
            }
            String[] cells = lines.get(line).split(";", -1);
            if (cells.length != header.length) {
                throw new IllegalStateException(path + " line " + (line + 1) + " has " + cells.length + " cells");
            }
            Map<String, Object> inputs = new LinkedHashMap<>();
            Map<String, Object> expected = new LinkedHashMap<>();
            Map<String, String> notes = new LinkedHashMap<>();
            for (int column = 0; column < header.length; column++) {
                String name = header[column].strip();
                if (name.startsWith("#")) {
                    notes.put(name.substring(1).strip(), cells[column].strip());
                } else if (name.startsWith("=>")) {
                    expected.put(name.substring(2).strip(), value(cells[column]));
                } else {
                    inputs.put(name, input(cells[column]));
                }
            }
            examples.add(new Example(line + 1, inputs, expected, notes));
        }
        return examples;
    }

    /** The outputs the table gives for the inputs, limited to those named; numbers as {@code BigDecimal}. */
    public static List<Map<String, Object>> ask(String path, Map<String, Object> inputs, Iterable<String> outputs) {
        return ENGINE.evaluateDecision(table(path), inputs).getResultList().stream()
                .map(row -> {
                    Map<String, Object> named = new LinkedHashMap<>();
                    outputs.forEach(name -> named.put(name, normal(row.get(name))));
                    return named;
                })
                .toList();
    }

    /** Ids of the rows that answer, in their order. */
    public static List<String> rowsHit(String path, Map<String, Object> inputs) {
        ENGINE.evaluateDecision(table(path), inputs);
        return HIT.get();
    }

    /** What is written beside each row, by the id of the row: rule ids and provision; empty if nothing is. */
    public static Map<String, String> annotations(String path) {
        return ANNOTATIONS.computeIfAbsent(path, DecisionExamples::readAnnotations);
    }

    private static Map<String, String> readAnnotations(String path) {
        Map<String, String> annotations = new LinkedHashMap<>();
        Dmn.readModelFromStream(new ByteArrayInputStream(bytes(path + ".dmn")))
                .getModelElementsByType(Rule.class)
                .forEach(row -> annotations.put(
                        row.getId(),
                        row.getDescription() == null
                                ? ""
                                : row.getDescription().getTextContent().strip()));
        return annotations;
    }

    private static DmnDecision table(String path) {
        return TABLES.computeIfAbsent(
                path,
                unread -> ENGINE.parseDecision(
                        path.substring(path.lastIndexOf('/') + 1), new ByteArrayInputStream(bytes(path + ".dmn"))));
    }

    private static Object input(String cell) {
        String text = cell.strip();
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? new java.util.Date(java.sql.Date.valueOf(text).getTime())
                : value(cell);
    }

    private static Object value(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text).stripTrailingZeros() : text;
    }

    /** Rates stand in the tables as text so that no digit is lost; here a number is a number. */
    private static Object normal(Object value) {
        if (value instanceof String text) {
            return value(text);
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }

    private static byte[] bytes(String path) {
        try (InputStream file = DecisionExamples.class.getResourceAsStream("/" + path)) {
            if (file == null) {
                throw new IllegalArgumentException("No file " + path);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
