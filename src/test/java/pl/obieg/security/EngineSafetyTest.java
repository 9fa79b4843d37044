package pl.obieg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.obieg.process.StaffDirectory;
import pl.obieg.support.RunningOffice;

/** The known traps of the engine, each shut: an unwatched change of version or settings must not open one again. */
class EngineSafetyTest {

    private static final String REST = "/engine-rest";
    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final String EVIL = "${''.getClass().forName('java.lang.Runtime')}";

    private final RunningOffice office = RunningOffice.get();

    @Test
    void restNeedsSignIn() {
        assertThat(Browser.anonymous().get(REST + "/task").statusCode()).isEqualTo(401);
        assertThat(Browser.anonymous().get("/%65ngine-rest/task").statusCode()).isIn(401, 500);
        // a person of her own: the engine slows further sign-ins down after a wrong password
        office.bean(StaffDirectory.class)
                .keepSample("roztargniona", "Róża", "Roztargniona", "obieg", Set.of("analitycy"));
        assertThat(Browser.machine("roztargniona", "zle").get(REST + "/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void clerkIsNotLetIntoRest() {
        assertThat(Browser.machine("piotr", "obieg").get(REST + "/task").statusCode())
                .isEqualTo(403);
    }

    @Test
    void restOfTheWebappsAnswersNobodyWhoIsNotSignedIn() {
        for (String path : new String[] {"/task", "/user", "/process-instance", "/variable-instance"}) {
            assertThat(Browser.anonymous().get(WEBAPP + path).statusCode()).isIn(302, 401);
        }
    }

    @Test
    void analystReadsAndDeploysButChangesNoCase() {
        Browser analyst = Browser.machine("analityk", "obieg");
        String instance = office.files("nieznany", 61).id();
        assertThat(analyst.get(REST + "/process-instance/" + instance).statusCode())
                .isEqualTo(200);
        assertThat(analyst.with("DELETE", REST + "/process-instance/" + instance, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(analyst.post(
                                REST + "/process-instance/" + instance + "/variables",
                                "{\"modifications\":{\"caseNumber\":{\"value\":\"x\"}}}")
                        .statusCode())
                .isEqualTo(403);
        String task = office.bean(TaskService.class)
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        assertThat(analyst.post(REST + "/task/" + task + "/complete", "{}").statusCode())
                .isIn(403, 404);
        HttpResponse<String> deployed = analyst.deploy(
                REST, Map.of("dobra.bpmn", Models.procedure("dobra", "", ""), "krok.form", "{\"components\":[]}"));
        assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dueAfterExpression\":\"%s\"}",
                "{\"orQueries\":[{\"dueAfterExpression\":\"%s\"}]}",
                "{\"orQueries\":[{\"assigneeExpression\":\"%s\",\"name\":\"x\"}]}"
            })
    void expressionInTaskQueryIsRefused(String query) {
        String body = query.formatted(EVIL);
        refusesTheExpression(Browser.machine("analityk", "obieg").post(REST + "/task?maxResults=10", body));
        refusesTheExpression(clerk().post(WEBAPP + "/task?maxResults=10", body));
        refusesTheExpression(clerk().post(WEBAPP + "/task/count", body));
        String filter = office.bean(FilterService.class)
                .createFilterQuery()
                .filterName("Moje zadania")
                .singleResult()
                .getId();
        refusesTheExpression(clerk().post(WEBAPP + "/filter/" + filter + "/list?maxResults=10", body));
    }

    /** Refused for the expression, not for some other fault of the request. */
    private static void refusesTheExpression(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("niedozwolone", "Expressions are forbidden in adhoc queries");
    }

    @Test
    void plainOrQueryIsAnswered() {
        HttpResponse<String> answer = clerk().post(
                        WEBAPP + "/task?maxResults=10", "{\"orQueries\":[{\"name\":\"x\",\"assignee\":\"piotr\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void storedFilterDoesNotReachClasses() {
        FilterService filters = office.bean(FilterService.class);
        Filter filter = filters.newTaskFilter("zły");
        filter.setQuery(office.bean(TaskService.class)
                .createTaskQuery()
                .taskNameLike("x")
                .taskAssigneeExpression(EVIL));
        filters.saveFilter(filter);
        try {
            assertThatThrownBy(() -> filters.list(filter.getId()))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasStackTraceContaining("Wyrażenie może sięgać tylko do danych");
        } finally {
            filters.deleteFilter(filter.getId());
        }
    }

    @Test
    void clerkMakesAndChangesNoFilter() {
        String body = "{\"resourceType\":\"Task\",\"name\":\"moj\",\"query\":{},\"properties\":{}}";
        assertThat(clerk().post(WEBAPP + "/filter/create", body).statusCode()).isEqualTo(403);
        String id = office.bean(FilterService.class)
                .createFilterQuery()
                .filterName("Moje zadania")
                .singleResult()
                .getId();
        assertThat(clerk().with("PUT", WEBAPP + "/filter/" + id, body).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup%2Fdefault/user/create",
                "/camunda/api/admin/setup;jsessionid=1/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/SETUP/default/user/create",
                "/%63amunda/api/admin/setup/default/user/create"
            })
    void setUpEndpointIsClosed(String path) {
        String body = "{\"profile\":{\"id\":\"wlamywacz\",\"firstName\":\"x\",\"lastName\":\"x\"},"
                + "\"credentials\":{\"password\":\"wlamywacz\"}}";
        Browser admin = Browser.staff("admin");
        admin.get("/camunda/app/tasklist/default/");
        for (Browser browser : new Browser[] {Browser.anonymous(), clerk(), admin}) {
            assertThat(browser.post(path, body).statusCode()).isIn(302, 400, 401, 403, 404, 500);
        }
        assertThat(office.bean(ProcessEngine.class)
                        .getIdentityService()
                        .createUserQuery()
                        .userId("wlamywacz")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='krok' name='Krok' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id='krok' name='Krok' camunda:asyncBefore='true' camunda:class='java.lang.Object'/>",
                "<bpmn:serviceTask id='krok' name='Krok' camunda:asyncBefore='true' activiti:class='java.lang.Object' camunda:delegateExpression='${closeCase}'/>",
                "<bpmn:serviceTask id='krok' name='Krok' camunda:asyncBefore='true' camunda:expression='${dataSource.close()}'/>",
                "<bpmn:serviceTask id='krok' name='Krok' camunda:asyncBefore='true' camunda:delegateExpression='${dataSource}'/>",
                "<bpmn:serviceTask id='krok' name='Krok' camunda:asyncBefore='true' camunda:delegateExpression='${closeCase}'><bpmn:extensionElements><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id='krok' name='Krok' camunda:formRef='krok' camunda:formRefBinding='deployment' camunda:candidateGroups='podatki'><bpmn:extensionElements><camunda:executionListener event='start' expression='${x}'/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='krok' name='Krok' camunda:formRef='krok' camunda:formRefBinding='deployment' camunda:candidateGroups='${execution.processEngineServices.identityService}'/>",
                "<bpmn:userTask id='krok' name='Krok' camunda:formKey='embedded:deployment:x.html' camunda:candidateGroups='podatki'/>",
                "<bpmn:userTask id='krok' name='Krok' camunda:formRef='krok' camunda:formRefBinding='deployment' camunda:candidateGroups='podatki'><bpmn:documentation>${execution.getProcessEngine()}</bpmn:documentation></bpmn:userTask>",
                "<bpmn:intermediateCatchEvent id='krok' name='Krok'><bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression' language='javascript'>1</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
                "<bpmn:intermediateCatchEvent id='krok' name='Krok'><bpmn:timerEventDefinition><bpmn:timeDate>${task.execution.processInstance}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"
            })
    void modelWithForeignCodeIsRefusedWithItsPlace(String step) {
        HttpResponse<String> answer = refusesToDeploy("zla", "zla.bpmn", Models.procedure("zla", "", step));
        assertThat(answer.body()).contains("Model odrzucony", "Krok");
    }

    @Test
    void conditionThatCallsAMethodIsRefused() {
        String model = Models.procedure("zla", "", "")
                .replace(
                        "<bpmn:sequenceFlow id=\"b\" sourceRef=\"krok\" targetRef=\"koniec\"/>",
                        "<bpmn:sequenceFlow id=\"b\" sourceRef=\"krok\" targetRef=\"koniec\"><bpmn:conditionExpression"
                                + " xsi:type=\"bpmn:tFormalExpression\">${execution.processEngineServices.runtimeService"
                                + ".suspendProcessInstanceById('1')}</bpmn:conditionExpression></bpmn:sequenceFlow>");
        assertThat(refusesToDeploy("zla", "zla.bpmn", model).body()).contains("porównanie zmiennych");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zla.bpmn20.xml", "zlabpmn", "folder/zla.bpmn"})
    void modelIsCheckedWhateverItsFileIsCalled(String file) {
        refusesToDeploy(
                "zla",
                file,
                Models.procedure("zla", "", "<bpmn:scriptTask id='krok' name='Krok' scriptFormat='javascript'/>"));
    }

    @Test
    void oneBadFileStopsTheWholeDeployment() {
        HttpResponse<String> answer = Browser.machine("analityk", "obieg")
                .deploy(
                        REST,
                        Map.of(
                                "a.bpmn", Models.procedure("czysta", "", ""),
                                "krok.form", "{\"components\":[]}",
                                "z.bpmn",
                                        Models.procedure(
                                                "zla",
                                                "",
                                                "<bpmn:scriptTask id='krok' name='Krok' scriptFormat='javascript'/>")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(definitions("czysta")).isZero();
        assertThat(definitions("zla")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel"})
    void decisionInAnotherLanguageThanFeelIsRefused(String language) {
        HttpResponse<String> answer = refusesToDeploy("zla", "zla.dmn", Models.decision("zla-tabela", language));
        assertThat(answer.body()).contains("FEEL");
        assertThat(office.bean(RepositoryService.class)
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("zla-tabela")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.html", "x.js", "x.groovy", "x.cmmn", "x.cmmn11.xml", "x.form", "x.bpmn", "x.dmn"})
    void fileThatIsNoneOfAProcedureIsRefused(String file) {
        refusesToDeploy("zla", file, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");
    }

    private HttpResponse<String> refusesToDeploy(String key, String file, String content) {
        long before =
                office.bean(RepositoryService.class).createDeploymentQuery().count();
        HttpResponse<String> answer = Browser.machine("analityk", "obieg")
                .deploy(REST, Map.of(file, content, "krok.form", "{\"components\":[]}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(file);
        assertThat(definitions(key)).isZero();
        assertThat(office.bean(RepositoryService.class).createDeploymentQuery().count())
                .isEqualTo(before);
        return answer;
    }

    private long definitions(String key) {
        return office.bean(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count();
    }

    /** Signed in and with the token the webapps ask for. */
    private static Browser clerk() {
        Browser clerk = Browser.staff("piotr");
        clerk.get("/camunda/app/tasklist/default/");
        return clerk;
    }
}
