package pl.obieg.procedures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One way through a procedure, as an analyst writes it in {@code scenariusze/*.yml}.
 *
 * @param name Polish sentence on what happens
 * @param answers what operations say, by their names: one map of outputs for every visit, or a list with one map per
 *     visit of which the last repeats; {@code refuses: CODE} in place of outputs; what is not said is made up
 * @param steps beginning with {@code start}, or with the {@code timer} of a procedure that begins by itself
 * @param end id of the end event it comes to
 * @param passes ids of steps that must have been passed, in no order
 */
public record Scenario(
        String name,
        Map<String, Object> answers,
        List<Step> steps,
        String end,
        List<String> passes,
        @JsonIgnore Path file) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * One thing that happens from outside; exactly one of {@code start}, {@code task}, {@code message}, {@code timer}
     * is given; only {@code start} may name a {@code message} beside it, where a procedure has several starts.
     *
     * @param start variables the procedure begins with
     * @param task id of the user task, here or in a called procedure, that is completed
     * @param complete fields of the form
     * @param by who takes and completes the task; without it nobody is signed in
     * @param refused why the completion is refused, a part of the Polish sentence; the task then stays open
     * @param message name of the message that arrives
     * @param timer id of the timer event that fires
     */
    public record Step(
            Map<String, Object> start,
            String task,
            Map<String, Object> complete,
            String by,
            String refused,
            String message,
            String timer) {}

    public Scenario {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(steps, "steps");
        Objects.requireNonNull(end, "end");
        answers = answers == null ? Map.of() : answers;
        passes = passes == null ? List.of() : passes;
    }

    static Scenario at(Path file) {
        try {
            Scenario read = YAML.readValue(file.toFile(), Scenario.class);
            return new Scenario(read.name, read.answers, read.steps, read.end, read.passes, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }
}
