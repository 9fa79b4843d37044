package pl.obieg.procedures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import pl.obieg.process.engine.OperationRegistry;

/** What each kind of step reads and writes: operations by their records, decisions by their tables, forms by their fields. */
final class StepVariables {

    private final Procedure procedure;
    private final OperationRegistry operations;
    private final List<Procedure> everything;

    StepVariables(Procedure procedure, OperationRegistry operations, List<Procedure> everything) {
        this.procedure = procedure;
        this.operations = operations;
        this.everything = everything;
    }

    /** Variables the procedure begins with, whichever of its start events it was. */
    Set<String> atStart() {
        Set<String> names = new HashSet<>();
        procedure.process().getChildElementsByType(StartEvent.class).forEach(start -> names.addAll(atStart(start)));
        return names;
    }

    /** Variables there are after the start event: its message's, its form's, or those every caller hands over. */
    Set<String> atStart(StartEvent start) {
        for (MessageEventDefinition message : start.getChildElementsByType(MessageEventDefinition.class)) {
            return KnownMessages.variables(message.getMessage().getName());
        }
        if (start.getCamundaFormRef() != null) {
            Set<String> names = new HashSet<>(Form.of(procedure.key(), start.getCamundaFormRef())
                    .map(Form::filledIn)
                    .orElse(Set.of()));
            names.add(start.getCamundaInitiator());
            names.remove(null);
            return names;
        }
        return handedByEveryCaller();
    }

    private Set<String> handedByEveryCaller() {
        Set<String> common = null;
        for (Procedure caller : everything) {
            for (CallActivity call : caller.model().getModelElementsByType(CallActivity.class)) {
                if (procedure.key().equals(call.getCalledElement())) {
                    Set<String> handed = new HashSet<>();
                    ins(call).forEach(in -> handed.add(in.getCamundaTarget()));
                    if (common == null) {
                        common = handed;
                    }
                    common.retainAll(handed);
                }
            }
        }
        return common == null ? Set.of() : common;
    }

    /** Read in the scope around the step, before its own parameters are there. */
    Set<String> readOnEntry(FlowNode node) {
        Set<String> names = new LinkedHashSet<>();
        parameters(node).values().forEach(value -> names.addAll(VariableFlow.names(value)));
        for (TimerEventDefinition timer : node.getChildElementsByType(TimerEventDefinition.class)) {
            names.addAll(VariableFlow.names(timer.getTextContent()));
        }
        if (node instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop) {
            names.addAll(VariableFlow.names(loop.getCamundaCollection()));
        }
        return names;
    }

    /** Read inside the step. */
    Set<String> read(FlowNode node) {
        Set<String> names = new LinkedHashSet<>();
        if (node instanceof ServiceTask task) {
            operation(task).ifPresent(entry -> names.addAll(entry.requiredInputs()));
        } else if (node instanceof BusinessRuleTask task) {
            Decision.of(procedure.key(), task.getCamundaDecisionRef())
                    .ifPresent(decision -> names.addAll(decision.inputs()));
        } else if (node instanceof CallActivity call) {
            ins(call).forEach(in -> {
                names.addAll(VariableFlow.names(in.getCamundaBusinessKey()));
                if (in.getCamundaSource() != null) {
                    names.add(in.getCamundaSource());
                }
            });
        } else if (node instanceof UserTask task) {
            names.addAll(VariableFlow.names(task.getCamundaAssignee()));
            names.addAll(VariableFlow.names(task.getCamundaDueDate()));
        }
        return names;
    }

    /** Set for the rest of the procedure once the step is done. */
    Set<String> written(FlowNode node) {
        Set<String> names = new HashSet<>();
        if (node instanceof ServiceTask task) {
            operation(task).ifPresent(entry -> names.addAll(entry.outputs()));
        } else if (node instanceof BusinessRuleTask task) {
            Decision.of(procedure.key(), task.getCamundaDecisionRef())
                    .ifPresent(decision -> names.addAll(decision.outputs()));
        } else if (node instanceof CallActivity call) {
            extensions(call, CamundaOut.class).forEach(out -> names.add(out.getCamundaTarget()));
        } else if (node instanceof UserTask task) {
            Form.of(procedure.key(), task.getId()).ifPresent(form -> names.addAll(form.filledIn()));
        }
        if (node instanceof CatchEvent) {
            for (MessageEventDefinition message : node.getChildElementsByType(MessageEventDefinition.class)) {
                names.addAll(KnownMessages.variables(message.getMessage().getName()));
            }
            for (ErrorEventDefinition error : node.getChildElementsByType(ErrorEventDefinition.class)) {
                names.add(error.getCamundaErrorMessageVariable());
                names.add(error.getCamundaErrorCodeVariable());
            }
            names.remove(null);
        }
        names.removeAll(parameters(node).keySet());
        extensions(node, CamundaInputOutput.class)
                .forEach(io -> io.getCamundaOutputParameters().forEach(out -> names.add(out.getCamundaName())));
        return names;
    }

    /** Shown to the clerk and not to be changed. */
    Set<String> shown(FlowNode node) {
        return node instanceof UserTask task
                ? Form.of(procedure.key(), task.getId()).map(Form::shown).orElse(Set.of())
                : Set.of();
    }

    /** The step's own parameters with their values. */
    Map<String, String> parameters(FlowNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        extensions(node, CamundaInputOutput.class)
                .forEach(io -> io.getCamundaInputParameters()
                        .forEach(in -> parameters.put(in.getCamundaName(), in.getTextContent())));
        return parameters;
    }

    /** The variable that holds the item of a repeated step. */
    Set<String> item(FlowNode node) {
        return node instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                        && loop.getCamundaElementVariable() != null
                ? Set.of(loop.getCamundaElementVariable())
                : Set.of();
    }

    private java.util.Optional<OperationRegistry.Entry> operation(ServiceTask task) {
        return VariableFlow.names(task.getCamundaDelegateExpression()).stream()
                .findFirst()
                .flatMap(operations::find);
    }

    static List<CamundaIn> ins(CallActivity call) {
        return extensions(call, CamundaIn.class);
    }

    static <T extends org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance> List<T> extensions(
            FlowNode node, Class<T> type) {
        return node.getExtensionElements() == null
                ? List.of()
                : new ArrayList<>(node.getExtensionElements().getChildElementsByType(type));
    }
}
