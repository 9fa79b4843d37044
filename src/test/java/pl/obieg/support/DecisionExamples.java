package pl.obieg.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/**
 * Runs the example rows a clerk can check beside a decision table. Header {@code input;…;=>output;…;# note}, separated
 * by semicolons. An empty cell is {@code null}; {@code true}, {@code false}, numbers and the days of inputs are
 * typed, all else is text.
 * Columns that begin with {@code #} are for the reader and for other tests.
 */
public final class DecisionExamples {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private DecisionExamples() {}

    /**
     * One row.
     *
     * @param line in the file, from 2
     * @param notes the cells of columns that begin with {@code #}
     */
    public record Example(
            int line, Map<String, Object> inputs, Map<String, Object> expected, Map<String, String> notes) {

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
        DmnDecision decision = ENGINE.parseDecision(
                path.substring(path.lastIndexOf('/') + 1), new java.io.ByteArrayInputStream(bytes(path + ".dmn")));
        return ENGINE.evaluateDecision(decision, inputs).getResultList().stream()
                .map(row -> {
                    Map<String, Object> named = new LinkedHashMap<>();
                    outputs.forEach(name -> named.put(name, normal(row.get(name))));
                    return named;
                })
                .toList();
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
