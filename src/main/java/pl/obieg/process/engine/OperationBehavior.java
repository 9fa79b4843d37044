package pl.obieg.process.engine;

import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Refusal;

/**
 * Stands behind a service task: reads the input, calls the operation, writes the output and goes on, or keeps the task
 * open when the answer comes later. A {@link Refusal} becomes a BPMN error; every other exception is left to the job's
 * retries.
 */
class OperationBehavior extends AbstractBpmnActivityBehavior {

    private static final String CASE_NUMBER = "caseNumber";

    private final OperationRegistry.Entry operation;
    private final Variables variables;
    private final OpenCalls openCalls;

    OperationBehavior(OperationRegistry.Entry operation, Variables variables, OpenCalls openCalls) {
        this.operation = operation;
        this.variables = variables;
        this.openCalls = openCalls;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        executeWithErrorPropagation(execution, () -> {
            Answer<Record> answer = RunningOperation.within(step(execution), () -> run(execution));
            if (answer instanceof Answer.Now<Record> now) {
                write(now.output(), execution);
                leave(execution);
            } else if (answer instanceof Answer.Later<Record> later) {
                openCalls.open(later.correlationId(), execution.getId(), operation.name());
            }
            return null;
        });
    }

    /** The reply to an answer that was promised for later. */
    @Override
    public void signal(ActivityExecution execution, String signalName, Object reply) throws Exception {
        executeWithErrorPropagation(execution, () -> {
            if (reply instanceof OpenCalls.Refused refused) {
                throw new BpmnError(refused.code(), refused.message());
            }
            write(variables.fromJson(operation.outputType(), (String) reply), execution);
            leave(execution);
            return null;
        });
    }

    /** Once a case has its number, the procedure is found by it. */
    private void write(Record output, ActivityExecution execution) {
        Map<String, Object> values = variables.write(output);
        values.forEach(execution::setVariable);
        if (values.get(CASE_NUMBER) instanceof String caseNumber) {
            execution.setProcessBusinessKey(caseNumber);
        }
    }

    private static RunningOperation.Step step(ActivityExecution execution) {
        ProcessDefinitionEntity procedure = ((ExecutionEntity) execution).getProcessDefinition();
        return new RunningOperation.Step(
                procedure.getDeploymentId(),
                procedure.getKey(),
                procedure.getVersion(),
                execution.getActivity().getId());
    }

    private Answer<Record> run(ActivityExecution execution) {
        Record input = variables.read(operation.inputType(), execution::getVariable);
        try {
            return operation.operation().run(input, call(execution));
        } catch (Refusal refusal) {
            throw new BpmnError(refusal.code(), refusal.getMessage());
        }
    }

    private static Call call(ActivityExecution execution) {
        String procedure = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        return new Call(idempotencyKey(execution), execution.getProcessBusinessKey(), procedure);
    }

    /**
     * The id of the job: it stays the same over the retries of one visit, while execution ids change. The items of a
     * multi-instance task may share one job, so the item's number belongs to the key.
     */
    private static String idempotencyKey(ActivityExecution execution) {
        CommandContext context = Context.getCommandContext();
        if (context == null || context.getCurrentJob() == null) {
            return execution.getActivityInstanceId();
        }
        String job = context.getCurrentJob().getId();
        Object item = execution.getVariable("loopCounter");
        return item == null ? job : job + "-" + item;
    }
}
