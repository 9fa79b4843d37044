package pl.obieg.process.engine;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** All operations that a model may name, by the name that stands in {@code ${…}}. */
@Component
public class OperationRegistry {

    private final Map<String, Entry> entries = new TreeMap<>();

    /**
     * One operation with what is known of it.
     *
     * @param name as in the model: {@code registerLetter}
     * @param inputType record whose components are read from variables
     * @param outputType record whose components are written to variables
     */
    public record Entry(
            String name,
            Operation<Record, Record> operation,
            OperationCard card,
            Class<? extends Record> inputType,
            Class<? extends Record> outputType) {

        /** Names of the variables it reads, in order. */
        public List<String> inputs() {
            return names(inputType);
        }

        /** Names of the variables that must be set before: all it reads but those marked {@link Nullable}. */
        public List<String> requiredInputs() {
            return Arrays.stream(inputType.getRecordComponents())
                    .filter(component -> !component.getAccessor().isAnnotationPresent(Nullable.class))
                    .map(RecordComponent::getName)
                    .toList();
        }

        /** Names of the variables it writes, in order. */
        public List<String> outputs() {
            return names(outputType);
        }

        private static List<String> names(Class<? extends Record> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
        }
    }

    OperationRegistry(List<Operation<?, ?>> operations) {
        for (Operation<?, ?> operation : operations) {
            Entry entry = entry(operation);
            entries.put(entry.name(), entry);
        }
    }

    /** Operations by their classes, for looking at models where no operation can be built, or another stands in for it. */
    static OperationRegistry of(Map<Class<?>, Operation<Record, Record>> operations) {
        OperationRegistry registry = new OperationRegistry(List.of());
        operations.forEach((type, operation) -> {
            Entry entry = entry(type, operation);
            registry.entries.put(entry.name(), entry);
        });
        return registry;
    }

    /** Everything, by name. */
    public Collection<Entry> all() {
        return entries.values();
    }

    /** The operation of that name. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Entry entry(Operation<?, ?> operation) {
        return entry(AopUtils.getTargetClass(operation), (Operation<Record, Record>) operation);
    }

    @SuppressWarnings("unchecked")
    private static Entry entry(Class<?> type, Operation<Record, Record> operation) {
        OperationCard card = type.getAnnotation(OperationCard.class);
        if (card == null) {
            throw new IllegalStateException("Operation " + type.getName() + " has no @OperationCard");
        }
        ResolvableType operationType = ResolvableType.forClass(type).as(Operation.class);
        String name = Character.toLowerCase(type.getSimpleName().charAt(0))
                + type.getSimpleName().substring(1);
        return new Entry(
                name,
                operation,
                card,
                (Class<? extends Record>) operationType.getGeneric(0).resolve(),
                (Class<? extends Record>) operationType.getGeneric(1).resolve());
    }
}
