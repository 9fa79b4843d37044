package pl.obieg.process.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.obieg.process.Reasons;

/** Reads the kept reasons and puts the names of steps and the annotations of rows to them. */
@Component
class EngineReasons implements Reasons {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LawPackName law;
    private final RepositoryService repository;

    EngineReasons(JdbcClient jdbc, Clock clock, LawPackName law, @Lazy RepositoryService repository) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.law = law;
        this.repository = repository;
    }

    private record Kept(
            String subject,
            String procedure,
            int procedureVersion,
            String step,
            String definitionId,
            String tablesRead,
            String lawPack,
            String title,
            String inputs,
            String answers,
            Instant decidedAt) {}

    @Override
    public List<Reason> of(String caseNumber) {
        return jdbc.sql("""
                select subject, procedure, procedure_version, step, decision_definition_id, tables_read,
                       law_pack, title, inputs::text as inputs, answers::text as answers, decided_at
                from process.reason where case_number = ? order by id
                """).param(caseNumber).query(EngineReasons::row).list().stream()
                .map(this::reason)
                .toList();
    }

    @Override
    public void keep(String caseNumber, String subject, String title, Map<String, String> inputs, List<String> steps) {
        Optional<RunningOperation.Step> caller = RunningOperation.step();
        jdbc.sql("""
                insert into process.reason (case_number, subject, procedure, procedure_version, step, tables_read,
                    law_pack, title, inputs, answers, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)
                """)
                .params(
                        caseNumber,
                        subject,
                        caller.map(RunningOperation.Step::procedure).orElse(null),
                        caller.map(RunningOperation.Step::procedureVersion).orElse(null),
                        caller.map(RunningOperation.Step::activityId).orElse(null),
                        String.join("; ", TablesRead.soFar()),
                        law.name(),
                        title,
                        json(new LinkedHashMap<>(inputs)),
                        json(steps.stream().map(step -> Map.of("text", step)).toList()),
                        Timestamp.from(clock.instant()))
                .update();
    }

    private Reason reason(Kept kept) {
        Optional<ProcessDefinition> procedure = procedure(kept);
        Optional<DmnModelInstance> table = table(kept.definitionId());
        List<Answer> answers = list(kept.answers()).stream()
                .map(answer -> new Answer(text(answer, table), outputs(answer)))
                .toList();
        return new Reason(
                kept.subject(),
                procedure.map(ProcessDefinition::getName).orElse(""),
                procedure.map(definition -> stepName(definition, kept.step())).orElse(""),
                kept.title(),
                source(kept, procedure),
                words(map(kept.inputs())),
                answers,
                kept.decidedAt());
    }

    private static String text(Map<String, Object> answer, Optional<DmnModelInstance> table) {
        if (answer.get("text") instanceof String text) {
            return text;
        }
        String id = String.valueOf(answer.get("rule"));
        return table.map(model -> model.getModelElementById(id))
                .filter(Rule.class::isInstance)
                .map(rule -> ((Rule) rule).getDescription())
                .map(description -> description.getTextContent().strip())
                .orElse("Wiersz " + id);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> outputs(Map<String, Object> answer) {
        return answer.get("outputs") instanceof Map<?, ?> outputs ? words((Map<String, Object>) outputs) : Map.of();
    }

    private static Map<String, String> words(Map<String, Object> values) {
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach((label, value) -> words.put(label, word(value)));
        return words;
    }

    private static String word(Object value) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Boolean yes) {
            return yes ? "tak" : "nie";
        }
        return value instanceof Number ? value.toString().replace('.', ',') : value.toString();
    }

    private String source(Kept kept, Optional<ProcessDefinition> procedure) {
        List<String> parts = new ArrayList<>();
        if (kept.definitionId() != null) {
            parts.add(table(kept));
        }
        if (kept.tablesRead() != null && !kept.tablesRead().isEmpty()) {
            parts.add("odczytano tabele: " + kept.tablesRead());
        }
        procedure.ifPresent(
                definition -> parts.add("model „" + definition.getName() + "”, wersja " + definition.getVersion()));
        if (kept.lawPack() != null) {
            parts.add(kept.lawPack());
        }
        return String.join("; ", parts);
    }

    private String table(Kept kept) {
        try {
            DecisionDefinition definition = repository.getDecisionDefinition(kept.definitionId());
            return "tabela „" + definition.getName() + "”, wersja " + definition.getVersion();
        } catch (NullValueException removed) {
            return "tabela w wersji już usuniętej";
        }
    }

    private Optional<ProcessDefinition> procedure(Kept kept) {
        if (kept.procedure() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(kept.procedure())
                .processDefinitionVersion(kept.procedureVersion())
                .singleResult());
    }

    private String stepName(ProcessDefinition definition, String step) {
        FlowElement element =
                repository.getBpmnModelInstance(definition.getId()).getModelElementById(step);
        return element == null || element.getName() == null ? step : element.getName();
    }

    private Optional<DmnModelInstance> table(String definitionId) {
        if (definitionId == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(repository.getDmnModelInstance(definitionId));
        } catch (NullValueException removed) {
            return Optional.empty();
        }
    }

    private static Kept row(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getString("subject"),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("step"),
                row.getString("decision_definition_id"),
                row.getString("tables_read"),
                row.getString("law_pack"),
                row.getString("title"),
                row.getString("inputs"),
                row.getString("answers"),
                row.getTimestamp("decided_at").toInstant());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("A reason cannot be written", unwritable);
        }
    }

    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept reason cannot be read", unreadable);
        }
    }

    private static List<Map<String, Object>> list(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Map<String, Object>>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept reason cannot be read", unreadable);
        }
    }
}
