package pl.obieg.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pl.obieg.process.LawTables.Column;
import pl.obieg.process.LawTables.Row;
import pl.obieg.process.LawTables.Table;

/**
 * What a proposed table changes, in words.
 *
 * @param table its Polish name
 * @param sentences one for each row that is added, changed, moved or left out, and for what rules the rows: columns and
 *     which of several rows answers; empty if nothing changes
 * @param examples the same of its examples
 */
public record TableChange(String table, List<String> sentences, List<String> examples) {

    /** A row by what it asks; a second row that asks the same is another one. */
    private record Place(Map<String, String> conditions, int again) {}

    boolean none() {
        return sentences.isEmpty() && examples.isEmpty();
    }

    static List<String> between(Optional<Table> inForce, Table proposed) {
        if (inForce.isEmpty()) {
            return List.of("Nowa tabela, liczba wierszy: " + proposed.rows().size() + ".");
        }
        Table before = inForce.get();
        List<String> sentences = new ArrayList<>();
        setting("Zmieniono nazwę tabeli", before.name(), proposed.name()).ifPresent(sentences::add);
        setting("Zmieniono opis tabeli", before.description(), proposed.description())
                .ifPresent(sentences::add);
        setting("Zmieniono sposób wyboru wiersza", before.hitPolicy(), proposed.hitPolicy())
                .ifPresent(sentences::add);
        setting("Zmieniono kolumny warunków", columns(before.inputs()), columns(proposed.inputs()))
                .ifPresent(sentences::add);
        setting("Zmieniono kolumny wyników", columns(before.outputs()), columns(proposed.outputs()))
                .ifPresent(sentences::add);
        sentences.addAll(rows(before, proposed));
        return sentences;
    }

    private static Optional<String> setting(String what, String before, String now) {
        return before.equals(now) ? Optional.empty() : Optional.of(what + ": „" + before + "” → „" + now + "”.");
    }

    private static String columns(List<Column> columns) {
        return columns.stream()
                .map(column -> column.label() + " (" + column.name() + ", " + column.type() + ")")
                .collect(Collectors.joining("; "));
    }

    private static List<String> rows(Table inForce, Table proposed) {
        Map<Place, Row> before = byPlace(inForce);
        Map<Place, Row> after = byPlace(proposed);
        List<Place> order = new ArrayList<>(after.keySet());
        boolean ordered = !proposed.hitPolicy().equals("UNIQUE");
        List<String> sentences = new ArrayList<>();
        after.forEach((place, row) -> {
            Row old = before.get(place);
            if (old == null) {
                sentences.add("Dodano" + (ordered ? " jako wiersz nr " + (order.indexOf(place) + 1) : "") + ": "
                        + when(row) + " – " + then(row) + ".");
            } else {
                changed(old, row).ifPresent(sentences::add);
            }
        });
        before.forEach((place, row) -> {
            if (!after.containsKey(place)) {
                sentences.add("Usunięto: " + when(row) + " – " + then(row) + ".");
            }
        });
        if (ordered) {
            sentences.addAll(moved(before, after));
        }
        return sentences;
    }

    /** The rows that stay, but not where they stood among the others that stay: the first that fits may answer. */
    private static List<String> moved(Map<Place, Row> before, Map<Place, Row> after) {
        List<Place> old = before.keySet().stream().filter(after::containsKey).toList();
        List<Place> now = after.keySet().stream().filter(before::containsKey).toList();
        List<Place> still = longestCommon(old, now);
        List<Place> all = new ArrayList<>(after.keySet());
        return now.stream()
                .filter(place -> !still.contains(place))
                .map(place ->
                        "Przesunięto: " + when(after.get(place)) + " – teraz wiersz nr " + (all.indexOf(place) + 1)
                                + ", był nr " + (new ArrayList<>(before.keySet()).indexOf(place) + 1) + ".")
                .toList();
    }

    private static List<Place> longestCommon(List<Place> old, List<Place> now) {
        int[][] length = new int[old.size() + 1][now.size() + 1];
        for (int a = old.size() - 1; a >= 0; a--) {
            for (int b = now.size() - 1; b >= 0; b--) {
                length[a][b] = old.get(a).equals(now.get(b))
                        ? length[a + 1][b + 1] + 1
                        : Math.max(length[a + 1][b], length[a][b + 1]);
            }
        }
        List<Place> common = new ArrayList<>();
        for (int a = 0, b = 0; a < old.size() && b < now.size(); ) {
            if (old.get(a).equals(now.get(b))) {
                common.add(old.get(a));
                a++;
                b++;
            } else if (length[a + 1][b] >= length[a][b + 1]) {
                a++;
            } else {
                b++;
            }
        }
        return common;
    }

    private static Optional<String> changed(Row old, Row row) {
        List<String> changes = new ArrayList<>();
        row.outcomes().forEach((label, value) -> {
            String before = old.outcomes().get(label);
            if (!value.equals(before)) {
                changes.add(label + ": " + bare(before) + " → " + bare(value));
            }
        });
        if (!old.note().equals(row.note())) {
            changes.add("opis: „" + old.note() + "” → „" + row.note() + "”");
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("Zmieniono: " + when(row) + " – " + String.join("; ", changes) + ".");
    }

    private static Map<Place, Row> byPlace(Table table) {
        Map<Place, Row> rows = new LinkedHashMap<>();
        Map<Map<String, String>, Integer> times = new HashMap<>();
        for (Row row : table.rows()) {
            // A list table has rows without conditions: each is a row of its own.
            Map<String, String> conditions = row.conditions().isEmpty() ? row.outcomes() : row.conditions();
            rows.put(new Place(conditions, times.merge(conditions, 1, Integer::sum)), row);
        }
        return rows;
    }

    static String when(Row row) {
        return row.conditions().isEmpty()
                ? "wiersz bez warunków"
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
