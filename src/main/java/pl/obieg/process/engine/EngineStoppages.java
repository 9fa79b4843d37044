package pl.obieg.process.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.Refusal;
import pl.obieg.process.Stoppages;
import pl.obieg.process.TaskRemark;

/** Turns the engine's incidents into sentences a clerk can act on. */
@Component
class EngineStoppages implements Stoppages {

    private static final int ONCE_MORE = 3;
    private static final int LONGEST_REASON = 1000;

    private static final Pattern NOT_ANSWERING = Pattern.compile(
            "ConnectException|timed? ?out|I/O error|status 5\\d\\d|Unavailable", Pattern.CASE_INSENSITIVE);

    /** What the engine says of a BPMN error that the model does not catch. */
    private static final Pattern REFUSED = Pattern.compile(
            "throws an error event with errorCode '([^']*)' and errorMessage '(.*)', but no error handler",
            Pattern.DOTALL);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final OperationRegistry operations;
    private final ApplicationEventPublisher events;

    EngineStoppages(
            RuntimeService runtime,
            ManagementService management,
            RepositoryService repository,
            OperationRegistry operations,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.operations = operations;
        this.events = events;
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
        Job job = job(incident.getConfiguration());
        Optional<StoppedStep> step = step(job, incident);
        return new Stoppage(
                incident.getConfiguration(),
                caseNumber(instance),
                repository
                        .getProcessDefinition(incident.getProcessDefinitionId())
                        .getName(),
                step.map(StoppedStep::name).orElse(incident.getActivityId()),
                reason(incident.getIncidentMessage()),
                incident.getIncidentTimestamp() == null
                        ? Instant.EPOCH
                        : incident.getIncidentTimestamp().toInstant(),
                step.map(StoppedStep::data).orElse(List.of()),
                step.map(StoppedStep::mayBeSkipped).orElse(false));
    }

    private Job job(String jobId) {
        return management.createJobQuery().jobId(jobId).singleResult();
    }

    private Optional<StoppedStep> step(Job job, Incident incident) {
        return StoppedStep.of(
                job,
                incident.getActivityId(),
                repository.getBpmnModelInstance(incident.getProcessDefinitionId()),
                operations,
                runtime);
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
        if (job(jobId) != null) {
            management.setJobRetries(jobId, ONCE_MORE);
            management.setJobDuedate(jobId, null);
        }
    }

    @Override
    @Transactional
    public void correct(String jobId, Datum datum, String reason, String login) {
        StoppedStep step = stopped(jobId, reason);
        remark(step, "Poprawiono dane wstrzymanego kroku", datum.name() + " – " + reason.strip(), login);
        step.correct(datum);
        tryAgain(jobId);
    }

    @Override
    @Transactional
    public void skip(String jobId, String reason, String login) {
        StoppedStep step = stopped(jobId, reason);
        remark(step, "Pominięto wstrzymany krok", reason.strip(), login);
        step.skip();
    }

    private StoppedStep stopped(String jobId, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal("REASON_MISSING", "Napisz, dlaczego (do " + LONGEST_REASON + " znaków).");
        }
        return runtime.createIncidentQuery().configuration(jobId).list().stream()
                .findFirst()
                .flatMap(incident -> step(job(jobId), incident))
                .orElseThrow(() -> new Refusal("STEP_GONE", "Ten krok już nie stoi."));
    }

    private void remark(StoppedStep step, String label, String text, String login) {
        String instance = step.job().getProcessInstanceId();
        Object submissionId = runtime.getVariable(instance, "submissionId");
        Object number = runtime.getVariable(instance, "caseNumber");
        String caseNumber = number != null || submissionId == null
                ? caseNumber(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                : null;
        events.publishEvent(new TaskRemark(
                caseNumber,
                submissionId == null ? null : submissionId.toString(),
                label + " " + UUID.randomUUID(),
                step.name(),
                label,
                text,
                login));
    }
}
