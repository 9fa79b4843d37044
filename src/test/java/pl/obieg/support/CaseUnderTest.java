package pl.obieg.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.task.Task;
import pl.obieg.process.StaffDirectory;

/**
 * One instance of a procedure, as a test looks at it and works on it in the name of the staff. While a test waits for
 * something else, the head signs what lies on his desk: the prints of letters that go out on paper.
 */
public final class CaseUnderTest {

    /** The task in which a print is signed by hand. */
    public static final String TO_BE_SIGNED = "podpisz-wydruk-pisma";

    private final RunningOffice office;
    private final String instanceId;

    CaseUnderTest(RunningOffice office, String instanceId) {
        this.office = office;
        this.instanceId = instanceId;
    }

    public String id() {
        return instanceId;
    }

    /** Waits for the user task, here or in a called procedure, takes it as the person and completes it. */
    public CaseUnderTest does(String person, String taskKey, Map<String, Object> fields) {
        Task task = waitsAt(taskKey);
        as(person, () -> {
            TaskService tasks = office.bean(TaskService.class);
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            tasks.complete(task.getId(), fields);
        });
        return this;
    }

    /** Waits until the user task is open. */
    public Task waitsAt(String taskKey) {
        return office.await(taskKey + " in " + describe(), () -> {
            failOnIncident();
            if (!taskKey.equals(TO_BE_SIGNED)) {
                signPrints();
            }
            return office.bean(TaskService.class).createTaskQuery().taskDefinitionKey(taskKey).list().stream()
                    .filter(task -> family().contains(task.getProcessInstanceId()))
                    .findFirst()
                    .orElse(null);
        });
    }

    /** Waits until a step, here or in a called procedure, has begun. */
    public CaseUnderTest reaches(String activityId) {
        office.await(activityId + " in " + describe(), () -> {
            failOnIncident();
            if (!activityId.equals(TO_BE_SIGNED)) {
                signPrints();
            }
            return activities().stream()
                    .anyMatch(activity -> activity.getActivityId().equals(activityId));
        });
        return this;
    }

    /** Waits for the end of the procedure and names the end events of the procedure itself. */
    public Set<String> ends() {
        office.await("end of " + describe(), () -> {
            failOnIncident();
            signPrints();
            return instance().getEndTime() != null;
        });
        return office
                .bean(HistoryService.class)
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .list()
                .stream()
                .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                .map(HistoricActivityInstance::getActivityId)
                .filter(end -> !"adresat-obsluzony".equals(end))
                .collect(Collectors.toSet());
    }

    /** The head signs by hand whatever print of this case waits for it, here or in a called procedure. */
    public CaseUnderTest signPrints() {
        office.signPrints(family());
        return this;
    }

    /** The variable as it is or was at the end. */
    public Object variable(String name) {
        return office
                .bean(HistoryService.class)
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instanceId)
                .variableName(name)
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public String caseNumber() {
        return (String) variable("caseNumber");
    }

    /** Does something in the name of a person, with his or her rights. */
    public void as(String person, Runnable work) {
        IdentityService identity = office.bean(IdentityService.class);
        identity.setAuthentication(
                person, List.copyOf(office.bean(StaffDirectory.class).groupsOf(person)));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private HistoricProcessInstance instance() {
        return office.bean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
    }

    private Set<String> family() {
        return office
                .bean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .rootProcessInstanceId(instanceId)
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    private List<HistoricActivityInstance> activities() {
        return family().stream()
                .flatMap(
                        id -> office
                                .bean(HistoryService.class)
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(id)
                                .list()
                                .stream())
                .toList();
    }

    private void failOnIncident() {
        family().stream()
                .flatMap(id ->
                        office.bean(RuntimeService.class).createIncidentQuery().processInstanceId(id).list().stream())
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .findFirst()
                .ifPresent(CaseUnderTest::fail);
    }

    private static void fail(Incident incident) {
        throw new AssertionError(
                "The case stands still at " + incident.getActivityId() + ": " + incident.getIncidentMessage());
    }

    private String describe() {
        return instance() == null ? instanceId : instance().getProcessDefinitionKey() + " " + caseNumber();
    }
}
