package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.Test;

/** The law pack lives apart from the procedures: its newest tables answer for every case. */
class LawPackDeploymentTest {

    @Test
    void isOneDeploymentThatChangesOnlyWithItsTables() {
        try (ScriptedEngine office = new ScriptedEngine((operation, input) -> null)) {
            RepositoryService repository = office.engine().getRepositoryService();
            DecisionDefinition packaged = newest(repository, "cena-zyta");
            assertThat(packaged.getResourceName()).isEqualTo("decisions/prawo/cena-zyta.dmn");
            assertThat(repository
                            .createDeploymentQuery()
                            .deploymentId(packaged.getDeploymentId())
                            .singleResult()
                            .getName())
                    .isEqualTo("prawo");

            new ProcedureDeployer(repository, "").afterSingletonsInstantiated();
            assertThat(newest(repository, "cena-zyta").getVersion()).isEqualTo(1);

            LawPackDeployment.within(() -> repository
                    .createDeployment()
                    .name("Cena żyta")
                    .source("Camunda Modeler")
                    .addClasspathResource("decisions/prawo/cena-zyta.dmn")
                    .deploy());
            new ProcedureDeployer(repository, "").afterSingletonsInstantiated();
            assertThat(newest(repository, "cena-zyta").getVersion()).isEqualTo(2);
            assertThat(newest(repository, "cena-drewna").getVersion()).isEqualTo(1);
        }
    }

    private static DecisionDefinition newest(RepositoryService repository, String decision) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
    }
}
