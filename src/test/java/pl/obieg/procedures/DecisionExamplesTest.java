package pl.obieg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import pl.obieg.support.DecisionExamples;

/**
 * Every decision table answers as the rows beside it say, and by the rule they name; a table without rows fails, and so
 * does a row of a table that no example reaches.
 */
class DecisionExamplesTest {

    @TestFactory
    Stream<DynamicNode> answersEveryExample() {
        assertThat(tables()).isNotEmpty();
        return tables().map(DecisionExamplesTest::examples);
    }

    /** What an example says in its column {@code # reguła} stands beside the row of the table that answers it. */
    @TestFactory
    Stream<DynamicNode> answersByTheRuleThatTheExampleNames() {
        return tables().map(table -> dynamicTest(table, () -> {
            for (DecisionExamples.Example example : DecisionExamples.of(table)) {
                List<String> hit = DecisionExamples.rowsHit(table, example.inputs()).stream()
                        .map(DecisionExamples.annotations(table)::get)
                        .toList();
                for (String rule : example.rules()) {
                    assertThat(hit).as(table + ", " + example).anyMatch(beside -> beside.contains(rule));
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicNode> reachesEveryRow() {
        return tables().map(table -> dynamicTest(table, () -> {
            Map<String, String> unreached = new LinkedHashMap<>(DecisionExamples.annotations(table));
            DecisionExamples.of(table)
                    .forEach(
                            example -> unreached.keySet().removeAll(DecisionExamples.rowsHit(table, example.inputs())));
            assertThat(unreached).as("rows of %s without an example", table).isEmpty();
        }));
    }

    private static Stream<String> tables() {
        return Procedure.files(Path.of("decisions"), ".dmn").stream()
                .map(file -> file.toString().replace(".dmn", ""));
    }

    private static DynamicNode examples(String table) {
        List<DecisionExamples.Example> examples = DecisionExamples.of(table);
        assertThat(examples).as(table).isNotEmpty();
        return dynamicContainer(
                table,
                examples.stream()
                        .map(example -> dynamicTest(
                                example.toString(),
                                () -> assertThat(DecisionExamples.ask(
                                                table,
                                                example.inputs(),
                                                example.expected().keySet()))
                                        .containsExactlyElementsOf(example.answers()))));
    }
}
