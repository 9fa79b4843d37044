package pl.obieg.procedures;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code karta.yml}: what a procedure is in the office's own words. */
final class Card {

    static final String NAME = "nazwa";
    static final String LEGAL_BASIS = "podstawa-prawna";
    static final String OWNER = "komorka";
    static final String DEADLINE = "termin";
    static final String CLASS = "jrwa";
    static final String CHANNELS = "kanaly";
    private static final Set<String> FIELDS =
            new LinkedHashSet<>(List.of(NAME, LEGAL_BASIS, OWNER, DEADLINE, CLASS, CHANNELS));

    private Card() {}

    static List<String> problems(String name, Map<String, Object> card) {
        if (card.isEmpty()) {
            return List.of("brakuje karty procedury karta.yml.");
        }
        List<String> problems = new ArrayList<>();
        for (String field : FIELDS) {
            Object value = card.get(field);
            boolean given = value instanceof List<?> list
                    ? !list.isEmpty()
                    : value != null && !value.toString().isBlank();
            if (!given) {
                problems.add("karta.yml: uzupełnij pole \"" + field + "\".");
            }
        }
        card.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> problems.add("karta.yml: nieznane pole \"" + field + "\"."));
        if (card.get(NAME) != null && !card.get(NAME).equals(name)) {
            problems.add("karta.yml: nazwa musi być taka jak w modelu: \"" + name + "\".");
        }
        return problems;
    }

    /** The field as one line of text. */
    static String text(Map<String, Object> card, String field) {
        Object value = card.get(field);
        return value instanceof List<?> list
                ? String.join("; ", list.stream().map(Object::toString).toList())
                : String.valueOf(value);
    }
}
