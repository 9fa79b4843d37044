package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

/** Faster, and otherwise the same. */
class FeelReadOnceTest {

    private final FeelEngine delivered = new ScalaFeelEngine(List.of());
    private final FeelEngine office = new FeelReadOnce();

    private final List<String> cells = List.of(
            "\"LAND\"",
            "\"LAND\",\"BUILDING\"",
            " \"Łąka, ogród\" , \"LAND\" ",
            "\"a \\\"b\\\"\"",
            "\"\"",
            "not(\"LAND\")",
            "\"LAND\" + \"X\"",
            "null",
            "true",
            "2026",
            "[2025..2026]",
            ">= other",
            "\"unfinished");

    private final List<Object> values =
            Arrays.asList("LAND", "BUILDING", "Łąka, ogród", "a \"b\"", "", null, 2026, 2025L, 2026.5, true);

    @Test
    void cellsMatchTheSameValuesAsInTheEngineAsDelivered() {
        List<String> differing = new ArrayList<>();
        for (int twice = 0; twice < 2; twice++) {
            for (String cell : cells) {
                for (Object value : values) {
                    if (!tests(office, cell, value).equals(tests(delivered, cell, value))) {
                        differing.add(cell + " for " + value);
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void answersAreTheSameAsInTheEngineAsDelivered() {
        for (String cell : cells) {
            assertThat(answer(office, cell)).as(cell).isEqualTo(answer(delivered, cell));
        }
    }

    private static String tests(FeelEngine feel, String cell, Object value) {
        try {
            return String.valueOf(feel.evaluateSimpleUnaryTests(cell, "asked", variables(value)));
        } catch (FeelException refused) {
            return "refused";
        }
    }

    private static String answer(FeelEngine feel, String cell) {
        try {
            Object answer = feel.evaluateSimpleExpression(cell, variables("LAND"));
            return answer == null ? "nothing" : answer.getClass().getSimpleName() + " " + answer;
        } catch (FeelException refused) {
            return "refused";
        }
    }

    private static VariableContext variables(Object value) {
        Map<String, Object> all = new java.util.HashMap<>();
        all.put("asked", value);
        all.put("other", 2026);
        return Variables.fromMap(all).asVariableContext();
    }
}
