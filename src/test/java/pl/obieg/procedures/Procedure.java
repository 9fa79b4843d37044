package pl.obieg.procedures;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** One procedure with its files, as they lie in the repository. */
public record Procedure(Path file, BpmnModelInstance model) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** Every procedure of the repository, by key. */
    public static List<Procedure> all() {
        return files(Path.of("processes"), ".bpmn").stream().map(Procedure::at).toList();
    }

    public static Procedure at(Path file) {
        return new Procedure(file, Bpmn.readModelFromFile(file.toFile()));
    }

    /** The procedure of that key. */
    public static Procedure of(String key) {
        return all().stream()
                .filter(procedure -> procedure.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nie ma procedury " + key));
    }

    /** Id of the process in the model. */
    public String key() {
        return process().getId();
    }

    public Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    public Path folder() {
        return file.getParent();
    }

    /** Whether other procedures call it; it then has no start of its own. */
    public boolean called() {
        return folder().getParent().endsWith("wspolne");
    }

    /** What stands on {@code karta.yml}; empty if there is none. */
    public Map<String, Object> card() {
        Path card = folder().resolve("karta.yml");
        try {
            return Files.exists(card) ? YAML.readValue(card.toFile(), new TypeReference<>() {}) : Map.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Scenario> scenarios() {
        return files(folder().resolve("scenariusze"), ".yml").stream()
                .map(Scenario::at)
                .toList();
    }

    /** Files below the folder whose names end so, in order of their paths. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
