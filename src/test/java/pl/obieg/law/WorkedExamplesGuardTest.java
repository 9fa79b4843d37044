package pl.obieg.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every worked example of the rule book and every vector of its appendix A is the name of a test: of a test's
 * {@code @DisplayName}, its parametrised name, or the first cell of its rows. What concerns excise (X*) and waste (W*)
 * waits for those procedures.
 */
class WorkedExamplesGuardTest {

    private static final List<String> IDS = Stream.of(
                    numbered("E", 14),
                    Stream.of("P1", "I1", "I2", "I3a", "I3b", "I4", "I5a", "I5b"),
                    numbered("A", 3),
                    numbered("D", 4),
                    numbered("T", 3),
                    Stream.of("heightFactor", "split", "deadline14", "easter", "delivery ADE"))
            .flatMap(ids -> ids)
            .toList();

    @Test
    void everyExampleIsTheNameOfATest() {
        String names = RulePlaces.files(Path.of("src/test/java"))
                .filter(file -> file.toString().endsWith("Test.java") && !file.endsWith("WorkedExamplesGuardTest.java"))
                .map(RulePlaces::text)
                .flatMap(text -> Pattern.compile(
                                "@DisplayName\\(\"[^\"]*|name = \"[^\"]*|^\\s+\"\\w+,", Pattern.MULTILINE)
                        .matcher(text)
                        .results()
                        .map(found -> found.group().replaceAll("^.*?\"", "")))
                .collect(Collectors.joining("\n"));

        assertThat(IDS)
                .allSatisfy(id ->
                        assertThat(names).as(id).containsPattern("(?m)^(?:[^\\n]*, )?" + Pattern.quote(id) + "[,: ]"));
    }

    private static Stream<String> numbered(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number);
    }
}
