package pl.obieg.procedures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.obieg.process.engine.OperationRegistry;

/**
 * Modeler's palette: one element template per operation, where Modeler looks by itself. Made from the operation's card
 * and its two records.
 */
final class Palette {

    private static final Path FOLDER = Path.of(".camunda/element-templates");
    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Palette() {}

    /** Files with their content. */
    static Map<Path, String> files(OperationRegistry operations) {
        Map<Path, String> files = new TreeMap<>();
        operations.all().forEach(entry -> files.put(FOLDER.resolve(entry.name() + ".json"), template(entry)));
        return files;
    }

    static Path folder() {
        return FOLDER;
    }

    private static String template(OperationRegistry.Entry entry) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", entry.card().label());
        template.put("id", "pl.obieg." + entry.name());
        template.put("description", description(entry));
        template.put(
                "category",
                new TreeMap<>(
                        Map.of("id", entry.card().system(), "name", entry.card().system())));
        template.put("appliesTo", List.of("bpmn:ServiceTask"));
        template.put(
                "properties",
                List.of(
                        hidden("camunda:delegateExpression", "${" + entry.name() + "}"),
                        hidden("camunda:asyncBefore", true)));
        return json(template);
    }

    private static Map<String, Object> hidden(String property, Object value) {
        Map<String, Object> hidden = new LinkedHashMap<>();
        hidden.put("type", "Hidden");
        hidden.put("value", value);
        hidden.put("binding", new TreeMap<>(Map.of("type", "property", "name", property)));
        return hidden;
    }

    private static String description(OperationRegistry.Entry entry) {
        StringBuilder text = new StringBuilder(entry.card().description());
        if (!entry.inputs().isEmpty()) {
            text.append(" Czyta: ").append(String.join(", ", inputs(entry))).append('.');
        }
        if (!entry.outputs().isEmpty()) {
            text.append(" Ustawia: ").append(String.join(", ", entry.outputs())).append('.');
        }
        for (String refusal : entry.card().refusals()) {
            text.append(" Odmowa ").append(refusal);
        }
        return text.toString();
    }

    private static List<String> inputs(OperationRegistry.Entry entry) {
        return entry.inputs().stream()
                .map(input -> entry.requiredInputs().contains(input) ? input : input + " (może brakować)")
                .toList();
    }

    private static String json(Object value) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        try {
            return JSON.writer(printer).writeValueAsString(value) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
