package pl.obieg.process.engine;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Stands first among the resolvers and lets an expression see data only: entries of maps and lists, dates to reckon
 * with, and a few names of the running step. All else, above all the way from a step to the engine's services or from a
 * value to its class, is refused. What is not listed is not allowed, so a new getter of the engine opens nothing.
 */
class NoReflection extends ELResolver {

    private static final Set<String> OF_EXECUTION = Set.of(
            "id",
            "processInstanceId",
            "processBusinessKey",
            "processDefinitionId",
            "currentActivityId",
            "currentActivityName");
    private static final Set<String> OF_TASK =
            Set.of("id", "name", "assignee", "taskDefinitionKey", "dueDate", "followUpDate", "processInstanceId");

    private static void checkProperty(Object base, Object property) {
        if (base == null
                || base instanceof Map
                || base instanceof List
                || base.getClass().isArray()) {
            return;
        }
        String name = String.valueOf(property);
        boolean known = base instanceof DelegateExecution && OF_EXECUTION.contains(name)
                || base instanceof DelegateTask && OF_TASK.contains(name);
        if (!known) {
            throw refused();
        }
    }

    private static void checkCall(Object base, Object method) {
        boolean date = base instanceof Temporal
                || base instanceof TemporalAmount
                || base instanceof java.util.Date
                || base != null && base.getClass().getName().startsWith("org.joda.time.");
        if (!date || "getClass".equals(String.valueOf(method))) {
            throw refused();
        }
    }

    private static ELException refused() {
        return new ELException("Wyrażenie może sięgać tylko do danych, nie do programu.");
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        checkProperty(base, property);
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        checkProperty(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base != null) {
            throw refused();
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        checkProperty(base, property);
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public java.util.Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        checkCall(base, method);
        return null;
    }
}
