package pl.obieg.process.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelParseException;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import pl.obieg.process.LawTables;

/** The law pack as a deployment of the engine. */
@Component
class EngineLawTables implements LawTables {

    /** Name of each deployment that brings tables of the law in force. */
    static final String DEPLOYMENT = "prawo";

    private final RepositoryService repository;
    private final ThreadLocal<List<String>> hit = ThreadLocal.withInitial(List::of);
    private final DmnEngine workbench = workbench();

    EngineLawTables(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    private DmnEngine workbench() {
        DefaultDmnEngineConfiguration configuration = DecisionTables.withCellsReadOnce();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> hit.set(event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .toList()));
        return configuration.buildEngine();
    }

    @Override
    public List<Version> inForce() {
        List<DecisionDefinition> newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionResourceNameLike(LawPackDeployment.FOLDER + "%")
                .latestVersion()
                .unlimitedList();
        return newest.stream()
                .map(this::version)
                .sorted(Comparator.comparing(Version::name))
                .toList();
    }

    private Version version(DecisionDefinition definition) {
        Deployment deployment = repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Version(
                definition.getKey(),
                definition.getName(),
                definition.getVersion(),
                deployment.getDeploymentTime().toInstant(),
                ProcedureDeployer.SOURCE.equals(deployment.getSource()));
    }

    @Override
    public Optional<Table> inForce(String key) {
        return newest(key).map(definition -> table(repository.getDmnModelInstance(definition.getId())));
    }

    @Override
    public Optional<byte[]> source(String key) {
        return newest(key).map(definition -> {
            try (InputStream content = repository.getDecisionModel(definition.getId())) {
                return content.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private Optional<DecisionDefinition> newest(String key) {
        return Optional.ofNullable(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .decisionDefinitionResourceNameLike(LawPackDeployment.FOLDER + "%")
                .latestVersion()
                .singleResult());
    }

    @Override
    public Table read(byte[] dmn) {
        return trial(dmn).table();
    }

    @Override
    public Trial trial(byte[] dmn) {
        List<String> problems = CheckedDeployment.ofDecision(dmn);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        DmnModelInstance model = model(dmn);
        Table table = table(model);
        try {
            return new OnTrial(
                    table,
                    model.getModelElementsByType(Rule.class).stream()
                            .map(Rule::getId)
                            .toList(),
                    workbench.parseDecision(table.key(), new ByteArrayInputStream(dmn)));
        } catch (DmnEngineException broken) {
            throw new IllegalArgumentException("nie jest poprawną tabelą DMN: " + broken.getMessage(), broken);
        }
    }

    private final class OnTrial implements Trial {

        private final Table table;
        private final List<String> rules;
        private final DmnDecision decision;

        private OnTrial(Table table, List<String> rules, DmnDecision decision) {
            this.table = table;
            this.rules = rules;
            this.decision = decision;
        }

        @Override
        public Table table() {
            return table;
        }

        @Override
        public Answer ask(Map<String, ?> inputs) {
            hit.remove();
            try {
                List<Map<String, Object>> outcomes =
                        workbench.evaluateDecision(decision, EngineDecisions.values(inputs)).stream()
                                .map(row -> row.getEntryMap())
                                .toList();
                return new Answer(
                        outcomes, hit.get().stream().map(rules::indexOf).toList());
            } catch (DmnEngineException | FeelException broken) {
                // Of both engines: a cell that FEEL cannot read, an input of another kind, two rows where one may fit.
                throw new IllegalArgumentException("nie odpowiada na zapytanie " + inputs + ".", broken);
            } finally {
                hit.remove();
            }
        }
    }

    @Override
    public void putInForce(Map<String, byte[]> tables, String source) {
        LawPackDeployment.within(() -> {
            DeploymentBuilder deployment =
                    repository.createDeployment().name(DEPLOYMENT).source(source);
            tables.forEach((key, content) -> deployment.addInputStream(
                    LawPackDeployment.FOLDER + key + ".dmn", new ByteArrayInputStream(content)));
            return deployment.deploy();
        });
    }

    private static DmnModelInstance model(byte[] dmn) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
        } catch (DmnModelException | ModelParseException unreadable) {
            throw new IllegalArgumentException("nie jest poprawną tabelą DMN.", unreadable);
        }
    }

    private static Table table(DmnModelInstance model) {
        List<Decision> decisions = List.copyOf(model.getModelElementsByType(Decision.class));
        if (decisions.size() != 1 || !(decisions.get(0).getExpression() instanceof DecisionTable table)) {
            throw new IllegalArgumentException("plik powinien mieć dokładnie jedną tabelę decyzyjną.");
        }
        List<Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            rows.add(new Row(
                    rule.getDescription() == null
                            ? ""
                            : rule.getDescription().getTextContent().strip(),
                    conditions(table, rule),
                    outcomes(table, rule)));
        }
        Decision decision = decisions.get(0);
        return new Table(
                decision.getId(),
                decision.getName(),
                decision.getDescription() == null
                        ? ""
                        : decision.getDescription().getTextContent().strip(),
                table.getHitPolicy() + (table.getAggregation() == null ? "" : " " + table.getAggregation()),
                named(table.getInputs().stream()
                        .map(input -> new Column(
                                input.getLabel(),
                                input.getInputExpression().getTextContent().strip(),
                                input.getInputExpression().getTypeRef()))
                        .toList()),
                named(table.getOutputs().stream()
                        .map(output -> new Column(output.getLabel(), output.getName(), output.getTypeRef()))
                        .toList()),
                rows);
    }

    /** Two columns of one label, or one without, could not be told apart by who reads the change. */
    private static List<Column> named(List<Column> columns) {
        Set<String> labels = new HashSet<>();
        for (Column column : columns) {
            if (column.label() == null || column.label().isBlank() || !labels.add(column.label())) {
                throw new IllegalArgumentException("każda kolumna powinna mieć własną nazwę.");
            }
        }
        return columns;
    }

    private static Map<String, String> conditions(DecisionTable table, Rule rule) {
        List<Input> inputs = List.copyOf(table.getInputs());
        List<InputEntry> entries = List.copyOf(rule.getInputEntries());
        Map<String, String> conditions = new LinkedHashMap<>();
        for (int at = 0; at < entries.size(); at++) {
            String text = entries.get(at).getTextContent().strip();
            if (!text.isEmpty() && !text.equals("-")) {
                conditions.put(inputs.get(at).getLabel(), text);
            }
        }
        return conditions;
    }

    private static Map<String, String> outcomes(DecisionTable table, Rule rule) {
        List<Output> outputs = List.copyOf(table.getOutputs());
        List<OutputEntry> entries = List.copyOf(rule.getOutputEntries());
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (int at = 0; at < entries.size(); at++) {
            outcomes.put(
                    outputs.get(at).getLabel(), entries.get(at).getTextContent().strip());
        }
        return outcomes;
    }
}
