package pl.obieg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import pl.obieg.support.DecisionExamples;

/** Every decision table answers as the rows beside it say; a table without rows fails. */
class DecisionExamplesTest {

    @TestFactory
    Stream<DynamicNode> answersEveryExample() {
        List<Path> tables = Procedure.files(Path.of("decisions"), ".dmn");
        assertThat(tables).isNotEmpty();
        return tables.stream().map(file -> file.toString().replace(".dmn", "")).map(DecisionExamplesTest::examples);
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
                                        .containsExactly(example.expected()))));
    }
}
