package pl.obieg.process.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import pl.obieg.support.TestDatabase;

/**
 * The engine with the rules, decision tables and listeners of production on a real PostgreSQL, but a script in place of
 * every operation and no job executor: a test walks a procedure step by step and at once.
 */
public final class ScriptedEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private final OperationRegistry operations;
    private final HikariDataSource connections = new HikariDataSource();
    private final Variables variables = new Variables();

    public ScriptedEngine(OperationsOnClasspath.Script script) {
        operations = OperationsOnClasspath.answeredBy(script);
        connections.setJdbcUrl(TestDatabase.empty().url());
        connections.setConnectionInitSql("set synchronous_commit = off");
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        // the engine of the running office is registered under the default name in the same JVM
        configuration.setProcessEngineName("scripted");
        StaticApplicationContext context = new StaticApplicationContext();
        context.refresh();
        configuration.setApplicationContext(context);
        configuration.setDataSource(connections);
        configuration.setTransactionManager(new DataSourceTransactionManager(connections));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setHistory("full");
        configuration.setHistoryTimeToLive("P3650D");
        configuration.setDefaultSerializationFormat("application/json");
        configuration.setDefaultNumberOfRetries(1);
        List<ProcessEnginePlugin> plugins = List.of(new SpinProcessEnginePlugin(), hardening());
        configuration.setProcessEnginePlugins(plugins);
        engine = configuration.buildProcessEngine();
        new ProcedureDeployer(engine.getRepositoryService(), "").afterSingletonsInstantiated();
    }

    /** Open calls are not wired: a script answers at once. */
    private EngineHardening hardening() {
        HistoryService history = later(HistoryService.class);
        IdentityService identity = later(IdentityService.class);
        return new EngineHardening(
                operations,
                variables,
                null,
                new ModelRules(operations),
                List.of(new DecisionOutputs(), new TaskRules(history, identity, variables)));
    }

    /** A service of the engine that is not built yet. */
    private <S> S later(Class<S> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    Object real =
                            service == HistoryService.class ? engine.getHistoryService() : engine.getIdentityService();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }

    public ProcessEngine engine() {
        return engine;
    }

    public OperationRegistry operations() {
        return operations;
    }

    /** The output record of the operation, read from plain values by component name; an unknown name is refused. */
    public Record output(String operation, Map<String, ?> values) {
        return variables.fromJson(operations.find(operation).orElseThrow().outputType(), variables.toJson(values));
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
    }
}
