package pl.obieg.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pl.obieg.procedures.Procedure;
import pl.obieg.procedures.Scenario;
import pl.obieg.process.engine.ScriptedEngine;

/** Walks every {@code scenariusze/*.yml} through the real engine and decision tables, operations being scripted. */
class ProcedureScenariosTest {

    private static ScriptedOperations operations;
    private static ScriptedEngine engine;

    @BeforeAll
    static void startEngine() {
        operations = new ScriptedOperations();
        engine = new ScriptedEngine(operations);
        operations.answerIn(engine);
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @TestFactory
    Stream<DynamicNode> comesToItsEnd() {
        Set<String> walked = new HashSet<>();
        Stream<DynamicNode> each = Procedure.all().stream()
                .map(procedure -> dynamicContainer(
                        procedure.key(),
                        procedure.scenarios().stream()
                                .map(scenario -> dynamicTest(
                                        scenario.name(),
                                        scenario.file().toUri(),
                                        () -> walked.addAll(walk(procedure, scenario))))));
        return Stream.concat(
                each, Stream.of(dynamicTest("każdy krok jest w jakimś scenariuszu", () -> allSteps(walked))));
    }

    private static Set<String> walk(Procedure procedure, Scenario scenario) {
        operations.follow(scenario);
        try (ScenarioWalk walk = new ScenarioWalk(engine.engine(), procedure)) {
            scenario.steps().forEach(walk::take);
            Set<String> passed = walk.endsAt(scenario.end(), scenario.passes());
            assertThat(operations.unasked()).as("answers nobody asked for").isEmpty();
            return passed;
        }
    }

    private static void allSteps(Set<String> walked) {
        Set<String> steps = Procedure.all().stream()
                .flatMap(procedure -> procedure.model().getModelElementsByType(FlowNode.class).stream()
                        .map(FlowElement::getId)
                        .map(id -> procedure.key() + "/" + id))
                .collect(Collectors.toCollection(TreeSet::new));
        steps.removeAll(walked);

        assertThat(steps).as("kroki, których żaden scenariusz nie przechodzi").isEmpty();
    }

    @Test
    void noticesAnEndThatIsNotReached() {
        Procedure procedure = Procedure.of("wplata-niewyjasniona");
        Scenario returned = procedure.scenarios().stream()
                .filter(scenario -> scenario.end().equals("wplata-zwrocona"))
                .findFirst()
                .orElseThrow();
        Scenario wrong = new Scenario(
                returned.name(), returned.answers(), returned.steps(), "wplata-przypisana", null, returned.file());

        assertThatThrownBy(() -> walk(procedure, wrong)).isInstanceOf(AssertionError.class);
    }
}
