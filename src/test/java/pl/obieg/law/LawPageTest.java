package pl.obieg.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed page says truly which rule stands on which provision, where it is carried out and what tests it. */
class LawPageTest {

    private static final Path PAGE = Path.of("docs/law.md");
    private static final String COMMAND = "mvn test -Dtest=LawPageTest -Dobieg.regenerate=true";
    private static final List<String> MODELS = List.of("processes", "decisions", "forms", "letters");
    /** {@code PT-45}, and {@code _PT45} as method names write it. */
    private static final Pattern NAMED =
            Pattern.compile("\\b([A-Z]{2,4})-(\\d{1,2}[a-z]?)\\b|_([A-Z]{2,4})(\\d{2}[a-z]?)\\b");

    private final LawBook law = new LawBook();

    @Test
    void committedPageIsTrue() throws IOException {
        String page = page();
        if (Boolean.getBoolean("obieg.regenerate")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as(PAGE + " has drifted; run: " + COMMAND)
                .isEqualTo(page);
    }

    @Test
    void everyRuleThatATableOrAClassNamesIsInTheBook() throws IOException {
        Set<String> families = new TreeSet<>();
        law.all().forEach(rule -> families.add(rule.id().replaceAll("-.*", "")));
        Set<String> unknown = new TreeSet<>();
        for (Path root : List.of(Path.of("decisions"), Path.of("processes"), Path.of("src/main/java"))) {
            places(root).forEach((id, files) -> {
                if (families.contains(id.replaceAll("-.*", "")) && law.rule(id).isEmpty()) {
                    unknown.add(id + " in " + files);
                }
            });
        }
        assertThat(unknown).isEmpty();
    }

    private String page() throws IOException {
        Map<String, Set<String>> models = new TreeMap<>();
        for (String root : MODELS) {
            merge(models, places(Path.of(root)));
        }
        Map<String, Set<String>> classes = places(Path.of("src/main/java"));
        Map<String, Set<String>> tests = places(Path.of("src/test"));
        StringBuilder text = new StringBuilder("""
                # The law and where it lives

                Each rule the office follows: on which provision it stands, which table, model or class carries it out,
                which tests watch it. The book of rules is `decisions/prawo/reguly.csv`. Generated: `%s`.

                | Rule | Provision | Table or model | Class | Test |
                |---|---|---|---|---|
                """.formatted(COMMAND));
        for (LegalRule rule : law.all()) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            rule.id(),
                            rule.provision(),
                            cell(models, rule),
                            cell(classes, rule),
                            cell(tests, rule)))
                    .append(" |\n");
        }
        text.append(
                "\n## House rules\n\nThe law is silent or disputed here; the office chose. A lawyer should look.\n\n");
        law.all().stream()
                .filter(rule -> rule.certainty() == LegalRule.Certainty.HOUSE)
                .forEach(rule -> text.append("- **")
                        .append(rule.id())
                        .append("** ")
                        .append(rule.summary())
                        .append("\n"));
        return text.toString();
    }

    private static String cell(Map<String, Set<String>> places, LegalRule rule) {
        Set<String> files = places.getOrDefault(rule.id(), Set.of());
        List<String> names =
                files.stream().limit(4).map(name -> "`" + name + "`").toList();
        return files.isEmpty() ? "–" : String.join(", ", names) + (files.size() > 4 ? " …" : "");
    }

    /** File names by the rule ids they name. */
    private static Map<String, Set<String>> places(Path root) throws IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(root)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|dmn|bpmn|form|ftlh|csv|yml)"))
                    .filter(file -> !file.endsWith("reguly.csv"))
                    .forEach(files::add);
        }
        for (Path file : files) {
            Matcher matcher = NAMED.matcher(Files.readString(file));
            while (matcher.find()) {
                String id = matcher.group(1) != null
                        ? matcher.group(1) + "-" + matcher.group(2)
                        : matcher.group(3) + "-" + matcher.group(4);
                places.computeIfAbsent(id, unused -> new TreeSet<>())
                        .add(file.getFileName().toString().replaceAll("\\.(java|examples\\.csv)$", ""));
            }
        }
        return places;
    }

    private static void merge(Map<String, Set<String>> into, Map<String, Set<String>> more) {
        more.forEach((id, files) ->
                into.computeIfAbsent(id, unused -> new TreeSet<>()).addAll(files));
    }
}
