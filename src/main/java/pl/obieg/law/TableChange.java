package pl.obieg.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.obieg.process.LawTables.Row;
import pl.obieg.process.LawTables.Table;

/**
 * What a proposed table changes, in words.
 *
 * @param table its Polish name
 * @param sentences one for each row that is added, changed or left out; empty if nothing changes
 */
public record TableChange(String table, List<String> sentences) {

    static TableChange between(Optional<Table> inForce, Table proposed) {
        if (inForce.isEmpty()) {
            return new TableChange(
                    proposed.name(),
                    List.of("Nowa tabela, liczba wierszy: " + proposed.rows().size() + "."));
        }
        Map<Map<String, String>, Row> before = byConditions(inForce.get());
        Map<Map<String, String>, Row> after = byConditions(proposed);
        List<String> sentences = new ArrayList<>();
        after.forEach((conditions, row) -> {
            Row old = before.get(conditions);
            if (old == null) {
                sentences.add("Dodano: " + when(row) + " – " + then(row) + ".");
            } else {
                changed(old, row).ifPresent(sentences::add);
            }
        });
        before.forEach((conditions, row) -> {
            if (!after.containsKey(conditions)) {
                sentences.add("Usunięto: " + when(row) + " – " + then(row) + ".");
            }
        });
        return new TableChange(proposed.name(), sentences);
    }

    private static Optional<String> changed(Row old, Row row) {
        List<String> changes = new ArrayList<>();
        row.outcomes().forEach((label, value) -> {
            String before = old.outcomes().get(label);
            if (!value.equals(before)) {
                changes.add(label + ": " + bare(before) + " → " + bare(value));
            }
        });
        if (changes.isEmpty() && !old.note().equals(row.note())) {
            changes.add("opis: „" + old.note() + "” → „" + row.note() + "”");
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("Zmieniono: " + when(row) + " – " + String.join("; ", changes) + ".");
    }

    private static Map<Map<String, String>, Row> byConditions(Table table) {
        Map<Map<String, String>, Row> rows = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            // A list table has rows without conditions: each is a row of its own.
            rows.put(row.conditions().isEmpty() ? row.outcomes() : row.conditions(), row);
        }
        return rows;
    }

    private static String when(Row row) {
        return row.conditions().isEmpty()
                ? "wiersz"
                : row.conditions().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + bare(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String then(Row row) {
        return row.outcomes().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + bare(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String bare(String cell) {
        if (cell == null || cell.isBlank()) {
            return "brak";
        }
        return cell.matches("\"[^\"]*\"") ? cell.substring(1, cell.length() - 1) : cell;
    }
}
