package pl.obieg.process.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The variables a form shows, by name. A group or list with a path of its own is one variable that holds its fields.
 *
 * @param writable whether a person may change it, by the name of the variable
 * @param notes label of each field that is a note for the case file (property {@code notatka}), by its name
 */
record FormFields(Map<String, Boolean> writable, Map<String, String> notes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a Camunda form (schema of form-js). */
    static FormFields of(InputStream form) {
        try {
            Map<String, Boolean> fields = new HashMap<>();
            Map<String, String> notes = new HashMap<>();
            JsonNode root = JSON.readTree(form);
            collect(root, "", false, fields);
            for (JsonNode component : root.path("components")) {
                if (component.path("properties").path("notatka").asBoolean(false)) {
                    notes.put(
                            component.path("key").asText(),
                            component.path("label").asText(""));
                }
            }
            return new FormFields(Map.copyOf(fields), Map.copyOf(notes));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean has(String name) {
        return writable.containsKey(name);
    }

    boolean mayChange(String name) {
        return writable.getOrDefault(name, false);
    }

    boolean isNote(String name) {
        return notes.containsKey(name);
    }

    private static void collect(JsonNode owner, String path, boolean fixed, Map<String, Boolean> fields) {
        for (JsonNode component : owner.path("components")) {
            boolean fixedHere = fixed || isTrue(component, "readonly") || isTrue(component, "disabled");
            String key = component.path("key").asText("");
            if (!key.isEmpty()) {
                fields.merge(variable(path, key), !fixedHere, Boolean::logicalOr);
            }
            String inner = component.path("path").asText("");
            collect(component, inner.isEmpty() ? path : path + inner + ".", fixedHere, fields);
        }
    }

    private static boolean isTrue(JsonNode component, String property) {
        return component.path(property).asBoolean(false);
    }

    private static String variable(String path, String key) {
        String whole = path + key;
        int dot = whole.indexOf('.');
        return dot < 0 ? whole : whole.substring(0, dot);
    }
}
