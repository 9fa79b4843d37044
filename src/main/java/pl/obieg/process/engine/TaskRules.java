package pl.obieg.process.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Rules of human steps that a browser cannot be trusted with, set by the analyst as properties of the task:
 * {@code innaOsobaNiz} (four eyes: not the person who completed the named task, or the last of several, in this case),
 * {@code innaOsobaNizWywolujaca} = {@code true} (four eyes in a called procedure: not the person who completed the last
 * task of the calling one), {@code wymagane}
 * (fields without which the task may not be completed; a value of an earlier round does not count) and
 * {@code osobyZGrupy} (people to choose from in the form, and their units; a group, or <code>${name}</code> of the
 * variable that holds it). Besides, a task is completed by the person
 * who took it.
 */
@Component
class TaskRules extends AbstractBpmnParseListener {

    private final HistoryService history;
    private final IdentityService identity;
    private final Variables variables;

    TaskRules(@Lazy HistoryService history, @Lazy IdentityService identity, Variables variables) {
        this.variables = variables;
        this.history = history;
        this.identity = identity;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completedByItsHolder);
        String other = property(element, "innaOsobaNiz");
        if (other != null) {
            TaskListener fourEyes = delegate -> requireOtherPerson(delegate, other);
            task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, fourEyes);
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, fourEyes);
        }
        if ("true".equals(property(element, "innaOsobaNizWywolujaca"))) {
            task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::requireOtherPersonThanCaller);
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::requireOtherPersonThanCaller);
        }
        String group = property(element, "osobyZGrupy");
        if (group != null) {
            task.addTaskListener(
                    TaskListener.EVENTNAME_CREATE, delegate -> offerPersons(delegate, named(delegate, group)));
        }
        String required = property(element, "wymagane");
        if (required != null) {
            List<String> names =
                    Arrays.stream(required.split(",")).map(String::strip).toList();
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, delegate -> requireFields(delegate, names));
        }
    }

    /**
     * The people of a group as the choices {@code persons} of a form's select, each with the units he or she belongs to
     * ({@code memberOf}), and as {@code units} those units: so nobody chooses a unit where no one may do the work.
     */
    private void offerPersons(DelegateTask task, String group) {
        Map<String, String> units = new TreeMap<>();
        List<Map<String, Object>> persons = new ArrayList<>();
        for (User user : identity.createUserQuery().memberOfGroup(group).unlimitedList()) {
            List<Group> own = identity.createGroupQuery()
                    .groupMember(user.getId())
                    .groupType(EngineStaff.UNIT)
                    .unlimitedList();
            own.forEach(unit -> units.put(unit.getId(), unit.getName()));
            persons.add(Map.of(
                    "label", user.getFirstName() + " " + user.getLastName(),
                    "value", user.getId(),
                    "memberOf", own.stream().map(Group::getId).toList()));
        }
        persons.sort(Comparator.comparing(person -> person.get("label").toString()));
        if (units.isEmpty() || persons.stream().anyMatch(person -> List.of().equals(person.get("memberOf")))) {
            // whoever is in no unit yet may be chosen in each
            identity.createGroupQuery()
                    .groupType(EngineStaff.UNIT)
                    .unlimitedList()
                    .forEach(unit -> units.put(unit.getId(), unit.getName()));
        }
        offer(task, "persons", persons);
        offer(
                task,
                "units",
                units.entrySet().stream()
                        .map(unit -> Map.of("label", unit.getKey() + " – " + unit.getValue(), "value", unit.getKey()))
                        .toList());
    }

    private void offer(DelegateTask task, String name, List<?> choices) {
        task.setVariableLocal(
                name, SpinValues.jsonValue(variables.toJson(choices)).create());
    }

    private void completedByItsHolder(DelegateTask task) {
        Authentication signedIn = identity.getCurrentAuthentication();
        if (signedIn != null && signedIn.getUserId() != null) {
            if (task.getAssignee() == null) {
                throw new TaskRefused("Najpierw przejmij zadanie, potem je zakończ.");
            }
            if (!Objects.equals(task.getAssignee(), signedIn.getUserId())) {
                throw new TaskRefused("To zadanie prowadzi inna osoba.");
            }
        }
    }

    /** The group itself, or the value of the variable it names as <code>${variable}</code>. */
    private static String named(DelegateTask task, String group) {
        return group.startsWith("${")
                ? String.valueOf(task.getVariable(group.substring(2, group.length() - 1)))
                : group;
    }

    private void requireOtherPerson(DelegateTask task, String otherTask) {
        requireOtherPerson(
                task,
                history.createHistoricTaskInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .taskDefinitionKeyIn(otherTask.split(",")));
    }

    /** A calling procedure in which nobody has done a task yet stands for the one that called it. */
    private void requireOtherPersonThanCaller(DelegateTask task) {
        ExecutionEntity caller =
                ((ExecutionEntity) task.getExecution()).getProcessInstance().getSuperExecution();
        while (caller != null) {
            String instance = caller.getProcessInstanceId();
            if (tasksOf(instance).finished().count() > 0) {
                requireOtherPerson(task, tasksOf(instance));
                return;
            }
            caller = caller.getProcessInstance().getSuperExecution();
        }
    }

    private HistoricTaskInstanceQuery tasksOf(String processInstanceId) {
        return history.createHistoricTaskInstanceQuery().processInstanceId(processInstanceId);
    }

    private static void requireOtherPerson(DelegateTask task, HistoricTaskInstanceQuery tasksBefore) {
        if (task.getAssignee() == null) {
            return;
        }
        boolean samePerson = tasksBefore.finished().orderByHistoricTaskInstanceEndTime().desc().unlimitedList().stream()
                .findFirst()
                .map(HistoricTaskInstance::getAssignee)
                .filter(task.getAssignee()::equals)
                .isPresent();
        if (samePerson) {
            throw new TaskRefused("Zasada czterech oczu: zadanie \"" + task.getName()
                    + "\" musi wykonać inna osoba niż ta, która przygotowała sprawę.");
        }
    }

    private static void requireFields(DelegateTask task, List<String> names) {
        List<String> missing = names.stream()
                .filter(name -> !OnlyFormFields.notes().containsKey(name))
                .filter(name -> !OnlyFormFields.isGivenNow(name)
                        || task.getVariable(name) == null
                        || task.getVariable(name).toString().isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw new TaskRefused("Uzupełnij wymagane pola: " + String.join(", ", missing) + ".");
        }
    }

    private static String property(Element task, String name) {
        Element extensions = task.element("extensionElements");
        if (extensions == null) {
            return null;
        }
        return extensions.elements().stream()
                .filter(child -> "properties".equals(child.getTagName()))
                .flatMap(properties -> properties.elements().stream())
                .filter(property -> name.equals(property.attribute("name")))
                .map(property -> property.attribute("value"))
                .findFirst()
                .orElse(null);
    }
}
