package pl.obieg.law;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The example rows beside a decision table. Header {@code input;…;=>output;…;# note}, separated by semicolons. An empty
 * cell is {@code null}; {@code true}, {@code false} and numbers are typed, all else is text. Columns that begin with
 * {@code #} are for the reader.
 */
final class ExampleTable {

    private record Example(int line, Map<String, Object> inputs, Map<String, Object> expected) {}

    private final List<Example> examples;

    private ExampleTable(List<Example> examples) {
        this.examples = examples;
    }

    /** @throws IllegalArgumentException with a Polish sentence that names the line */
    static ExampleTable of(byte[] csv) {
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("plik przykładów jest pusty.");
        }
        String[] header = lines.get(0).split(";", -1);
        List<Example> examples = new ArrayList<>();
        for (int at = 1; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                examples.add(example(header, lines.get(at).split(";", -1), at + 1));
            }
        }
        return new ExampleTable(examples);
    }

    private static Example example(String[] header, String[] cells, int line) {
        if (cells.length != header.length) {
            throw new IllegalArgumentException(
                    "wiersz " + line + " ma " + cells.length + " pól zamiast " + header.length + ".");
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        Map<String, Object> expected = new LinkedHashMap<>();
        for (int column = 0; column < header.length; column++) {
            String name = header[column].strip();
            if (name.startsWith("=>")) {
                expected.put(name.substring(2).strip(), value(cells[column]));
            } else if (!name.startsWith("#")) {
                inputs.put(name, value(cells[column]));
            }
        }
        return new Example(line, inputs, expected);
    }

    int size() {
        return examples.size();
    }

    /**
     * Polish sentences about the examples to which the table gives another answer.
     *
     * @param table gives the rows that hit
     */
    List<String> broken(Function<Map<String, Object>, List<Map<String, Object>>> table) {
        List<String> broken = new ArrayList<>();
        for (Example example : examples) {
            List<Map<String, Object>> rows = table.apply(example.inputs());
            Map<String, Object> answer = new LinkedHashMap<>();
            example.expected()
                    .keySet()
                    .forEach(output -> answer.put(
                            output, rows.size() == 1 ? normal(rows.get(0).get(output)) : null));
            if (!answer.equals(example.expected())) {
                broken.add("wiersz " + example.line() + ": dla " + words(example.inputs()) + " oczekiwano "
                        + words(example.expected()) + ", tabela daje "
                        + (rows.size() > 1 ? rows.size() + " wiersze." : words(answer) + "."));
            }
        }
        return broken;
    }

    private static String words(Map<String, Object> values) {
        List<String> words = new ArrayList<>();
        values.forEach((name, value) -> words.add(name + " = " + word(value)));
        return String.join(", ", words);
    }

    private static String word(Object value) {
        if (value == null) {
            return "brak";
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
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
}
