package pl.obieg.procedures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Which variables are set when a step is reached, whichever way the case came. At an exclusive joint only what every way
 * has set counts; a sub-process repeated for several items may run for none, so what it sets does not count after it.
 */
final class VariableFlow {

    private static final Pattern NAME = Pattern.compile("'[^']*'|\\b[a-zA-Z]\\w*\\b");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "empty", "and", "or", "not");

    private final Procedure procedure;
    private final StepVariables steps;
    private final Map<FlowNode, Set<String>> before = new HashMap<>();

    VariableFlow(Procedure procedure, StepVariables steps) {
        this.procedure = procedure;
        this.steps = steps;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FlowNode node : procedure.model().getModelElementsByType(FlowNode.class)) {
                Set<String> now = arriving(node);
                changed |= now != null && !now.equals(before.put(node, now));
            }
        }
    }

    /** What steps read though a way leads to them on which nobody has set it; Polish sentences. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (FlowNode node : procedure.model().getModelElementsByType(FlowNode.class)) {
            Set<String> known = new HashSet<>(before.getOrDefault(node, Set.of()));
            missing(steps.readOnEntry(node), known)
                    .forEach(
                            name -> problems.add(label(node) + ": zmienna " + name + " nie jest wcześniej ustawiona."));
            known.addAll(steps.parameters(node).keySet());
            known.addAll(steps.item(node));
            missing(steps.read(node), known)
                    .forEach(
                            name -> problems.add(label(node) + ": zmienna " + name + " nie jest wcześniej ustawiona."));
            conditions(node, problems);
            Set<String> anywhere = anywhere();
            missing(steps.shown(node), anywhere)
                    .forEach(name -> problems.add(
                            label(node) + ": formularz pokazuje zmienną " + name + ", której nic nie ustawia."));
        }
        return problems;
    }

    /** What is set when the procedure ends, on whatever way. */
    Set<String> anywhere() {
        Set<String> names = new HashSet<>(steps.atStart());
        for (FlowNode node : procedure.model().getModelElementsByType(FlowNode.class)) {
            names.addAll(steps.written(node));
            names.addAll(steps.parameters(node).keySet());
            names.addAll(steps.item(node));
        }
        return names;
    }

    private void conditions(FlowNode node, List<String> problems) {
        Set<String> known = after(node);
        for (SequenceFlow flow : node.getOutgoing()) {
            ConditionExpression condition = flow.getConditionExpression();
            if (condition != null && known != null) {
                missing(names(condition.getTextContent()), known)
                        .forEach(name -> problems.add(label(node) + ": warunek czyta zmienną " + name
                                + ", która nie jest wcześniej ustawiona."));
            }
        }
    }

    private Set<String> arriving(FlowNode node) {
        if (node instanceof BoundaryEvent boundary) {
            return before.get(boundary.getAttachedTo());
        }
        if (node instanceof StartEvent && node.getParentElement() instanceof SubProcess parent) {
            Set<String> outside = before.get(parent);
            if (outside == null) {
                return null;
            }
            Set<String> inside = new HashSet<>(outside);
            inside.addAll(steps.parameters(parent).keySet());
            inside.addAll(steps.item(parent));
            return inside;
        }
        if (node instanceof StartEvent start) {
            return steps.atStart(start);
        }
        Set<String> joint = null;
        for (SequenceFlow flow : node.getIncoming()) {
            Set<String> one = after(flow.getSource());
            if (one == null) {
                continue;
            }
            if (joint == null) {
                joint = new HashSet<>(one);
            } else if (node instanceof ParallelGateway) {
                joint.addAll(one);
            } else {
                joint.retainAll(one);
            }
        }
        return joint;
    }

    private Set<String> after(FlowNode node) {
        Set<String> known = before.get(node);
        if (known == null) {
            return null;
        }
        Set<String> after = new HashSet<>(known);
        boolean repeated = node instanceof Activity activity && activity.getLoopCharacteristics() != null;
        if (!repeated) {
            after.addAll(steps.written(node));
        }
        return after;
    }

    private static Set<String> missing(Set<String> read, Set<String> known) {
        Set<String> missing = new LinkedHashSet<>(read);
        missing.removeAll(known);
        return missing;
    }

    /** Variables an expression names. */
    static Set<String> names(String expression) {
        Set<String> names = new LinkedHashSet<>();
        if (expression != null && (expression.contains("${") || expression.contains("#{"))) {
            Matcher matcher = NAME.matcher(expression);
            while (matcher.find()) {
                if (!matcher.group().startsWith("'") && !WORDS.contains(matcher.group())) {
                    names.add(matcher.group());
                }
            }
        }
        return names;
    }

    static String label(ModelElementInstance element) {
        String name = element.getAttributeValue("name");
        return "\"" + (name == null ? element.getAttributeValue("id") : name) + "\"";
    }
}
