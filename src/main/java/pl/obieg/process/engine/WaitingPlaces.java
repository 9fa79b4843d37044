package pl.obieg.process.engine;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the inbox whenever a procedure reaches a place where it waits for a message. */
@Component
class WaitingPlaces extends AbstractBpmnParseListener {

    private final MessageInbox inbox;

    WaitingPlaces(@Lazy MessageInbox inbox) {
        this.inbox = inbox;
    }

    private void listen(ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                execution -> inbox.somebodyWaits(execution.getProcessBusinessKey()));
    }

    @Override
    public void parseIntermediateMessageCatchEventDefinition(Element definition, ActivityImpl activity) {
        listen(activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(activity);
    }

    @Override
    public void parseBoundaryMessageEventDefinition(Element element, boolean interrupting, ActivityImpl boundary) {
        ScopeImpl host = boundary.getEventScope();
        if (host instanceof ActivityImpl activity) {
            listen(activity);
        }
    }
}
