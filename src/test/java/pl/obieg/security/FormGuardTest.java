package pl.obieg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import pl.obieg.support.RunningOffice;

/** What a person may send with a task, and how a "no" comes back: HTTP 4xx with a sentence, nothing in the log. */
class FormGuardTest {

    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final String NOTE = "{\"variables\":{\"note\":{\"value\":\"w porządku\"}}}";
    private static RunningOffice office;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    @BeforeAll
    static void deploy() {
        office = RunningOffice.get();
        String task = "<bpmn:userTask id='%s' name='%s' camunda:formRef='%s' camunda:formRefBinding='deployment'"
                + " camunda:candidateGroups='podatki'><bpmn:extensionElements><camunda:properties>%s"
                + "</camunda:properties></bpmn:extensionElements></bpmn:userTask>";
        String inside = task.formatted("krok", "Krok", "krok", "<camunda:property name='wymagane' value='note'/>")
                + "<bpmn:sequenceFlow id='c' sourceRef='krok' targetRef='sprawdz'/>"
                + task.formatted(
                        "sprawdz", "Sprawdź", "sprawdz", "<camunda:property name='innaOsobaNiz' value='krok'/>")
                + "<bpmn:sequenceFlow id='e' sourceRef='sprawdz' targetRef='krok'/>";
        String model = Models.procedure("proba-formularza", "", inside)
                .replaceAll("<bpmn:sequenceFlow id=\"b\"[^>]*/>|<bpmn:endEvent[^>]*/>", "");
        office.bean(RepositoryService.class)
                .createDeployment()
                .name("proba-formularza")
                .addString("proba-formularza.bpmn", model)
                .addString(
                        "krok.form",
                        "{\"id\":\"krok\",\"components\":[{\"type\":\"textfield\",\"key\":\"note\"},"
                                + "{\"type\":\"textfield\",\"key\":\"amount\",\"readonly\":true}]}")
                .addString("sprawdz.form", "{\"id\":\"sprawdz\",\"components\":[]}")
                .deploy();
        deployCallerAndCalled(task);
    }

    /** A task, then a called procedure whose task another person has to do. */
    private static void deployCallerAndCalled(String task) {
        String own = task.formatted("krok", "Krok", "krok", "<camunda:property name='wymagane' value='note'/>")
                + "<bpmn:sequenceFlow id='c' sourceRef='krok' targetRef='wydaj'/>"
                + "<bpmn:callActivity id='wydaj' name='Wydaj' camunda:asyncBefore='true'"
                + " calledElement='proba-wywolywana' camunda:calledElementBinding='latest'/>"
                + "<bpmn:sequenceFlow id='e' sourceRef='wydaj' targetRef='koniec'/>";
        String called = task.formatted(
                "krok", "Krok", "krok", "<camunda:property name='innaOsobaNizWywolujaca' value='true'/>");
        String form = "{\"id\":\"krok\",\"components\":[{\"type\":\"textfield\",\"key\":\"note\"}]}";
        String caller =
                Models.procedure("proba-wywolujaca", "", own).replaceAll("<bpmn:sequenceFlow id=\"b\"[^>]*/>", "");
        Map.of("proba-wywolujaca", caller, "proba-wywolywana", Models.procedure("proba-wywolywana", "", called))
                .forEach((key, model) -> office.bean(RepositoryService.class)
                        .createDeployment()
                        .name(key)
                        .addString(key + ".bpmn", model)
                        .addString("krok.form", form)
                        .deploy());
    }

    @BeforeEach
    void watchTheLog() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void letGo() {
        root.detachAppender(log);
    }

    @Test
    void variableThatIsNoFieldOfTheFormIsRefused() {
        Task task = start();
        Browser piotr = clerk("piotr");
        claim(piotr, task, "piotr");
        for (String way : new String[] {"complete", "submit-form"}) {
            HttpResponse<String> answer = piotr.post(
                    WEBAPP + "/task/" + task.getId() + "/" + way,
                    "{\"variables\":{\"note\":{\"value\":\"x\"},\"regime\":{\"value\":\"SELF\"}}}");
            saysNo(answer, "Formularz nie ma pola \\\"regime\\\".");
        }
        assertThat(runtime().getVariable(task.getExecutionId(), "regime")).isNull();
    }

