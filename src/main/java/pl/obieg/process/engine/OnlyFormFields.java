package pl.obieg.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A person who finishes a task gives the fields of its form and nothing else; what is a note goes to the case file; the engine by itself would take any
 * variable. A field that is only shown keeps the value it has, whatever the browser sends back. What the program does
 * by itself, without a signed-in person, is not its concern.
 */
class OnlyFormFields extends CommandInterceptor {

    /** The engine keeps text of a variable in a column of this width. */
    private static final int LONGEST_TEXT = 4000;

    private static final ThreadLocal<Set<String>> GIVEN = new ThreadLocal<>();
    private static final ThreadLocal<Map<String, Note>> NOTES = ThreadLocal.withInitial(Map::of);

    /** What a person typed into a field that is a note, with the field's label. */
    record Note(String label, String text) {}

    private final Field completeTask = field(CompleteTaskCmd.class, "taskId");
    private final Field completeVariables = field(CompleteTaskCmd.class, "variables");
    private final Field submitTask = field(SubmitTaskFormCmd.class, "taskId");
    private final Field submitVariables = field(SubmitTaskFormCmd.class, "properties");

    @Override
    public <T> T execute(Command<T> command) {
        if (somebodySignedIn()) {
            if (command instanceof CompleteTaskCmd) {
                return finish(command, completeTask, completeVariables);
            }
            if (command instanceof SubmitTaskFormCmd) {
                return finish(command, submitTask, submitVariables);
            }
            if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
                throw new BadUserRequestException("Zadanie kończy się formularzem, nie błędem ani eskalacją.");
            }
        }
        return next.execute(command);
    }

    private static boolean somebodySignedIn() {
        CommandContext context = Context.getCommandContext();
        Authentication person = context == null ? null : context.getAuthentication();
        return person != null && person.getUserId() != null;
    }

    /** The notes of the completion that runs now, by the name of the field. */
    static Map<String, Note> notes() {
        return NOTES.get();
    }

    /** Whether the person gives the field with the completion that runs now; true if nobody is signed in. */
    static boolean isGivenNow(String name) {
        Set<String> given = GIVEN.get();
        return given == null || given.contains(name);
    }

    private <T> T finish(Command<T> command, Field task, Field variables) {
        Set<String> outer = GIVEN.get();
        try {
            Set<String> names = new HashSet<>();
            if (variables.get(command) instanceof Map<?, ?> given && !given.isEmpty()) {
                FormFields form = formOf((String) task.get(command));
                VariableMap allowed = allowed(given, form);
                variables.set(command, allowed);
                NOTES.set(takeNotes(allowed, form));
                given.keySet().forEach(name -> names.add(String.valueOf(name)));
            }
            GIVEN.set(names);
            return next.execute(command);
        } catch (IllegalAccessException changed) {
            throw new ProcessEngineException("The engine's task commands have changed: check the guard", changed);
        } finally {
            NOTES.remove();
            if (outer == null) {
                GIVEN.remove();
            } else {
                GIVEN.set(outer);
            }
        }
    }

    private FormFields formOf(String taskId) {
        try (InputStream form = next.execute(new GetDeployedTaskFormCmd(taskId))) {
            return FormFields.of(form);
        } catch (BadUserRequestException none) {
            return new FormFields(Map.of(), Map.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes the notes out of the variables, so that no history ever holds them. */
    private static Map<String, Note> takeNotes(VariableMap allowed, FormFields form) {
        Map<String, Note> notes = new LinkedHashMap<>();
        form.notes().forEach((name, label) -> {
            Object value = allowed.remove(name);
            if (value instanceof String text && !text.isBlank()) {
                notes.put(name, new Note(label, text.strip()));
            }
        });
        return notes;
    }

    private static VariableMap allowed(Map<?, ?> given, FormFields form) {
        VariableMap allowed = org.camunda.bpm.engine.variable.Variables.createVariables();
        given.keySet().stream().map(String::valueOf).forEach(name -> {
            if (!form.has(name)) {
                throw new BadUserRequestException("Formularz nie ma pola \"" + name + "\".");
            }
            if (form.mayChange(name)) {
                Object value = given instanceof VariableMap typed ? typed.getValueTyped(name) : given.get(name);
                checkValue(name, value);
                allowed.put(name, value);
            }
        });
        return allowed;
    }

    private static void checkValue(String name, Object value) {
        if (value instanceof ObjectValue || value instanceof FileValue || value instanceof BytesValue) {
            throw new BadUserRequestException("Pole \"" + name + "\" nie może zawierać obiektu ani pliku.");
        }
        Object content =
                value instanceof TypedValue typed && !(value instanceof ObjectValue) ? typed.getValue() : value;
        if (content instanceof String text && text.length() > LONGEST_TEXT) {
            throw new BadUserRequestException(
                    "Pole \"" + name + "\" jest za długie: najwyżej " + LONGEST_TEXT + " znaków.");
        }
    }

    private static Field field(Class<?> command, String name) {
        try {
            Field field = command.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException changed) {
            throw new ProcessEngineException("The engine's task commands have changed: check the guard", changed);
        }
    }
}
