package pl.obieg.benchmarks;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.ResolvableType;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.ProcedureMessage;

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
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof Operation<?, ?>)) {
            return bean;
        }
        MethodInterceptor instant = invocation -> answer(bean.getClass(), invocation);
        if (bean instanceof Advised advised) {
            advised.addAdvice(0, instant);
            return bean;
        }
        ProxyFactory proxy = new ProxyFactory(bean);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice(instant);
        return proxy.getProxy();
    }

    private Object answer(Class<?> operation, MethodInvocation invocation) throws Throwable {
        if (!"run".equals(invocation.getMethod().getName())) {
            return invocation.proceed();
        }
        Call call = (Call) invocation.getArguments()[1];
        Class<?> output = ResolvableType.forClass(operation)
                .as(Operation.class)
                .getGeneric(1)
                .resolve();
        Map<String, Object> script = new HashMap<>(SCRIPT);
        script.put("caseNumber", call.businessKey() + "/SPRAWA");
        script.put("deliveryIds", List.of(call.businessKey() + "/LIST"));
        react(operation, call.businessKey());
        return Answer.now((Record) record(output, script));
    }

    private void react(Class<?> operation, String businessKey) {
        if (operation.getName().contains("SendByEDelivery")) {
            events.publishEvent(new ProcedureMessage("ReceiptArrived", businessKey, businessKey));
        } else if (operation.getName().contains("ChargeTax")) {
            events.publishEvent(new ProcedureMessage("ReceivableSettled", businessKey, businessKey));
        }
    }

    private static Object record(Class<?> type, Map<String, Object> script) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> script.getOrDefault(component.getName(), usual(component.getType())))
                .toArray();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        return BeanUtils.instantiateClass(constructor, values);
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
