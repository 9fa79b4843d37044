package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pl.obieg.support.DecisionExamples;
import pl.obieg.support.DecisionExamples.Example;

/** D13 and D14 answer as the example rows say. */
class DeliveryDecisionsTest {

    private static final List<String> TABLES =
            List.of("decisions/doreczenie/kanal-doreczenia", "decisions/doreczenie/data-doreczenia");

    @TestFactory
    Stream<DynamicTest> answersEveryExample() {
        return TABLES.stream()
                .flatMap(table -> DecisionExamples.of(table).stream()
                        .map(example -> DynamicTest.dynamicTest(table + " " + example, () -> check(table, example))));
    }

    private static void check(String table, Example example) {
        assertThat(DecisionExamples.ask(
                        table, example.inputs(), example.expected().keySet()))
                .containsExactly(example.expected());
    }

    @Test
    void explainsTheChannelInPolish() {
        Example any = DecisionExamples.of(TABLES.get(0)).get(0);

        assertThat(DecisionExamples.ask(TABLES.get(0), any.inputs(), List.of("channelReason"))
                        .get(0)
                        .get("channelReason"))
                .isEqualTo("Adresat ma adres do doręczeń elektronicznych wpisany do BAE.");
    }
}
