package pl.obieg.process.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;

/**
 * The job in which a waiting service task takes its reply. A reply that cannot be taken (a refusal nobody catches, an
 * output that does not fit) is retried, then an incident, and can be tried again, like every other step. The job goes
 * when the task goes.
 */
class TakeReply implements JobHandler<TakeReply.Correlation> {

    private static final String TYPE = "obieg-reply";

    private final OpenCalls openCalls;

    TakeReply(OpenCalls openCalls) {
        this.openCalls = openCalls;
    }

    record Correlation(String id) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return id;
        }
    }

    /** Makes the job, unless the case has gone on without the reply (a timer, a cancelled case). */
    static Command<Void> soon(String executionId, String correlationId) {
        return context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
            if (execution != null) {
                MessageEntity job = new MessageEntity();
                job.setExecution(execution);
                job.setProcessDefinitionId(execution.getProcessDefinitionId());
                job.setProcessDefinitionKey(execution.getProcessDefinition().getKey());
                job.setDeploymentId(execution.getProcessDefinition().getDeploymentId());
                job.setRetries(context.getProcessEngineConfiguration().getDefaultNumberOfRetries());
                job.setJobHandlerType(TYPE);
                job.setJobHandlerConfiguration(new Correlation(correlationId));
                context.getJobManager().send(job);
            }
            return null;
        };
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Correlation reply, ExecutionEntity execution, CommandContext context, String tenantId) {
        execution.signal(null, openCalls.reply(reply.id()));
    }

    @Override
    public Correlation newConfiguration(String canonical) {
        return new Correlation(canonical);
    }

    @Override
    public void onDelete(Correlation reply, JobEntity job) {
        // the reply is kept with its call
    }
}
