package pl.obieg.process.engine;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Refuses a deployment, from whatever side it comes, whose models break the {@link ModelRules}. */
class CheckedDeployment implements Deployer {

    private final ModelRules rules;

    CheckedDeployment(ModelRules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            if (resource.getName().endsWith(".bpmn") || resource.getName().endsWith(".bpmn20.xml")) {
                BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes()));
                rules.problems(model).forEach(problem -> problems.add(resource.getName() + ": " + problem));
            } else if (resource.getName().endsWith(".cmmn")) {
                problems.add(resource.getName() + ": modele CMMN nie są obsługiwane.");
            }
        }
        if (!problems.isEmpty()) {
            throw new BadUserRequestException("Model odrzucony:\n" + String.join("\n", problems));
        }
    }
}
