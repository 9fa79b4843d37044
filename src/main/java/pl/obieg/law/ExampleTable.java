package pl.obieg.law;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import pl.obieg.process.LawTables;

/**
 * The example rows beside a decision table. Header {@code input;…;=>output;…;# note}, separated by semicolons. An empty
 * cell is {@code null}; {@code true}, {@code false}, numbers and the days of inputs are typed, all else is text. Columns
 * that begin with {@code #} are for the reader.
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
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("plik przykładów nie ma żadnego przykładu.");
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
                inputs.put(name, input(cells[column]));
            }
        }
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("nagłówek nie ma kolumny z oczekiwanym wynikiem (=>).");
        }
        return new Example(line, inputs, expected);
    }

    int size() {
        return examples.size();
    }

    /** Polish sentences about the examples to which the table gives another answer, and the rows that none reaches. */
    List<String> broken(LawTables.Trial table) {
        List<String> broken = new ArrayList<>();
        Set<Integer> reached = new TreeSet<>();
        for (Example example : examples) {
            String row = "wiersz " + example.line() + ": dla " + words(example.inputs());
            LawTables.Answer answer;
            try {
                answer = table.ask(example.inputs());
            } catch (IllegalArgumentException unanswered) {
                broken.add(row + " tabela nie daje odpowiedzi (wartość innego rodzaju albo kilka wierszy naraz).");
                continue;
            }
            reached.addAll(answer.rows());
            List<Map<String, Object>> rows = answer.outcomes();
            Map<String, Object> given = new LinkedHashMap<>();
            example.expected()
                    .keySet()
                    .forEach(output -> given.put(
                            output, rows.size() == 1 ? normal(rows.get(0).get(output)) : null));
            if (!given.equals(example.expected())) {
                broken.add(row + " oczekiwano " + words(example.expected()) + ", tabela daje "
                        + (rows.size() > 1 ? rows.size() + " wiersze." : words(given) + "."));
            }
        }
        List<LawTables.Row> rows = table.table().rows();
        for (int at = 0; at < rows.size(); at++) {
            if (!reached.contains(at)) {
                broken.add("do wiersza tabeli nr " + (at + 1) + " (" + TableChange.when(rows.get(at))
                        + ") nie trafia żaden przykład: dopisz przykład, a jeżeli już jest, to wcześniejszy wiersz"
                        + " zasłania ten.");
            }
        }
        return broken;
    }

    /** Polish sentences about the examples that were added, changed and left out. */
    List<String> changesSince(ExampleTable before) {
        Map<Map<String, Object>, Map<String, Object>> old = before.byInputs();
        Map<Map<String, Object>, Map<String, Object>> now = byInputs();
        List<String> sentences = new ArrayList<>();
        now.forEach((inputs, expected) -> {
            Map<String, Object> was = old.get(inputs);
            if (was == null) {
                sentences.add("Dodano przykład: dla " + words(inputs) + " oczekuje się " + words(expected) + ".");
            } else if (!was.equals(expected)) {
                sentences.add("Zmieniono przykład: dla " + words(inputs) + " oczekiwano " + words(was) + ", teraz "
                        + words(expected) + ".");
            }
        });
        old.forEach((inputs, expected) -> {
            if (!now.containsKey(inputs)) {
                sentences.add("Usunięto przykład: dla " + words(inputs) + " oczekiwano " + words(expected) + ".");
            }
        });
        return sentences;
    }

    private Map<Map<String, Object>, Map<String, Object>> byInputs() {
        Map<Map<String, Object>, Map<String, Object>> expected = new LinkedHashMap<>();
        examples.forEach(example -> expected.put(example.inputs(), example.expected()));
        return expected;
    }

    private static String words(Map<String, Object> values) {
        List<String> words = new ArrayList<>();
        values.forEach((name, value) -> words.add(name + " = " + word(value)));
        return String.join(", ", words);
    }

    private static String word(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, "brak");
    }

    private static Object input(String cell) {
        String text = cell.strip();
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return value(cell);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("nie ma dnia " + text + ".", noDay);
        }
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
