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

    /** The form of the task {@code krok} with the text fields; a name that begins with {@code =} is only shown. */
    static String form(String... fields) {
        return "{\"id\":\"krok\",\"components\":["
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

    /** A table that answers the word, whatever its input {@code x}. */
    static String decision(String key, String output, String word) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:t">
                  <decision id="%s" name="Próba" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                      camunda:historyTimeToLive="P1D">
                    <decisionTable id="t">
                      <input id="i"><inputExpression id="ie" typeRef="string"><text>x</text></inputExpression></input>
                      <output id="o" name="%s" typeRef="string"/>
                      <rule id="r"><inputEntry id="e"><text></text></inputEntry><outputEntry id="oe"><text>"%s"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(key, output, word);
    }
}
