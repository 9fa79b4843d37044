package pl.obieg.process.engine;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;
import pl.obieg.process.Stoppages;

/** Turns the engine's incidents into sentences a clerk can act on. */
@Component
class EngineStoppages implements Stoppages {

    private static final int ONCE_MORE = 3;

    private static final Pattern NOT_ANSWERING = Pattern.compile(
            "ConnectException|timed? ?out|I/O error|status 5\\d\\d|Unavailable", Pattern.CASE_INSENSITIVE);

    /** What the engine says of a BPMN error that the model does not catch. */
    private static final Pattern REFUSED = Pattern.compile(
            "throws an error event with errorCode '([^']*)' and errorMessage '(.*)', but no error handler",
            Pattern.DOTALL);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;

    EngineStoppages(RuntimeService runtime, ManagementService management, RepositoryService repository) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
    }

    @Override
    public List<Stoppage> newest(int limit) {
        return runtime
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .desc()
                .listPage(0, limit)
                .stream()
                // A called procedure's incident shows up once more at each caller; only the cause can be tried again.
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
                .map(this::stoppage)
                .toList();
    }

    private Stoppage stoppage(Incident incident) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        FlowElement step = repository
                .getBpmnModelInstance(incident.getProcessDefinitionId())
                .getModelElementById(incident.getActivityId());
        return new Stoppage(
                incident.getConfiguration(),
                caseNumber(instance),
                repository
                        .getProcessDefinition(incident.getProcessDefinitionId())
                        .getName(),
                step == null ? incident.getActivityId() : step.getName(),
                reason(incident.getIncidentMessage()),
                incident.getIncidentTimestamp() == null
                        ? Instant.EPOCH
                        : incident.getIncidentTimestamp().toInstant());
    }

    private String caseNumber(ProcessInstance instance) {
        if (instance == null) {
            return "";
        }
        Object number = runtime.getVariable(instance.getId(), "caseNumber");
        return number == null ? instance.getBusinessKey() : number.toString();
    }

    /** The technical message stays in brackets, for the administrator whom the clerk may ask. */
    private static String reason(String message) {
        if (message == null || message.isBlank()) {
            return "Krok nie powiódł się z przyczyn technicznych.";
        }
        Matcher refused = REFUSED.matcher(message);
        if (refused.find()) {
            return "Odmowa, której procedura nie przewiduje: "
                    + refused.group(2).strip() + " (" + refused.group(1) + ")";
        }
        String sentence = NOT_ANSWERING.matcher(message).find()
                ? "System zewnętrzny nie odpowiada"
                : "Krok nie powiódł się z przyczyn technicznych";
        return sentence + " (" + message.strip() + ").";
    }

    @Override
    public void tryAgain(String jobId) {
        Job job = management.createJobQuery().jobId(jobId).singleResult();
        if (job != null) {
            management.setJobRetries(jobId, ONCE_MORE);
            management.setJobDuedate(jobId, null);
        }
    }
}