    @Test
    void fieldThatIsOnlyShownKeepsItsValue() {
        Task task = start();
        Browser piotr = clerk("piotr");
        claim(piotr, task, "piotr");
        HttpResponse<String> answer = piotr.post(
                WEBAPP + "/task/" + task.getId() + "/submit-form",
                "{\"variables\":{\"note\":{\"value\":\"x\"},\"amount\":{\"value\":\"1\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(runtime().getVariable(task.getProcessInstanceId(), "amount")).isEqualTo("100");
    }

    @Test
    void clerkWritesNoVariablePastTheForm() {
        Task task = start();
        Browser piotr = clerk("piotr");
        claim(piotr, task, "piotr");
        String value = "{\"value\":\"1\",\"type\":\"String\"}";
        String changes = "{\"modifications\":{\"amount\":" + value + "}}";
        for (String owner : new String[] {
            "/task/" + task.getId() + "/variables",
            "/task/" + task.getId() + "/localVariables",
            "/process-instance/" + task.getProcessInstanceId() + "/variables",
            "/execution/" + task.getExecutionId() + "/localVariables"
        }) {
            assertThat(piotr.with("PUT", WEBAPP + owner + "/amount", value).statusCode())
                    .as(owner)
                    .isEqualTo(403);
            assertThat(piotr.post(WEBAPP + owner, changes).statusCode())
                    .as(owner)
                    .isEqualTo(403);
        }
        assertThat(runtime().getVariable(task.getProcessInstanceId(), "amount")).isEqualTo("100");
    }

    @Test
    void taskOfAnotherUnitIsNeitherTakenNorFinished() {
        Task task = start();
        Browser registry = clerk("katarzyna");
        assertThat(registry.post(WEBAPP + "/task/" + task.getId() + "/claim", "{\"userId\":\"katarzyna\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(registry.post(WEBAPP + "/task/" + task.getId() + "/complete", NOTE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(registry.post(WEBAPP + "/task/" + task.getId() + "/submit-form", NOTE)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void taskIsFinishedByWhoTookIt() {
        Task task = start();
        Browser piotr = clerk("piotr");
        saysNo(complete(piotr, task, NOTE), "Najpierw przejmij zadanie, potem je zakończ.");
        claim(piotr, task, "piotr");
        saysNo(complete(clerk("anna"), task, NOTE), "To zadanie prowadzi inna osoba.");
    }

    @Test
    void whoPreparedTheCaseMayNotCheckIt() {
        Task prepared = start();
        Browser piotr = clerk("piotr");
        claim(piotr, prepared, "piotr");
        assertThat(complete(piotr, prepared, NOTE).statusCode()).isEqualTo(204);
        Task check = task(prepared.getProcessInstanceId());
        saysNo(
                piotr.post(WEBAPP + "/task/" + check.getId() + "/claim", "{\"userId\":\"piotr\"}"),
                "Zasada czterech oczu");
        assertThat(task(prepared.getProcessInstanceId()).getAssignee()).isNull();
        Browser anna = clerk("anna");
        claim(anna, check, "anna");
        assertThat(complete(anna, check, "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void whoPreparedALetterMayNotApproveItInTheCalledProcedure() {
        String caller = runtime().startProcessInstanceByKey("proba-wywolujaca").getId();
        Browser piotr = clerk("piotr");
        claim(piotr, task(caller), "piotr");
        assertThat(complete(piotr, task(caller), NOTE).statusCode()).isEqualTo(204);

        Task approval = calledTask(caller);
        saysNo(
                piotr.post(WEBAPP + "/task/" + approval.getId() + "/claim", "{\"userId\":\"piotr\"}"),
                "Zasada czterech oczu");
        Browser anna = clerk("anna");
        claim(anna, approval, "anna");
        assertThat(complete(anna, approval, NOTE).statusCode()).isEqualTo(204);
    }

    @Test
    void requiredFieldMustBeGivenInEachRoundAnew() {
        Task first = start();
        Browser piotr = clerk("piotr");
        claim(piotr, first, "piotr");
        saysNo(
                complete(piotr, first, "{\"variables\":{\"note\":{\"value\":\" \"}}}"),
                "Uzupełnij wymagane pola: note.");
        assertThat(complete(piotr, first, NOTE).statusCode()).isEqualTo(204);
        Task check = task(first.getProcessInstanceId());
        Browser anna = clerk("anna");
        claim(anna, check, "anna");
        assertThat(complete(anna, check, "{}").statusCode()).isEqualTo(204);

        Task again = task(first.getProcessInstanceId());
        claim(piotr, again, "piotr");
        assertThat(runtime().getVariable(first.getProcessInstanceId(), "note")).isEqualTo("w porządku");
        saysNo(complete(piotr, again, "{}"), "Uzupełnij wymagane pola: note.");
        assertThat(complete(piotr, again, NOTE).statusCode()).isEqualTo(204);
    }

    private void saysNo(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":\"", sentence);
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .filteredOn(event -> event.getThrowableProxy() != null)
                .filteredOn(event -> event.getThrowableProxy().getMessage() != null)
                .noneMatch(event -> event.getThrowableProxy().getMessage().contains(sentence.replace("\\", "")));
    }

    private static HttpResponse<String> complete(Browser browser, Task task, String body) {
        return browser.post(WEBAPP + "/task/" + task.getId() + "/complete", body);
    }

    private static void claim(Browser browser, Task task, String person) {
        HttpResponse<String> answer =
                browser.post(WEBAPP + "/task/" + task.getId() + "/claim", "{\"userId\":\"" + person + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static Browser clerk(String login) {
        Browser clerk = Browser.staff(login);
        clerk.get("/camunda/app/tasklist/default/");
        return clerk;
    }

    private static Task start() {
        return task(runtime()
                .startProcessInstanceByKey("proba-formularza", Map.of("amount", "100"))
                .getId());
    }

    private static Task task(String instance) {
        return office.bean(TaskService.class)
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    private static Task calledTask(String caller) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> office.bean(TaskService.class)
                                .createTaskQuery()
                                .processDefinitionKey("proba-wywolywana")
                                .count()
                        > 0);
        return task(runtime()
                .createProcessInstanceQuery()
                .superProcessInstanceId(caller)
                .singleResult()
                .getId());
    }

    private static RuntimeService runtime() {
        return office.bean(RuntimeService.class);
    }
}
