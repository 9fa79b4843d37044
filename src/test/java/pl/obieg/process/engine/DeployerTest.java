package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start of the program deploys, and what it leaves alone. */
class DeployerTest {

    private static ScriptedEngine office;

    @TempDir
    private Path files;

    @BeforeAll
    static void open() {
        office = new ScriptedEngine(OperationsOnClasspath.all());
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void startWithUnchangedFilesMakesNoNewVersion() {
        write("niezmieniona", "note");
        starts();
        starts();
        assertThat(version("niezmieniona")).isEqualTo(1);
    }

    @Test
    void changedFormAloneMakesANewVersionOfItsProcedureOnly() {
        write("zmieniony-formularz", "note");
        write("obok", "note");
        starts();
        put("forms/zmieniony-formularz/krok.form", TrialModels.form("note", "reason"));
        starts();
        assertThat(version("zmieniony-formularz")).isEqualTo(2);
        assertThat(version("obok")).isEqualTo(1);
    }

    @Test
    void versionFromModelerIsKeptUntilTheFilesThemselvesChange() {
        write("z-modelera", "note");
        starts();
        TrialModels.deployment(office, "z-modelera")
                .source("Camunda Modeler")
                .addString("z-modelera.bpmn", model("z-modelera"))
                .addString("krok.form", TrialModels.form("fromModeler"))
                .deploy();
        starts();
        starts();
        assertThat(version("z-modelera")).isEqualTo(2);
        assertThat(newestFile("z-modelera", "krok.form")).contains("fromModeler");

        put("forms/z-modelera/krok.form", TrialModels.form("fromProgram"));
        starts();
        starts();
        assertThat(version("z-modelera")).isEqualTo(3);
        assertThat(newestFile("z-modelera", "forms/z-modelera/krok.form")).contains("fromProgram");
    }

    @Test
    void brokenModelStopsTheStartAndNamesFileAndStep() {
        put(
                "processes/zepsuta/zepsuta.bpmn",
                Bpmn.convertToString(TrialModels.begin("zepsuta")
                        .userTask("krok")
                        .name("Krok")
                        .camundaCandidateGroups("podatki")
                        .endEvent("koniec")
                        .name("Koniec")
                        .done()));
        assertThatThrownBy(this::starts)
                .hasMessageContaining("Model odrzucony")
                .hasMessageContaining("processes/zepsuta/zepsuta.bpmn: \"Krok\": zadanie nie ma formularza.");
        assertThat(repository()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("zepsuta")
                        .count())
                .isZero();
    }

    private void starts() {
        new ProcedureDeployer(repository(), files.toString()).afterSingletonsInstantiated();
    }

    private void write(String key, String field) {
        put("processes/" + key + "/" + key + ".bpmn", model(key));
        put("forms/" + key + "/krok.form", TrialModels.form(field));
    }

    private static String model(String key) {
        return Bpmn.convertToString(TrialModels.begin(key)
                .userTask("krok")
                .name("Krok")
                .camundaFormRef("krok")
                .camundaFormRefBinding("deployment")
                .camundaCandidateGroups("podatki")
                .endEvent("koniec")
                .name("Koniec")
                .done());
    }

    private void put(String path, String content) {
        try {
            Path file = files.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static int version(String key) {
        return repository()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String newestFile(String key, String path) {
        String deployment = repository()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        try {
            return new String(repository().getResourceAsStream(deployment, path).readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RepositoryService repository() {
        return office.engine().getRepositoryService();
    }
}
