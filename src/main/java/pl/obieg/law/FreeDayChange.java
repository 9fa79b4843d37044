package pl.obieg.law;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.obieg.calendar.FreeDays;
import pl.obieg.process.LawTables.Row;
import pl.obieg.process.LawTables.Table;

/** What a proposed table of days free from work changes, in words (TIM-06). */
final class FreeDayChange {

    static final String NAME = "Dni ustawowo wolne od pracy";

    private FreeDayChange() {}

    static TableChange between(String inForce, String proposed) {
        return new TableChange(NAME, TableChange.between(Optional.of(table(inForce)), table(proposed)), List.of());
    }

    /** @throws IllegalArgumentException with a Polish sentence that names the line */
    static void check(byte[] csv) {
        try {
            FreeDays.of(text(csv));
        } catch (IllegalStateException faulty) {
            throw new IllegalArgumentException(faulty.getMessage(), faulty);
        }
    }

    static String text(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8);
    }

    /** The rows as those of a decision table; a row is the day and since when it is free. */
    static Table table(String csv) {
        List<Row> rows = csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(";", -1))
                .map(cells ->
                        new Row("", cells(cells, "dzień", 0, "od", 1), cells(cells, "do", 2, "nazwa", 3, "źródło", 4)))
                .toList();
        return new Table("dni-wolne", NAME, "", "UNIQUE", List.of(), List.of(), rows);
    }

    private static Map<String, String> cells(String[] cells, Object... labelled) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int at = 0; at < labelled.length; at += 2) {
            named.put((String) labelled[at], cells[(int) labelled[at + 1]].strip());
        }
        return named;
    }
}
