package pl.obieg.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The tables one assessment of a house asks, by the engine as delivered and by the office's, which reads each cell
 * once; in turns, so that both meet the same machine.
 */
@Tag("benchmark")
class DecisionTableBenchmark {

    private static final List<Path> TABLES =
            List.of(Path.of("decisions/podatek-od-nieruchomosci"), Path.of("decisions/prawo"));
    private static final int ROUNDS = Integer.getInteger("obieg.benchmark.rounds", 40);

    private record Question(String table, Map<String, Object> inputs) {}

    private static final List<Question> ASSESSMENT = List.of(
            category("LAND", "RESIDENTIAL"),
            rate("stawka-podatku", "L_OTHER"),
            rate("stawka-maksymalna", "L_OTHER"),
            category("BUILDING", "RESIDENTIAL"),
            rate("stawka-podatku", "B_RES"),
            rate("stawka-maksymalna", "B_RES"),
            new Question("wspolczynnik-wysokosci", Map.of("part", "", "height", new BigDecimal("2.60"))),
            new Question("wspolczynnik-wysokosci", Map.of("part", "", "height", new BigDecimal("1.20"))),
            new Question(
                    "raty",
                    Map.of(
                            "regime",
                            "DECISION",
                            "kind",
                            "PROPERTY",
                            "year",
                            2026,
                            "singlePayment",
                            false,
                            "startMonth",
                            1)));

    @Test
    void readingEachCellOnceIsFaster() throws IOException {
        Office delivered = new Office(false);
        Office office = new Office(true);
        delivered.assess();
        office.assess();
        long slow = 0;
        long fast = 0;
        for (int round = 0; round < ROUNDS; round++) {
            slow += delivered.assess();
            fast += office.assess();
        }
        System.out.printf(
                "BENCHMARK tables of one assessment: as delivered %.1f ms, read once %.1f ms, ratio %.1f%n",
                slow / 1e6 / ROUNDS, fast / 1e6 / ROUNDS, (double) slow / fast);
        assertThat(fast).isLessThan(slow);
    }

    private static Question category(String kind, String usage) {
        return new Question(
                "kategoria-stawki",
                Map.of("kind", kind, "egib", "B", "usage", usage, "occupied", Boolean.FALSE, "year", 2026));
    }

    private static Question rate(String table, String code) {
        return new Question(table, Map.of("code", code, "subcode", "-", "year", 2026));
    }

    private static final class Office {

        private final DmnEngine engine;
        private final Map<String, DmnDecision> tables = new java.util.HashMap<>();

        Office(boolean readOnce) throws IOException {
            DefaultDmnEngineConfiguration settings =
                    (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
            if (readOnce) {
                settings.setFeelEngineFactory(FeelReadOnce::new);
            }
            engine = settings.buildEngine();
            for (Question question : ASSESSMENT) {
                tables.put(
                        question.table(),
                        engine.parseDecision(question.table(), Files.newInputStream(file(question.table()))));
            }
        }

        private static Path file(String table) {
            return TABLES.stream()
                    .map(folder -> folder.resolve(table + ".dmn"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
        }

        long assess() {
            long began = System.nanoTime();
            for (Question question : ASSESSMENT) {
                assertThat(engine.evaluateDecisionTable(tables.get(question.table()), question.inputs())
                                .getResultList())
                        .isNotEmpty();
            }
            return System.nanoTime() - began;
        }
    }
}
