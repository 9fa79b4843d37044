package pl.obieg.process.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import pl.obieg.process.Refusal;
import pl.obieg.process.Stoppages.Datum;

/** One step that stands still: what it reads, and where the case would go on without it. */
record StoppedStep(Job job, Activity activity, OperationRegistry operations, RuntimeService runtime) {

    static Optional<StoppedStep> of(
            Job job, String activityId, BpmnModelInstance model, OperationRegistry operations, RuntimeService runtime) {
        return model.getModelElementById(activityId) instanceof Activity activity && job != null
                ? Optional.of(new StoppedStep(job, activity, operations, runtime))
                : Optional.empty();
    }

    String name() {
        return activity.getName() == null ? activity.getId() : activity.getName();
    }

    /** Plain values only: a list or an object nobody corrects by hand. */
    List<Datum> data() {
        List<Datum> data = new ArrayList<>();
        inputs().forEach(name -> {
            Object value = runtime.getVariable(job.getExecutionId(), name);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                data.add(new Datum(name, value.toString()));
            }
        });
        return data;
    }

    private Stream<String> inputs() {
        if (!(activity instanceof ServiceTask task) || task.getCamundaDelegateExpression() == null) {
            return Stream.empty();
        }
        String operation = task.getCamundaDelegateExpression().replaceAll("[${}]", "");
        return operations.find(operation).stream().flatMap(entry -> entry.inputs().stream());
    }

    void correct(Datum datum) {
        Object before = data().stream().anyMatch(one -> one.name().equals(datum.name()))
                ? runtime.getVariable(job.getExecutionId(), datum.name())
                : null;
        if (before == null) {
            throw new Refusal("NO_SUCH_DATUM", "Krok nie czyta takiej danej.");
        }
        runtime.setVariable(
                job.getExecutionId(), datum.name(), as(before, datum.value().strip()));
    }

    private static Object as(Object before, String value) {
        try {
            if (before instanceof Integer) {
                return Integer.valueOf(value);
            }
            if (before instanceof Long) {
                return Long.valueOf(value);
            }
            if (before instanceof Boolean && !List.of("true", "false").contains(value)) {
                throw new NumberFormatException("neither true nor false");
            }
            return before instanceof Boolean ? Boolean.valueOf(value) : value;
        } catch (NumberFormatException unfit) {
            throw new Refusal("VALUE_UNFIT", "Ta dana ma inną postać: teraz jest w niej „" + before + "”.");
        }
    }

    boolean mayBeSkipped() {
        return activity.getOutgoing().size() == 1 && activity.getLoopCharacteristics() == null;
    }

    void skip() {
        TransitionInstance waiting = waiting(runtime.getActivityInstance(job.getProcessInstanceId()))
                .filter(one -> one.getExecutionId().equals(job.getExecutionId()))
                .findFirst()
                .orElse(null);
        if (!mayBeSkipped() || waiting == null) {
            throw new Refusal("NOT_SKIPPED", "Tego kroku nie da się pominąć.");
        }
        runtime.createProcessInstanceModification(job.getProcessInstanceId())
                .startTransition(activity.getOutgoing().iterator().next().getId())
                .cancelTransitionInstance(waiting.getId())
                .execute(true, true);
    }

    private static Stream<TransitionInstance> waiting(ActivityInstance scope) {
        return Stream.concat(
                Arrays.stream(scope.getChildTransitionInstances()),
                Arrays.stream(scope.getChildActivityInstances()).flatMap(StoppedStep::waiting));
    }
}
