package pl.obieg.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.obieg.support.DecisionExamples;

/** The compiled form of a table answers every example as the decision engine does. */
class CompiledTableTest {

    static Stream<Path> taxTables() throws IOException {
        return Stream.of("decisions/podatek-od-nieruchomosci", "decisions/prawo", "decisions/sprawdzenie-dn1")
                .flatMap(CompiledTableTest::tables);
    }

    private static Stream<Path> tables(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".dmn"))
                    .filter(CompiledTableTest::isOfTax)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** The law pack holds tables of other systems too, with dates and functions. */
    private static boolean isOfTax(Path file) {
        return !file.startsWith("decisions/prawo")
                || List.of(
                                "stawka-podatku",
                                "stawka-maksymalna",
                                "koszt-listu-poleconego",
                                "cena-zyta",
                                "cena-drewna",
                                "progi-podatkowe",
                                "zwolnienia",
                                "zwolnienia-rady",
                                "przelicznik-hektara")
                        .contains(file.getFileName().toString().replace(".dmn", ""));
    }

    @ParameterizedTest
    @MethodSource("taxTables")
    void answersAsTheEngineDoes(Path file) throws IOException {
        CompiledTable compiled = CompiledTable.of(Files.newInputStream(file));
        String path = file.toString().replace(".dmn", "");

        for (DecisionExamples.Example example : DecisionExamples.of(path)) {
            List<Map<String, Object>> answers = compiled.ask(example.inputs());
            assertThat(answers.stream()
                            .map(row -> normal(row, example.expected().keySet()))
                            .toList())
                    .as(example.toString())
                    .isEqualTo(DecisionExamples.ask(
                            path, example.inputs(), example.expected().keySet()));
        }
    }

    private static Map<String, Object> normal(Map<String, Object> row, Iterable<String> names) {
        Map<String, Object> normal = new LinkedHashMap<>();
        names.forEach(name -> {
            Object value = row.get(name);
            boolean number = value != null && value.toString().matches("-?\\d+(\\.\\d+)?");
            normal.put(name, number ? new BigDecimal(value.toString()).stripTrailingZeros() : value);
        });
        return normal;
    }
}
