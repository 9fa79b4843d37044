package pl.obieg.process.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps, for the page "Dlaczego?", what the steps of a case asked the decision tables and which rows answered. The
 * questions of one transaction are written together just before it commits; the same question asked twice in it is
 * written once.
 */
@Component
class DecisionReasons extends AbstractProcessEnginePlugin implements DmnDecisionTableEvaluationListener {

    private record Question(
            String caseNumber,
            String subject,
            String procedure,
            int procedureVersion,
            String step,
            String definitionId,
            String title,
            String inputs,
            String answers) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Variables variables;
    private final LawPackName law;

    DecisionReasons(@Lazy JdbcTemplate jdbc, Clock clock, Variables variables, LawPackName law) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.variables = variables;
        this.law = law;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        DecisionTables.of(engine)
                .getCustomPostDecisionTableEvaluationListeners()
                .add(this);
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        if (Context.getBpmnExecutionContext() == null) {
            return;
        }
        ExecutionEntity step = Context.getBpmnExecutionContext().getExecution();
        Object caseNumber = step.getVariable("caseNumber");
        DmnDecision table = event.getDecisionTable();
        keep(new Question(
                caseNumber == null ? step.getProcessBusinessKey() : caseNumber.toString(),
                step.getProcessBusinessKey(),
                step.getProcessDefinition().getKey(),
                step.getProcessDefinition().getVersion(),
                step.getCurrentActivityId(),
                table instanceof DecisionDefinition definition ? definition.getId() : null,
                table.getName(),
                variables.toJson(inputs(event)),
                variables.toJson(answers(event))));
    }

    private static Map<String, Object> inputs(DmnDecisionTableEvaluationEvent event) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (DmnEvaluatedInput input : event.getInputs()) {
            inputs.put(input.getName() == null ? input.getInputVariable() : input.getName(), plain(input.getValue()));
        }
        return inputs;
    }

    private static List<Map<String, Object>> answers(DmnDecisionTableEvaluationEvent event) {
        List<Map<String, Object>> answers = new ArrayList<>();
        event.getMatchingRules().forEach(rule -> {
            Map<String, Object> outputs = new LinkedHashMap<>();
            rule.getOutputEntries()
                    .values()
                    .forEach(output -> outputs.put(
                            output.getName() == null ? output.getOutputName() : output.getName(),
                            plain(output.getValue())));
            answers.add(Map.of("rule", rule.getId(), "outputs", outputs));
        });
        return answers;
    }

    private static Object plain(TypedValue value) {
        Object raw = value == null ? null : value.getValue();
        if (raw instanceof java.util.Date date) {
            return date.toInstant()
                    .atZone(pl.obieg.calendar.OfficeClock.WARSAW)
                    .toLocalDate()
                    .toString();
        }
        return raw == null || raw instanceof Boolean || raw instanceof Number ? raw : raw.toString();
    }

    private void keep(Question question) {
        if (question.caseNumber() == null) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(List.of(question));
            return;
        }
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(this::pending)
                .add(question);
    }

    private Pending pending() {
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** Gathers the questions of one transaction. */
    private final class Pending implements TransactionSynchronization {

        private final java.util.Set<Question> questions = new java.util.LinkedHashSet<>();

        void add(Question question) {
            questions.add(question);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            write(List.copyOf(questions));
            questions.clear();
        }
    }

    private void write(List<Question> questions) {
        String lawPack = law.name();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into process.reason (case_number, subject, procedure, procedure_version, step,
                    decision_definition_id, title, inputs, answers, law_pack, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                """,
                questions.stream()
                        .map(question -> new Object[] {
                            question.caseNumber(),
                            question.subject(),
                            question.procedure(),
                            question.procedureVersion(),
                            question.step(),
                            question.definitionId(),
                            question.title(),
                            question.inputs(),
                            question.answers(),
                            lawPack,
                            now
                        })
                        .toList());
    }
}
