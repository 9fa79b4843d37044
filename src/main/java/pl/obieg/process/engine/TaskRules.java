package pl.obieg.process.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Rules of human steps that a browser cannot be trusted with, set by the analyst as properties of the task:
 * {@code innaOsobaNiz} (four eyes: not the person who completed the named task in this case), {@code wymagane}
 * (fields without which the task may not be completed; a value of an earlier round does not count) and {@code osobyZGrupy} (people to choose from in the form). Besides, a task is completed by the person who took it.
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
        String group = property(element, "osobyZGrupy");
        if (group != null) {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, delegate -> offerPersons(delegate, group));
        }
        String required = property(element, "wymagane");
        if (required != null) {
            List<String> names =
                    Arrays.stream(required.split(",")).map(String::strip).toList();
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, delegate -> requireFields(delegate, names));
        }
    }

    /** The people of a group as the choices of a form's select with the values key {@code persons}. */
    private void offerPersons(DelegateTask task, String group) {
        List<Map<String, String>> persons = identity.createUserQuery().memberOfGroup(group).unlimitedList().stream()
                .map(user -> Map.of("label", user.getFirstName() + " " + user.getLastName(), "value", user.getId()))
                .sorted(Comparator.comparing(person -> person.get("label")))
                .toList();
        task.setVariableLocal(
                "persons", SpinValues.jsonValue(variables.toJson(persons)).create());
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

    private void requireOtherPerson(DelegateTask task, String otherTask) {
        if (task.getAssignee() == null) {
            return;
        }
        boolean samePerson = history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .taskDefinitionKey(otherTask)
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .desc()
                .unlimitedList()
                .stream()
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
