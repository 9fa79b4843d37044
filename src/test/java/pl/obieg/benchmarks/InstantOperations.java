package pl.obieg.benchmarks;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.ReflectionTestUtils;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.engine.OperationRegistry;

/**
 * Puts an instant, scripted answer in the place of every operation, so that the models run without the office: no
 * registers, letters, seals or calls. The world outside answers at once: what was sent is collected, what was charged
 * is paid.
 */
final class InstantOperations implements BeanPostProcessor {

    private static final Map<String, Object> SCRIPT = Map.ofEntries(
            Map.entry("submissionValid", true),
            Map.entry("defects", ""),
            Map.entry("taxYear", 2026),
            Map.entry("subjectKind", "NATURAL"),
            Map.entry("objectKind", "OTHER"),
            Map.entry("taxDue", 968L),
            Map.entry("letterCost", new BigDecimal("9.80")),
            Map.entry("partyIds", List.of("party")),
            Map.entry("adeInBae", true),
            Map.entry("domestic", true),
            Map.entry("receiptKind", "COLLECTED"),
            Map.entry("receiptSigned", true),
            Map.entry("receiptDated", true),
            Map.entry("deliveredCount", 1));

    private final ApplicationEventPublisher events;

    InstantOperations(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof OperationRegistry registry) {
            Map<String, OperationRegistry.Entry> entries =
                    (Map<String, OperationRegistry.Entry>) ReflectionTestUtils.getField(registry, "entries");
            entries.replaceAll((key, real) -> new OperationRegistry.Entry(
                    key,
                    (input, call) -> Answer.now(answer(key, real.outputType(), call)),
                    real.card(),
                    real.inputType(),
                    real.outputType()));
        }
        return bean;
    }

    private Record answer(String operation, Class<? extends Record> output, Call call) {
        Map<String, Object> script = new HashMap<>(SCRIPT);
        script.put("caseNumber", call.businessKey() + "/SPRAWA");
        script.put("deliveryIds", List.of(call.businessKey() + "/LIST"));
        react(operation, call.businessKey());
        return record(output, script);
    }

    private void react(String operation, String businessKey) {
        if ("sendByEDelivery".equals(operation)) {
            events.publishEvent(new ProcedureMessage("ReceiptArrived", businessKey, businessKey));
        } else if ("chargeTax".equals(operation)) {
            events.publishEvent(new ProcedureMessage("ReceivableSettled", businessKey, businessKey));
        }
    }

    private static Record record(Class<? extends Record> type, Map<String, Object> script) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> script.getOrDefault(component.getName(), usual(component.getType())))
                .toArray();
        try {
            return BeanUtils.instantiateClass(
                    type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new)),
                    values);
        } catch (NoSuchMethodException everyRecordHasIt) {
            throw new IllegalStateException(everyRecordHasIt);
        }
    }

    private static Object usual(Class<?> type) {
        if (type == String.class) {
            return "-";
        }
        if (type == Boolean.class) {
            return false;
        }
        if (type == Integer.class) {
            return 0;
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 2, 10);
        }
        return type == List.class ? List.of() : null;
    }
}
