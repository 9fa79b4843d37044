package pl.obieg.process.engine;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Makes each output of a decision table a process variable of its name, so that gateways and operations can read it. */
@Component
class DecisionOutputs extends AbstractBpmnParseListener {

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String decision = element.attributeNS(
                new org.camunda.bpm.engine.impl.util.xml.Namespace("http://camunda.org/schema/1.0/bpmn"),
                "decisionRef");
        activity.addListener(
                ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> copy(execution, decision));
    }

    private static void copy(DelegateExecution execution, String decision) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        if (result == null || result.size() != 1) {
            throw new IllegalStateException("Tabela \"" + decision + "\" nie dała jednego wyniku dla tej sprawy.");
        }
        result.getSingleResult().getEntryMap().forEach(execution::setVariable);
    }
}
