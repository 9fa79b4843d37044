package pl.obieg.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import pl.obieg.process.TaskRemark;

/**
 * Hands the notes of a completed task to the case file. A field of a form is a note if the analyst marked it with the
 * property {@code notatka}; {@link OnlyFormFields} keeps it out of the variables. Where there is neither a case nor a
 * letter yet, nobody else could keep the note, and it stays a variable.
 */
@Component
class TaskNotes extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;

    TaskNotes(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::handOver);
    }

    private void handOver(DelegateTask task) {
        Map<String, OnlyFormFields.Note> notes = OnlyFormFields.notes();
        if (notes.isEmpty()) {
            return;
        }
        String caseNumber = text(task, "caseNumber");
        String submissionId = text(task, "submissionId");
        notes.forEach((name, note) -> {
            if (caseNumber == null && submissionId == null) {
                task.setVariable(name, note.text());
            } else {
                events.publishEvent(new TaskRemark(
                        caseNumber,
                        submissionId,
                        task.getId() + " " + name,
                        task.getName(),
                        note.label(),
                        note.text(),
                        task.getAssignee()));
            }
        });
    }

    private static String text(DelegateTask task, String variable) {
        return task.getVariable(variable) instanceof String text && !text.isBlank() ? text : null;
    }
}
