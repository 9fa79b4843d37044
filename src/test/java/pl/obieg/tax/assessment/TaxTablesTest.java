package pl.obieg.tax.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import pl.obieg.support.TestDecisions;

/** Every example row beside a tax table holds. */
class TaxTablesTest {

    private final TestDecisions decisions = new TestDecisions();

    @TestFactory
    Stream<DynamicTest> answersAsTheExamplesSay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:decisions/podatek-od-nieruchomosci/*.examples.csv")) {
            String decision = file.getFilename().replace(".examples.csv", "");
            List<String> lines = file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            String[] header = lines.get(0).split(";");
            lines.stream()
                    .skip(1)
                    .forEach(line -> tests.add(
                            DynamicTest.dynamicTest(decision + ": " + line, () -> holds(decision, header, line))));
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private void holds(String decision, String[] header, String line) {
        String[] cells = line.split(";", -1);
        assertThat(cells).hasSameSizeAs(header);
        Map<String, Object> inputs = new HashMap<>();
        Map<String, String> expected = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            if (header[i].startsWith("=>")) {
                expected.put(header[i].substring(2), cells[i]);
            } else {
                inputs.put(header[i], value(cells[i]));
            }
        }
        Map<String, Object> answer = decisions.askOne(decision, inputs);
        expected.forEach((output, text) -> {
            Object actual = answer.get(output);
            assertThat(actual == null ? "" : actual.toString()).as(output).isEqualTo(text);
        });
    }

    private static Object value(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.equals("true") || cell.equals("false")) {
            return Boolean.valueOf(cell);
        }
        return cell.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(cell) : cell;
    }

    @Test
    void knowsNoCouncilRateBeforeTheResolution() {
        assertThat(decisions.ask("stawka-podatku", Map.of("code", "L_BIZ", "year", 2025)))
                .isEmpty();
    }
}
