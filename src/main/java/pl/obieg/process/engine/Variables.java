package pl.obieg.process.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/**
 * Reads an operation's input record from process variables and turns its output record into them. Dates travel as ISO
 * text, money as plain decimal text, lists as JSON: nothing Java-serialised, everything readable in Cockpit.
 */
@Component
class Variables {

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** A record of the type, each component read by its name. */
    <I extends Record> I read(Class<I> type, Function<String, Object> variable) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            try {
                values[i] = convert(variable.apply(name), json.constructType(components[i].getGenericType()));
            } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
                throw new IllegalArgumentException(
                        "Variable " + name + " does not fit " + components[i].getGenericType(), unreadable);
            }
        }
        return create(type, components, values);
    }

    /** A record of the type from JSON. */
    <O extends Record> O fromJson(Class<O> type, String text) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("Not a " + type.getSimpleName(), unreadable);
        }
    }

    /** JSON of a record or map. */
    String toJson(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Cannot be written as JSON", unwritable);
        }
    }

    /** Variables of a map kept as JSON. */
    Map<String, Object> mapFromJson(String text) {
        try {
            Map<String, Object> plain = json.readValue(text, new com.fasterxml.jackson.core.type.TypeReference<>() {});
            Map<String, Object> engine = new LinkedHashMap<>();
            plain.forEach((name, value) -> engine.put(name, toEngine(value)));
            return engine;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("Not a map", unreadable);
        }
    }

    /** The components of an output record as engine values, by name. */
    Map<String, Object> write(Record output) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (RecordComponent component : output.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                variables.put(
                        component.getName(), toEngine(component.getAccessor().invoke(output)));
            } catch (ReflectiveOperationException unreadable) {
                throw new IllegalStateException("Output " + component.getName() + " cannot be read", unreadable);
            }
        }
        return variables;
    }

    private Object toEngine(Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> list) {
            boolean texts = list.stream().allMatch(String.class::isInstance);
            return texts
                    ? org.camunda.bpm.engine.variable.Variables.objectValue(new ArrayList<>(list))
                            .serializationDataFormat("application/json")
                            .create()
                    : org.camunda.spin.plugin.variable.SpinValues.jsonValue(toJson(list))
                            .create();
        }
        return value;
    }

    private Object convert(Object value, JavaType type) {
        if (value == null || "".equals(value) && type.getRawClass() != String.class) {
            return null;
        }
        Class<?> raw = type.getRawClass();
        if (raw == String.class) {
            return value.toString();
        }
        if (raw == LocalDate.class) {
            return date(value);
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return value instanceof Boolean flag ? flag : Boolean.valueOf(value.toString());
        }
        if (raw == BigDecimal.class) {
            return new BigDecimal(value.toString());
        }
        if (raw == Integer.class || raw == int.class) {
            return new BigDecimal(value.toString()).intValueExact();
        }
        if (raw == Long.class || raw == long.class) {
            return new BigDecimal(value.toString()).longValueExact();
        }
        if (value instanceof SpinJsonNode node) {
            return read(node.toString(), type);
        }
        if (value instanceof String text) {
            return read(text, type);
        }
        return json.convertValue(value, type);
    }

    private Object read(String text, JavaType type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("Not readable as " + type, unreadable);
        }
    }

    private static LocalDate date(Object value) {
        if (value instanceof Date instant) {
            return OffsetDateTime.ofInstant(instant.toInstant(), ZoneOffset.UTC).toLocalDate();
        }
        String text = value.toString();
        return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private static <I extends Record> I create(Class<I> type, RecordComponent[] components, Object[] values) {
        try {
            Constructor<I> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Names only, for messages: values may be personal. */
    static List<String> names(Map<String, ?> variables) {
        return List.copyOf(variables.keySet());
    }
}
