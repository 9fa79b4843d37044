package pl.obieg.procedures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A form of a user task: {@code forms/<procedure>/<task>.form}. */
record Form(Path file, JsonNode content) {

    /** What form-js 1.8.7 of Tasklist 7.24 draws; one other component and the whole form fails. */
    private static final Set<String> SUPPORTED = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "expression",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "text",
            "image",
            "table",
            "html",
            "spacer",
            "separator",
            "group",
            "dynamiclist",
            "iframe",
            "button");

    private static final ObjectMapper JSON = new ObjectMapper();

    static Optional<Form> of(String procedure, String task) {
        Path file = Path.of("forms", procedure, task + ".form");
        return Files.exists(file) ? Optional.of(at(file)) : Optional.empty();
    }

    static Form at(Path file) {
        try {
            return new Form(file, JSON.readTree(file.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keys of the fields a clerk fills in. */
    Set<String> filledIn() {
        return keys(false);
    }

    /** Keys of the fields that only show something. */
    Set<String> shown() {
        return keys(true);
    }

    private Set<String> keys(boolean fixed) {
        Set<String> keys = new HashSet<>();
        for (JsonNode component : components()) {
            boolean disabled = component.path("disabled").asBoolean()
                    || component.path("readonly").asBoolean();
            if (component.has("key") && disabled == fixed) {
                keys.add(component.get("key").asText());
            }
        }
        return keys;
    }

    private List<JsonNode> components() {
        List<JsonNode> found = new ArrayList<>();
        collect(content, found);
        return found;
    }

    private static void collect(JsonNode parent, List<JsonNode> found) {
        parent.path("components").forEach(component -> {
            found.add(component);
            collect(component, found);
        });
    }

    List<String> problems(Set<String> operations) {
        List<String> problems = new ArrayList<>();
        String name = file.getFileName().toString().replace(".form", "");
        if (!name.equals(content.path("id").asText())) {
            problems.add(file + ": identyfikator formularza musi brzmieć \"" + name + "\".");
        }
        for (JsonNode component : components()) {
            if (!SUPPORTED.contains(component.path("type").asText())) {
                problems.add(file + ": Tasklist nie zna pola typu \""
                        + component.path("type").asText() + "\".");
            }
            if (operations.contains(component.path("key").asText())) {
                problems.add(file + ": pole nie może nazywać się jak operacja: "
                        + component.path("key").asText() + ".");
            }
        }
        return problems;
    }
}
