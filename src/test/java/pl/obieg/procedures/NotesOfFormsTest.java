package pl.obieg.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.obieg.process.engine.OperationsOnClasspath;

/** What a person types freely goes somewhere: a step reads it, another form shows it, or it is a note of the case. */
class NotesOfFormsTest {

    private record Field(String form, JsonNode component) {

        String key() {
            return component.path("key").asText();
        }

        boolean note() {
            return component.path("properties").path("notatka").asBoolean();
        }

        boolean shown() {
            return component.path("readonly").asBoolean()
                    || component.path("disabled").asBoolean();
        }

        @Override
        public String toString() {
            return form + ": " + key();
        }
    }

    @Test
    void freeTextIsReadShownOrKeptAsANote() throws IOException {
        List<Field> fields = fields();
        String models = text("processes", ".bpmn") + text("decisions", ".dmn");
        Set<String> read = new HashSet<>();
        OperationsOnClasspath.all().all().forEach(operation -> read.addAll(operation.inputs()));
        fields.stream().filter(Field::shown).map(Field::key).forEach(read::add);

        List<Field> lost = fields.stream()
                .filter(field ->
                        "textarea".equals(field.component().path("type").asText()))
                .filter(field -> !field.shown() && !field.note())
                .filter(field -> !read.contains(field.key()) && !named(field.key(), models))
                .toList();
        List<Field> taken = fields.stream()
                .filter(Field::note)
                .filter(field -> read.contains(field.key()) || named(field.key(), models))
                .toList();

        assertThat(lost).as("mark them with the property notatka").isEmpty();
        assertThat(taken).as("notes are no variables").isEmpty();
    }

    private static boolean named(String key, String models) {
        return Pattern.compile("\\$\\{[^}]*\\b" + key + "\\b[^}]*}|source=\"" + key + "\"|<text>" + key + "</text>")
                .matcher(models)
                .find();
    }

    private static List<Field> fields() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Field> fields = new ArrayList<>();
        for (Path form : files("forms", ".form")) {
            json.readTree(form.toFile())
                    .path("components")
                    .forEach(component -> fields.add(new Field(form.toString(), component)));
        }
        return fields;
    }

    private static String text(String folder, String ending) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files(folder, ending)) {
            text.append(Files.readString(file));
        }
        return text.toString();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
