package pl.obieg.process.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.process.TaskSummary;
import pl.obieg.process.Tasks;

/** Reads user tasks for the screens around Tasklist, with the rights of the person who asks. */
@Component
class EngineTasks implements Tasks {

    private static final String[] NAMES = {
        "caseNumber", "submissionId", "documentId", "draftDocumentId", "printDocumentId", "partyIds"
    };

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final SignedInCaller caller;

    EngineTasks(TaskService tasks, RuntimeService runtime, SignedInCaller caller) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.caller = caller;
    }

    @Override
    public Optional<TaskSummary> find(String taskId) {
        return find(List.of(taskId)).stream().findFirst();
    }

    @Override
    public List<TaskSummary> find(List<String> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        List<Task> readable = caller.ask(() ->
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).unlimitedList());
        if (readable.isEmpty()) {
            return List.of();
        }
        Map<String, Map<String, Object>> variables = variables(readable);
        return readable.stream()
                .map(task -> summary(task, variables.getOrDefault(task.getProcessInstanceId(), Map.of())))
                .toList();
    }

    private Map<String, Map<String, Object>> variables(List<Task> readable) {
        Map<String, Map<String, Object>> byInstance = new HashMap<>();
        String[] instances =
                readable.stream().map(Task::getProcessInstanceId).distinct().toArray(String[]::new);
        for (VariableInstance variable : runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .variableNameIn(NAMES)
                .unlimitedList()) {
            if (variable.getValue() != null) {
                byInstance
                        .computeIfAbsent(variable.getProcessInstanceId(), unused -> new HashMap<>())
                        .putIfAbsent(variable.getName(), variable.getValue());
            }
        }
        return byInstance;
    }

    private static TaskSummary summary(Task task, Map<String, Object> variables) {
        List<String> parties = variables.get("partyIds") instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toList())
                : List.of();
        LocalDate due = task.getDueDate() == null
                ? null
                : LocalDate.ofInstant(task.getDueDate().toInstant(), OfficeClock.WARSAW);
        return new TaskSummary(
                task.getId(),
                task.getName(),
                (String) variables.get("caseNumber"),
                (String) variables.get("submissionId"),
                (String) variables.get("documentId"),
                (String) variables.get("draftDocumentId"),
                (String) variables.get("printDocumentId"),
                parties,
                due);
    }
}
