package pl.obieg.process.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import pl.obieg.process.Stoppages;
import pl.obieg.support.TestDatabase;

/**
 * The engine with the rules, decision tables and listeners of production on a real PostgreSQL, but a script in place of
 * every operation and no job executor: a test walks a procedure step by step and at once.
 */
public final class ScriptedEngine implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final ProcessEngine engine;
    private final OperationRegistry operations;
    private final HikariDataSource connections = new HikariDataSource();
    private final Variables variables = new Variables();
    private final AfterCommit afterCommit = new AfterCommit();
    private final PlatformTransactionManager transactions;
    private final OpenCalls openCalls;

    /** With the office's procedures deployed. */
    public ScriptedEngine(OperationsOnClasspath.Script script) {
        this(OperationsOnClasspath.answeredBy(script), TestDatabase.empty());
        new ProcedureDeployer(engine.getRepositoryService(), "").afterSingletonsInstantiated();
    }

    /** Without any procedure, but able to keep calls whose answer comes later. */
    ScriptedEngine(OperationRegistry operations) {
        this(operations, TestDatabase.fresh());
    }

    private ScriptedEngine(OperationRegistry operations, TestDatabase database) {
        this.operations = operations;
        connections.setJdbcUrl(database.url());
        connections.setConnectionInitSql("set synchronous_commit = off");
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        // the engine of the running office is registered under the default name in the same JVM
        configuration.setProcessEngineName("scripted" + COUNTER.incrementAndGet());
        StaticApplicationContext context = new StaticApplicationContext();
        context.refresh();
        configuration.setApplicationContext(context);
        configuration.setDataSource(connections);
        transactions = new DataSourceTransactionManager(connections);
        configuration.setTransactionManager(transactions);
        openCalls = new OpenCalls(
                jdbc(), Clock.systemUTC(), later(ProcessEngine.class), variables, afterCommit, transactions);
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
    }

    private EngineHardening hardening() {
        HistoryService history = later(HistoryService.class);
        IdentityService identity = later(IdentityService.class);
        return new EngineHardening(
                operations,
                variables,
                openCalls,
                new ModelRules(operations),
                List.of(new DecisionOutputs(), new TaskRules(history, identity, variables)));
    }

    /** A service of the engine that is not built yet. */
    private <S> S later(Class<S> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    Object real = service == HistoryService.class
                            ? engine.getHistoryService()
                            : service == IdentityService.class ? engine.getIdentityService() : engine;
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

    JdbcClient jdbc() {
        return JdbcClient.create(connections);
    }

    PlatformTransactionManager transactions() {
        return transactions;
    }

    OpenCalls openCalls() {
        return openCalls;
    }

    /** What the list of stopped steps told of skipped and corrected steps. */
    final List<Object> remarks = new ArrayList<>();

    Stoppages stoppages() {
        return new EngineStoppages(
                engine.getRuntimeService(),
                engine.getManagementService(),
                engine.getRepositoryService(),
                operations,
                remarks::add);
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
        afterCommit.destroy();
        engine.close();
        connections.close();
    }
}
