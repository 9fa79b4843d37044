package pl.obieg.process.engine;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;

/** Small procedures that keep to the rules, and their files. */
final class TrialModels {

    private TrialModels() {}

    static StartEventBuilder begin(String key) {
        return Bpmn.createExecutableProcess(key)
                .name("Próba")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("poczatek")
                .name("Początek");
    }

    /** A form with the text fields; a name that begins with {@code =} is only shown. */
    static String form(String... fields) {
        return "{\"components\":["
                + Stream.of(fields)
                        .map(field -> field.startsWith("=")
                                ? "{\"type\":\"textfield\",\"readonly\":true,\"key\":\"" + field.substring(1) + "\"}"
                                : "{\"type\":\"textfield\",\"key\":\"" + field + "\"}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    static DeploymentBuilder deployment(ScriptedEngine engine, String name) {
        return engine.engine().getRepositoryService().createDeployment().name(name);
    }
}
