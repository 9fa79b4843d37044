package pl.obieg.security;

/** Small models to deploy: right but for what the test puts into them. */
final class Models {

    private Models() {}

    /** A procedure with one user task between start and end; {@code inside} stands after the task. */
    static String procedure(String key, String attributes, String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="urn:t">
                  <bpmn:process id="%s" name="Próba" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="poczatek" name="Początek"/>
                    <bpmn:sequenceFlow id="a" sourceRef="poczatek" targetRef="krok"/>
                    %s
                    <bpmn:sequenceFlow id="b" sourceRef="krok" targetRef="koniec"/>
                    <bpmn:endEvent id="koniec" name="Koniec"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, inside.isEmpty() ? task(attributes) : inside);
    }

    private static String task(String attributes) {
        return "<bpmn:userTask id=\"krok\" name=\"Krok\" camunda:formRef=\"krok\" camunda:formRefBinding=\"deployment\""
                + " camunda:candidateGroups=\"podatki\" " + attributes + "/>";
    }

    /** A decision table in the language. */
    static String decision(String key, String language) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:t">
                  <decision id="%s" name="Próba" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                      camunda:historyTimeToLive="P1D">
                    <decisionTable id="t">
                      <input id="i"><inputExpression id="ie" typeRef="string" expressionLanguage="%s"><text>x</text></inputExpression></input>
                      <output id="o" name="y" typeRef="string"/>
                      <rule id="r"><inputEntry id="e"><text>"a"</text></inputEntry><outputEntry id="oe"><text>"b"</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(key, language);
    }
}
