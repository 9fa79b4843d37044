package pl.obieg.process.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * What a model must keep to before the office runs it. Each rule answers in Polish and names the element by its label,
 * for the analyst who reads it in Modeler or in the build.
 */
@Component
public class ModelRules {

    private final OperationRegistry operations;

    ModelRules(OperationRegistry operations) {
        this.operations = operations;
    }

    /** Everything that is wrong with the model, as Polish sentences; empty if it may run. */
    public List<String> problems(BpmnModelInstance model) {
        List<String> problems = new ArrayList<>();
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            problems.add("plik musi zawierać dokładnie jedną procedurę, a zawiera " + processes.size() + ".");
        }
        processes.forEach(process -> checkProcess(process, problems));
        model.getModelElementsByType(ScriptTask.class)
                .forEach(task -> problems.add(label(task) + ": zadania skryptowe są niedozwolone."));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> problems.add(label(task) + ": użyj zadania usługi zamiast zadania wysyłki."));
        model.getModelElementsByType(ServiceTask.class).forEach(task -> checkServiceTask(task, problems));
        model.getModelElementsByType(BusinessRuleTask.class).forEach(task -> checkRuleTask(task, problems));
        model.getModelElementsByType(UserTask.class).forEach(task -> checkUserTask(task, problems));
        model.getModelElementsByType(CallActivity.class).forEach(call -> checkCall(call, problems));
        model.getModelElementsByType(ExclusiveGateway.class).forEach(gateway -> checkGateway(gateway, problems));
        model.getModelElementsByType(FlowNode.class).forEach(node -> checkName(node, problems));
        problems.addAll(
                ForeignCode.in(((Document) model.getDocument().getDomSource().getNode()).getDocumentElement()));
        return problems;
    }

    private void checkProcess(Process process, List<String> problems) {
        if (!process.isExecutable()) {
            problems.add("procedura nie jest oznaczona jako wykonywalna.");
        }
        if (process.getName() == null || process.getName().isBlank()) {
            problems.add("procedura nie ma nazwy.");
        }
        if (process.getCamundaHistoryTimeToLiveString() == null) {
            problems.add("brakuje czasu przechowywania historii (history time to live).");
        }
        boolean called = process.getChildElementsByType(StartEvent.class).stream()
                .allMatch(start -> start.getEventDefinitions().isEmpty());
        process.getChildElementsByType(StartEvent.class).stream()
                .filter(start -> !called && !start.isCamundaAsyncBefore())
                .forEach(start -> problems.add(
                        label(start) + ": zaznacz \"asynchronicznie przed\", aby nadawca nie czekał na procedurę."));
    }

    private void checkServiceTask(ServiceTask task, List<String> problems) {
        String expression = task.getCamundaDelegateExpression();
        if (expression == null || !ForeignCode.isVariable(expression)) {
            problems.add(label(task) + ": wybierz operację z palety (np. ${registerLetter}).");
            return;
        }
        String name = expression.substring(2, expression.length() - 1).strip();
        operations
                .find(name)
                .ifPresentOrElse(
                        operation -> checkLostOutputs(task, operation, problems),
                        () -> problems.add(label(task) + ": nie ma operacji \"" + name + "\"."));
        if (!task.isCamundaAsyncBefore()) {
            problems.add(label(task)
                    + ": zaznacz \"asynchronicznie przed\"; bez tego awaria systemu cofnie pracę urzędnika.");
        }
    }

    /** An input parameter is a variable of the task alone; an output of that name is written to it and gone with it. */
    private static void checkLostOutputs(ServiceTask task, OperationRegistry.Entry operation, List<String> problems) {
        if (task.getExtensionElements() == null) {
            return;
        }
        task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(inputOutput -> inputOutput.getCamundaInputParameters().stream())
                .map(CamundaInputParameter::getCamundaName)
                .filter(operation.outputs()::contains)
                .forEach(lost -> problems.add(label(task) + ": wynik \"" + lost
                        + "\" przepadnie, bo tak samo nazywa się parametr wejściowy zadania."));
    }

    private static void checkRuleTask(BusinessRuleTask task, List<String> problems) {
        if (task.getCamundaDecisionRef() == null) {
            problems.add(label(task) + ": wskaż tabelę decyzyjną.");
        } else if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
            problems.add(label(task) + ": powiąż tabelę z wdrożeniem (binding: deployment).");
        }
    }

    private static void checkUserTask(UserTask task, List<String> problems) {
        if (task.getCamundaFormRef() == null) {
            problems.add(label(task) + ": zadanie nie ma formularza.");
        } else if (!task.getCamundaFormRef().equals(task.getId())) {
            problems.add(label(task) + ": formularz musi nazywać się jak zadanie: " + task.getId() + ".");
        }
        if (task.getCamundaFormRef() != null && !"deployment".equals(task.getCamundaFormRefBinding())) {
            problems.add(label(task) + ": powiąż formularz z wdrożeniem (binding: deployment).");
        }
        if (task.getCamundaCandidateGroups() == null && task.getCamundaAssignee() == null) {
            problems.add(label(task) + ": nie wiadomo, kto ma je wykonać (grupa lub osoba).");
        }
    }

    private static void checkCall(CallActivity call, List<String> problems) {
        if (call.getCalledElement() == null || call.getCalledElement().contains("{")) {
            problems.add(label(call) + ": wskaż wywoływaną procedurę po nazwie.");
        }
    }

    private static void checkGateway(ExclusiveGateway gateway, List<String> problems) {
        Collection<SequenceFlow> answers = gateway.getOutgoing();
        if (answers.size() < 2) {
            return;
        }
        if (gateway.getName() == null || !gateway.getName().endsWith("?")) {
            problems.add(label(gateway) + ": bramka musi być pytaniem zakończonym znakiem \"?\".");
        }
        if (answers.stream()
                .anyMatch(flow -> flow.getName() == null || flow.getName().isBlank())) {
            problems.add(label(gateway) + ": każde wyjście bramki musi mieć nazwę (odpowiedź).");
        }
        if (gateway.getDefault() == null) {
            problems.add(label(gateway) + ": wskaż wyjście domyślne, aby sprawa nie utknęła.");
        }
    }

    private static void checkName(FlowNode node, List<String> problems) {
        boolean mayBeNameless = node instanceof org.camunda.bpm.model.bpmn.instance.Gateway;
        if (node.getName() == null || node.getName().isBlank()) {
            if (!mayBeNameless) {
                problems.add("element " + node.getId() + " nie ma nazwy.");
            }
            return;
        }
        boolean owned = !(node instanceof StartEvent || node instanceof EndEvent)
                || !node.getId().contains("_");
        if (owned && !node.getId().equals(slug(node.getName()))) {
            problems.add(label(node) + ": identyfikator powinien brzmieć \"" + slug(node.getName()) + "\", a brzmi \""
                    + node.getId() + "\".");
        }
    }

    private static String label(ModelElementInstance element) {
        String name = element.getAttributeValue("name");
        return "\"" + (name == null ? element.getAttributeValue("id") : name.replaceAll("\\s+", " ")) + "\"";
    }

    /** The id that belongs to a label: kebab-case without diacritics. */
    public static String slug(String label) {
        String plain = Normalizer.normalize(label.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
