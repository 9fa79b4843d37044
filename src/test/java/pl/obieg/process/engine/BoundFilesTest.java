package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.obieg.correspondence.RegisterLetter;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.process.Answer;

/** A case goes on with the tables, letters and forms it began with, by whatever way they were deployed. */
class BoundFilesTest {

    private static final String LETTER = "letters/podatek-od-nieruchomosci/decyzja.ftlh";
    private static ScriptedEngine office;

    @BeforeAll
    static void open() {
        office = new ScriptedEngine(OperationRegistry.of(Map.of(RegisterLetter.class, (input, call) -> {
            EngineDecisions decisions = new EngineDecisions(
                    office.engine().getDecisionService(), office.engine().getRepositoryService());
            PdfLetterWriter letters =
                    PdfLetterWriter.reading(new DeployedFiles(office.engine().getRepositoryService()));
            return Answer.now(new RegisterLetter.Output(
                    decisions.askOne("proba-stawka", Map.of("x", "a")).get("rate") + "/"
                            + letters.html(LETTER, Map.of()).strip()));
        })));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void caseBegunUnderTheFirstVersionKeepsItsTablesLettersAndForms() {
        version("proba-wersji", "pierwsza").addString(LETTER, "list pierwszy").deploy();
        String old = start("proba-wersji");
        version("proba-wersji", "druga").addString(LETTER, "list drugi").deploy();
        String young = start("proba-wersji");

        assertThat(outcome(old)).isEqualTo("pierwsza/list pierwszy/pierwsza/pierwsza");
        assertThat(outcome(young)).isEqualTo("druga/list drugi/druga/druga");
    }

    @Test
    void letterThatModelerDeploysByItsBareNameIsTheOneTheCaseWrites() {
        version("proba-modelera", "z-modelera")
                .addString("decyzja.ftlh", "list z Modelera")
                .deploy();
        assertThat(outcome(start("proba-modelera"))).startsWith("z-modelera/list z Modelera/");
    }

    @Test
    void letterThatComesTwiceInOneDeploymentIsRefused() {
        DeploymentBuilder twice = version("proba-dwoch-pism", "x")
                .addString("decyzja.ftlh", "jeden")
                .addString(LETTER, "drugi");
        assertThatThrownBy(twice::deploy)
                .hasMessageContaining("decyzja.ftlh: ten sam plik jest we wdrożeniu drugi raz jako " + LETTER);
    }

    @Test
    void bareNameThatTwoPackagedLettersHaveIsRefused() {
        DeploymentBuilder ambiguous = version("proba-nazwy", "x").addString("wspolna-nazwa.ftlh", "które?");
        assertThatThrownBy(ambiguous::deploy)
                .hasMessageContaining("sama nazwa nie mówi, który to plik: letters/proba/a/wspolna-nazwa.ftlh,"
                        + " letters/proba/b/wspolna-nazwa.ftlh");
    }

    private static DeploymentBuilder version(String key, String word) {
        return TrialModels.deployment(office, key)
                .addString(
                        key + ".bpmn",
                        Bpmn.convertToString(TrialModels.begin(key)
                                .serviceTask("zarejestruj")
                                .name("Zarejestruj")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${registerLetter}")
                                .businessRuleTask("ustal")
                                .name("Ustal")
                                .camundaDecisionRef("proba-stawka")
                                .camundaDecisionRefBinding("deployment")
                                .userTask("krok")
                                .name("Krok")
                                .camundaFormRef("krok")
                                .camundaFormRefBinding("deployment")
                                .camundaCandidateGroups("podatki")
                                .endEvent("koniec")
                                .name("Koniec")
                                .done()))
                .addString("proba-stawka.dmn", TrialModels.decision("proba-stawka", "rate", word))
                .addString("krok.form", TrialModels.form(word));
    }

    private static String start(String key) {
        return office.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(key, Map.of("submissionId", "1", "x", "a"))
                .getId();
    }

    /** What operation read in table and letter, what the rule task read, and the field of the form. */
    private static String outcome(String instance) {
        office.engine()
                .getManagementService()
                .executeJob(office.engine()
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());
        Task task = office.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        Map<String, Object> variables = office.engine().getRuntimeService().getVariables(instance);
        return variables.get("letterNumber") + "/" + variables.get("rate") + "/" + field(task);
    }

    private static String field(Task task) {
        try {
            String form = new String(
                    office.engine()
                            .getFormService()
                            .getDeployedTaskForm(task.getId())
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return form.replaceAll(".*\"key\":\"([^\"]+)\".*", "$1");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
