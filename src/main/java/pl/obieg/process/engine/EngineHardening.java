package pl.obieg.process.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.stereotype.Component;

/**
 * Makes the engine safe. It closes the two published holes of 7.24.0 as far as the engine itself goes (expressions in
 * or-queries and stored filters; the set-up endpoint is closed where addresses are authorised), limits expressions to
 * the operations' names, takes from a person no variable but the fields of the form, has no script
 * engine, checks each model before it is deployed, and makes an unhandled BPMN error an error. See
 * docs/adr/0003-engine-made-safe.md. Decision tables get {@link DecisionTables}.
 */
@Component
class EngineHardening extends AbstractProcessEnginePlugin {

    private final OperationRegistry operations;
    private final Variables variables;
    private final OpenCalls openCalls;
    private final ModelRules modelRules;
    private final List<BpmnParseListener> parseListeners;

    EngineHardening(
            OperationRegistry operations,
            Variables variables,
            OpenCalls openCalls,
            ModelRules modelRules,
            List<BpmnParseListener> parseListeners) {
        this.operations = operations;
        this.variables = variables;
        this.openCalls = openCalls;
        this.modelRules = modelRules;
        this.parseListeners = parseListeners;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        addInterceptor(engine, new NoExpressionsInOrQueries());
        addInterceptor(engine, new RefusedTasks.AsFormError());
        engine.setCustomPostCommandInterceptorsTxRequired(
                new ArrayList<>(List.of(new RefusedTasks.Unwrapped(), new OnlyFormFields())));
        engine.setDefaultUserPermissionForTask(TaskPermission.TAKE_AND_FINISH);
        engine.setExpressionManager(new LimitedExpressions(namesForExpressions()));
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setSkipOutputMappingOnCanceledActivities(true);
        engine.setCustomJobHandlers(new ArrayList<>(List.of(new TakeReply(openCalls))));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setDeserializationTypeValidationEnabled(true);
        DecisionTables.of(engine);
        engine.setCustomPreDeployers(new ArrayList<>(List.of(new CheckedDeployment(modelRules))));
        List<BpmnParseListener> listeners = new ArrayList<>(parseListeners);
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    private Map<Object, Object> namesForExpressions() {
        Map<Object, Object> names = new HashMap<>();
        operations.all().forEach(entry -> names.put(entry.name(), new OperationBehavior(entry, variables, openCalls)));
        return names;
    }

    private static void addInterceptor(ProcessEngineConfigurationImpl engine, CommandInterceptor interceptor) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(interceptor);
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    /** CVE-2026-109432: the engine checks expressions of a task query at the top only, not in its or-parts. */
    static class NoExpressionsInOrQueries extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof TaskQueryImpl query) {
                check(query);
            }
            if (command instanceof AbstractExecuteFilterCmd && extension(command) instanceof TaskQueryImpl query) {
                check(query);
            }
            return next.execute(command);
        }

        private static Object extension(Object command) {
            try {
                Field field = AbstractExecuteFilterCmd.class.getDeclaredField("extendingQuery");
                field.setAccessible(true);
                return field.get(command);
            } catch (ReflectiveOperationException changed) {
                throw new ProcessEngineException("The engine's filter command has changed: check the guard", changed);
            }
        }

        private static void check(TaskQueryImpl query) {
            for (TaskQueryImpl part : query.getQueries()) {
                if (part != query && !part.getExpressions().isEmpty()) {
                    throw new BadUserRequestException("Wyrażenia w zapytaniach \"lub\" są niedozwolone.");
                }
            }
        }
    }

    /**
     * Knows the operations and process variables, and no other bean of the application. The operations come first, so
     * that no variable, whoever sets it, can stand in for one.
     */
    static class LimitedExpressions extends JuelExpressionManager {

        private final Map<Object, Object> names;

        LimitedExpressions(Map<Object, Object> names) {
            this.names = names;
        }

        @Override
        protected ELResolver createElResolver() {
            CompositeELResolver guarded = new CompositeELResolver();
            guarded.add(new NoReflection());
            guarded.add(new ReadOnlyMapELResolver(names));
            guarded.add(super.createElResolver());
            return guarded;
        }
    }

    /** No model needs a script, so no script engine is found for any language. */
    static class NoScripts extends DefaultScriptEngineResolver {

        NoScripts() {
            super(null);
        }

        @Override
        public javax.script.ScriptEngine getScriptEngine(String language, boolean cached) {
            throw new ProcessEngineException("Skrypty są wyłączone (" + language + ").");
        }
    }
}
