package pl.obieg.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.obieg.support.DecisionExamples;

/** Where a rule of the book is carried out and what tests it: file names by rule id, read from the repository. */
final class RulePlaces {

    private static final List<Path> MODELS =
            List.of(Path.of("processes"), Path.of("decisions"), Path.of("forms"), Path.of("letters"));
    private static final Path CODE = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test");
    private static final String FILES = ".*\\.(java|dmn|bpmn|form|ftlh|csv|yml)";
    private static final String EXAMPLES = ".examples.csv";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//[^\n]*$", Pattern.DOTALL);
    /** {@code PT-45}, and {@code _PT45} or {@code PT45_} in the name of a method. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b([A-Z]{2,4})-(\\d{1,2}[a-z]?)\\b" + "|_([A-Z]{2,4})(\\d{2}[a-z]?)\\b|\\b([A-Z]{2,4})(\\d{2}[a-z]?)_");

    private RulePlaces() {}

    /** Tables, models, forms and letters that name the rule. */
    static Map<String, Set<String>> models() {
        Map<String, Set<String>> places = new TreeMap<>();
        MODELS.forEach(root -> named(root, file -> !isScenario(file), UnaryOperator.identity(), places));
        return places;
    }

    /** Classes that name it. */
    static Map<String, Set<String>> classes() {
        Map<String, Set<String>> places = new TreeMap<>();
        named(CODE, file -> true, UnaryOperator.identity(), places);
        return places;
    }

    /**
     * What tests it: test classes, files of cases and scenarios of procedures that name it, comments aside; and examples of
     * tables, with their number, that are answered by a row which names it. {@code DecisionExamplesTest} runs them.
     */
    static Map<String, Set<String>> tests() {
        Map<String, Set<String>> places = new TreeMap<>();
        named(TESTS, RulePlaces::isTest, text -> COMMENT.matcher(text).replaceAll(""), places);
        named(Path.of("processes"), RulePlaces::isScenario, UnaryOperator.identity(), places);
        files(Path.of("decisions"))
                .filter(file -> file.toString().endsWith(".dmn"))
                .forEach(table -> examples(table, places));
        return places;
    }

    /** Rule ids in a text, each once. */
    static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group < 6; group += 2) {
                if (matcher.group(group) != null) {
                    ids.add(matcher.group(group) + "-" + matcher.group(group + 1));
                }
            }
        }
        return ids;
    }

    private static void examples(Path dmn, Map<String, Set<String>> places) {
        String table = dmn.toString().replace(".dmn", "");
        Map<String, Integer> answered = new TreeMap<>();
        for (DecisionExamples.Example example : DecisionExamples.of(table)) {
            Set<String> ids = new TreeSet<>();
            DecisionExamples.rowsHit(table, example.inputs())
                    .forEach(row ->
                            ids.addAll(ids(DecisionExamples.annotations(table).get(row))));
            ids.forEach(id -> answered.merge(id, 1, Integer::sum));
        }
        answered.forEach((id, times) -> places.computeIfAbsent(id, unused -> new TreeSet<>())
                .add(dmn.getFileName().toString().replace(".dmn", EXAMPLES) + " (" + times + ")"));
    }

    /** Fixtures test nothing; the page's own test names rules that lack one. */
    private static boolean isTest(Path file) {
        String name = file.getFileName().toString();
        return !name.endsWith(".java") || name.endsWith("Test.java") && !name.equals("LawPageTest.java");
    }

    private static boolean isScenario(Path file) {
        return file.getParent().endsWith("scenariusze");
    }

    private static void named(
            Path root, Predicate<Path> which, UnaryOperator<String> read, Map<String, Set<String>> places) {
        files(root)
                .filter(which)
                .filter(file -> file.toString().matches(FILES))
                .filter(file -> !file.toString().endsWith(EXAMPLES))
                .filter(file -> !file.endsWith("reguly.csv"))
                .forEach(file -> ids(read.apply(text(file)))
                        .forEach(id -> places.computeIfAbsent(id, unused -> new TreeSet<>())
                                .add(file.getFileName().toString().replaceAll("\\.java$", ""))));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Path> files(Path root) {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
