package pl.obieg.procedures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import pl.obieg.process.engine.ModelRules;
import pl.obieg.process.engine.OperationRegistry;
import pl.obieg.process.engine.OperationsOnClasspath;

/** What a model must keep to beside its own rules: everything it names lies where its key says. Sentences in Polish. */
final class RepositoryRules {

    private final OperationRegistry operations;
    private final ModelRules modelRules;
    private final List<Procedure> everything;

    RepositoryRules(OperationRegistry operations, List<Procedure> everything) {
        this.operations = operations;
        this.everything = everything;
        modelRules = OperationsOnClasspath.modelRules(operations);
    }

    /** Everything that is wrong with the model and what it names. */
    List<String> modelProblems(Procedure procedure) {
        List<String> problems = new ArrayList<>(modelRules.problems(procedure.model()));
        references(procedure, problems);
        problems.addAll(flow(procedure).problems());
        picture(procedure, problems);
        return problems;
    }

    /** Everything that is wrong with the files beside the model. */
    List<String> fileProblems(Procedure procedure) {
        List<String> problems = new ArrayList<>();
        String key = procedure.key();
        if (!procedure.folder().getFileName().toString().equals(key)
                || !procedure.file().getFileName().toString().equals(key + ".bpmn")) {
            problems.add("folder, plik i identyfikator procedury muszą się nazywać tak samo: \"" + key + "\".");
        }
        problems.addAll(Card.problems(procedure.process().getName(), procedure.card()));
        for (Path form : Procedure.files(Path.of("forms", key), ".form")) {
            problems.addAll(Form.at(form).problems(operationNames()));
            String task = form.getFileName().toString().replace(".form", "");
            if (procedure.model().getModelElementById(task) == null) {
                problems.add(form + ": procedura nie ma takiego zadania.");
            }
        }
        for (Path table : Procedure.files(Path.of("decisions", key), ".dmn")) {
            problems.addAll(Decision.at(table).problems(operationNames()));
        }
        problems.addAll(scenarioProblems(procedure, procedure.scenarios()));
        return problems;
    }

    /** Ends without a scenario, and scenarios that name an end or a step there is not. */
    static List<String> scenarioProblems(Procedure procedure, List<Scenario> scenarios) {
        Set<String> told = new HashSet<>();
        List<String> problems = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            told.add(scenario.end());
            told.addAll(scenario.passes());
            if (!(procedure.model().getModelElementById(scenario.end()) instanceof EndEvent)) {
                problems.add("scenariusz \"" + scenario.name() + "\": nie ma zdarzenia końcowego \"" + scenario.end()
                        + "\".");
            }
        }
        procedure.model().getModelElementsByType(EndEvent.class).stream()
                .filter(end -> !told.contains(end.getId()))
                .forEach(end -> problems.add(VariableFlow.label(end)
                        + ": żaden scenariusz nie prowadzi do tego zakończenia (end: " + end.getId() + ")."));
        return problems;
    }

    private void references(Procedure procedure, List<String> problems) {
        String key = procedure.key();
        procedure.model().getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaFormRef() != null)
                .filter(task -> Form.of(key, task.getCamundaFormRef()).isEmpty())
                .forEach(task -> problems.add(VariableFlow.label(task) + ": nie ma formularza forms/" + key + "/"
                        + task.getCamundaFormRef() + ".form."));
        procedure.model().getModelElementsByType(BusinessRuleTask.class).stream()
                .filter(task -> task.getCamundaDecisionRef() != null)
                .filter(task -> Decision.of(key, task.getCamundaDecisionRef()).isEmpty())
                .forEach(task -> problems.add(VariableFlow.label(task) + ": nie ma tabeli decisions/" + key + "/"
                        + task.getCamundaDecisionRef() + ".dmn."));
        procedure.model().getModelElementsByType(Message.class).stream()
                .filter(message -> !KnownMessages.names().contains(message.getName()))
                .forEach(message -> problems.add("nikt nie wysyła komunikatu \"" + message.getName() + "\"."));
        procedure.model().getModelElementsByType(CallActivity.class).forEach(call -> call(call, problems));
        procedure.model().getModelElementsByType(ErrorEventDefinition.class).forEach(error -> refusal(error, problems));
    }

    private void call(CallActivity call, List<String> problems) {
        Procedure called = everything.stream()
                .filter(one -> one.key().equals(call.getCalledElement()))
                .findFirst()
                .orElse(null);
        if (called == null) {
            problems.add(VariableFlow.label(call) + ": nie ma procedury \"" + call.getCalledElement() + "\".");
            return;
        }
        Set<String> set = flow(called).anywhere();
        StepVariables.extensions(call, CamundaOut.class).stream()
                .filter(out -> !set.contains(out.getCamundaSource()))
                .forEach(out -> problems.add(VariableFlow.label(call) + ": procedura \"" + called.key()
                        + "\" nie ustawia zmiennej " + out.getCamundaSource() + "."));
    }

    /** An error that is caught must be one the operation refuses with; without a code every refusal is caught. */
    private void refusal(ErrorEventDefinition error, List<String> problems) {
        if (error.getError() == null
                || !(error.getParentElement() instanceof org.camunda.bpm.model.bpmn.instance.BoundaryEvent boundary)
                || !(boundary.getAttachedTo() instanceof ServiceTask task)) {
            return;
        }
        String code = error.getError().getErrorCode();
        boolean known = VariableFlow.names(task.getCamundaDelegateExpression()).stream()
                .flatMap(name -> operations.find(name).stream())
                .flatMap(entry -> List.of(entry.card().refusals()).stream())
                .anyMatch(refusal -> refusal.startsWith(code + ":"));
        if (!known) {
            problems.add(VariableFlow.label(boundary) + ": operacja nie zgłasza błędu " + code + ".");
        }
    }

    private static void picture(Procedure procedure, List<String> problems) {
        Set<BaseElement> drawn = procedure.model().getModelElementsByType(BpmnShape.class).stream()
                .map(BpmnShape::getBpmnElement)
                .collect(Collectors.toSet());
        procedure.model().getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !drawn.contains(node))
                .forEach(node -> problems.add(VariableFlow.label(node) + ": nie ma go na rysunku."));
    }

    private VariableFlow flow(Procedure procedure) {
        return new VariableFlow(procedure, new StepVariables(procedure, operations, everything));
    }

    Set<String> operationNames() {
        return operations.all().stream().map(OperationRegistry.Entry::name).collect(Collectors.toSet());
    }
}
