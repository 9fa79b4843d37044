package pl.obieg.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Codes of the decision tables have Polish words, since a clerk reads them on the page "Dlaczego?". */
class WordsTest {

    private static final Pattern CELL =
            Pattern.compile("<(?:input|output)Entry.*?</(?:input|output)Entry>", Pattern.DOTALL);
    private static final Pattern CODE =
            Pattern.compile("(?:\"|&#34;|&quot;)([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{5,})(?:\"|&#34;|&quot;)");

    @Test
    void everyCodeOfATableHasAWord() throws IOException {
        LawBook book = new LawBook();
        TreeSet<String> without = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("decisions"))) {
            for (Path table :
                    files.filter(file -> file.toString().endsWith(".dmn")).toList()) {
                CELL.matcher(Files.readString(table))
                        .results()
                        .flatMap(cell -> CODE.matcher(cell.group()).results())
                        .map(code -> code.group(1))
                        .filter(code -> book.inWords(code).equals(code))
                        .forEach(code -> without.add(code + " (" + table.getFileName() + ")"));
            }
        }

        assertThat(without).as("decisions/prawo/slowa.csv").isEmpty();
    }
}
