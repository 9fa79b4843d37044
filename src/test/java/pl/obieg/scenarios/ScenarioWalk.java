package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import pl.obieg.procedures.Procedure;
import pl.obieg.procedures.Scenario;

/** One walk through a procedure and those it calls. Jobs run at once, in this thread; timers only when told. */
final class ScenarioWalk implements AutoCloseable {

    private final ProcessEngine engine;
    private final Procedure procedure;
    private ProcessInstance instance;

    ScenarioWalk(ProcessEngine engine, Procedure procedure) {
        this.engine = engine;
        this.procedure = procedure;
        AbstractAssertions.init(engine);
    }

    void take(Scenario.Step step) {
        if (step.start() != null) {
            start(step.start(), step.message());
        } else if (step.task() != null) {
            complete(step);
        } else if (step.message() != null) {
            receive(step.message());
        } else if (step.timer() != null) {
            fire(step.timer());
        } else {
            throw new IllegalArgumentException("A step needs start, task, message or timer");
        }
        runJobs();
    }

    /** @param begins message of the start event, where there are several; else {@code null} */
    private void start(Map<String, Object> variables, String begins) {
        String key = procedure.key() + " (scenariusz)";
        instance = procedure.process().getChildElementsByType(StartEvent.class).stream()
                .flatMap(start -> start.getChildElementsByType(MessageEventDefinition.class).stream())
                .filter(message -> begins != null || !isBegunByHand() || variables.containsKey("submissionId"))
                .filter(message ->
                        begins == null || begins.equals(message.getMessage().getName()))
                .findFirst()
                .map(message -> engine.getRuntimeService()
                        .startProcessInstanceByMessage(message.getMessage().getName(), key, variables))
                .orElseGet(() -> engine.getRuntimeService().startProcessInstanceByKey(procedure.key(), key, variables));
    }

    /** Whether a clerk may begin it too, with a start form: a scenario without a letter then does so. */
    private boolean isBegunByHand() {
        return procedure.process().getChildElementsByType(StartEvent.class).stream()
                .anyMatch(start -> start.getEventDefinitions().isEmpty());
    }

    private void complete(Scenario.Step step) {
        Task task = engine.getTaskService().createTaskQuery().taskDefinitionKey(step.task()).list().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("Task " + step.task() + " is not open; open are " + openTasks()));
        Map<String, Object> fields = step.complete() == null ? Map.of() : step.complete();
        if (step.refused() == null) {
            complete(task, step.by(), fields);
        } else {
            assertThatThrownBy(() -> complete(task, step.by(), fields)).hasMessageContaining(step.refused());
        }
    }

    private void complete(Task task, String person, Map<String, Object> fields) {
        engine.getIdentityService().setAuthenticatedUserId(person);
        try {
            if (person != null && task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), person);
            }
            engine.getTaskService().complete(task.getId(), new HashMap<>(fields));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<String> openTasks() {
        return engine.getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private void receive(String message) {
        EventSubscription waiting =
                engine.getRuntimeService().createEventSubscriptionQuery().eventName(message).list().stream()
                        .filter(subscription -> subscription.getExecutionId() != null)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Nobody waits for " + message));
        engine.getRuntimeService().messageEventReceived(message, waiting.getExecutionId());
    }

    private void fire(String timer) {
        Job job = engine.getManagementService().createJobQuery().activityId(timer).timers().list().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("Timer " + timer + " is not set"));
        engine.getManagementService().executeJob(job.getId());
        if (instance == null) {
            instance = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionKey(procedure.key())
                    .singleResult();
        }
    }

    private void runJobs() {
        List<Job> jobs = new ArrayList<>(jobs());
        while (!jobs.isEmpty()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            jobs = jobs();
        }
    }

    private List<Job> jobs() {
        return engine.getManagementService().createJobQuery().messages().list();
    }

    /** Asserts the end and the steps; answers every step passed, as {@code procedure/step}. */
    Set<String> endsAt(String end, List<String> passes) {
        assertThat(openTasks()).as("open tasks").isEmpty();
        assertThat(instance).isEnded().hasPassed(end);
        Set<String> passed = passed();
        assertThat(passed)
                .containsAll(passes.stream()
                        .map(step -> procedure.key() + "/" + step)
                        .toList());
        return passed;
    }

    private Set<String> passed() {
        List<HistoricProcessInstance> family = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .rootProcessInstanceId(instance.getId())
                .list();
        return family.stream()
                .flatMap(one -> engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(one.getId())
                        .list()
                        .stream()
                        .map(activity -> one.getProcessDefinitionKey() + "/" + activity.getActivityId()))
                .collect(Collectors.toSet());
    }

    /** Leaves nothing behind for the next walk. */
    @Override
    public void close() {
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                .forEach(left -> engine.getRuntimeService().deleteProcessInstance(left.getId(), "scenariusz"));
    }
}
