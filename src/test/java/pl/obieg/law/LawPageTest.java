package pl.obieg.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed page says truly which rule stands on which provision, where it is carried out and what tests it. */
class LawPageTest {

    private static final Path PAGE = Path.of("docs/law.md");
    private static final String COMMAND = "mvn test -Dtest=LawPageTest -Dobieg.regenerate=true";

    /** Rules that nothing carries out yet. Who lands one takes it off; a rule that loses its place fails here. */
    private static final Set<String> WITHOUT_PLACE = Set.of();

    /** Rules that no test names yet. */
    private static final Set<String> WITHOUT_TEST = Set.of();

    /** House rules, and rules nobody is sure of, that do not say yet where the office changes them. */
    private static final Set<String> WITHOUT_SETTING = Set.of();

    private static Map<String, Set<String>> models;
    private static Map<String, Set<String>> classes;
    private static Map<String, Set<String>> tests;

    private final LawBook law = new LawBook();

    @BeforeAll
    static void lookAround() {
        models = RulePlaces.models();
        classes = RulePlaces.classes();
        tests = RulePlaces.tests();
    }

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
    void everyRuleHasAPlace() {
        Set<String> without = ids();
        without.removeAll(models.keySet());
        without.removeAll(classes.keySet());

        assertThat(without).isEqualTo(new TreeSet<>(WITHOUT_PLACE));
    }

    @Test
    void everyRuleHasATest() {
        Set<String> without = ids();
        without.removeAll(tests.keySet());

        assertThat(without).isEqualTo(new TreeSet<>(WITHOUT_TEST));
    }

    @Test
    void everyRuleThatATableAClassOrATestNamesIsInTheBook() {
        Set<String> families = new TreeSet<>();
        law.all().forEach(rule -> families.add(family(rule.id())));
        Set<String> unknown = new TreeSet<>();
        for (Map<String, Set<String>> places : List.of(models, classes, tests)) {
            places.forEach((id, files) -> {
                if (families.contains(family(id)) && law.rule(id).isEmpty()) {
                    unknown.add(id + " in " + files);
                }
            });
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void pageNamesEveryFileOfGoldenCasesAndThereAreEnough() {
        assertThat(GoldenCases.onThePage()).isEqualTo(GoldenCases.inTheFolders());
        assertThat(GoldenCases.count()).isGreaterThan(300);
    }

    @Test
    void everyHouseRuleSaysWhereTheOfficeChangesIt() {
        Set<String> without = new TreeSet<>();
        law.all().stream()
                .filter(rule -> rule.certainty() == LegalRule.Certainty.HOUSE || isUnsure(rule))
                .filter(rule -> rule.settings().isEmpty())
                .forEach(rule -> without.add(rule.id()));

        assertThat(without).isEqualTo(new TreeSet<>(WITHOUT_SETTING));
    }

    @Test
    void everySettingExistsAndHasTheDefaultThePageGives() {
        String code =
                RulePlaces.files(Path.of("src/main/java")).map(RulePlaces::text).collect(Collectors.joining("\n"));
        for (LegalRule rule : law.all()) {
            for (LegalRule.Setting setting : rule.settings()) {
                String place = setting.place();
                if (place.startsWith("obieg.")) {
                    assertThat(defaults(code, place)).as(rule.id()).contains(setting.byDefault());
                } else if (place.contains("/")) {
                    assertThat(Path.of(place)).as(rule.id()).isRegularFile();
                } else {
                    assertThat(code).as(rule.id()).containsPattern("(class|record) " + place + "\\b");
                }
            }
        }
    }

    /** Of {@code @Value("${key:default}")}, or of the component of a settings record. */
    private static Set<String> defaults(String code, String key) {
        String component = Pattern.compile("-(.)")
                .matcher(key.substring(key.lastIndexOf('.') + 1))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        String prefix = key.substring(0, key.lastIndexOf('.'));
        return Pattern.compile("\\$\\{" + Pattern.quote(key) + ":([^}]*)}"
                        + "|@ConfigurationProperties\\(\"" + Pattern.quote(prefix)
                        + "\"\\)[^{]*@DefaultValue\\(\"([^\"]*)\"\\)[^,{]*\\b" + component + "\\b")
                .matcher(code)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toSet());
    }

    private Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        law.all().forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    private static String family(String id) {
        return id.replaceAll("-.*", "");
    }

    private String page() {
        StringBuilder text = new StringBuilder("""
                # The law and where it lives

                Each rule the office follows: on which provision it stands, which table, model or class carries it out,
                which tests watch it. The book of rules is `decisions/prawo/reguly.csv`. Generated: `%s`.

                A test is a class, a scenario or a file of cases that names the rule outside its comments, or examples of a table:
                `raty.examples.csv (12)` means that twelve examples are answered by a row which names the rule.
                `DecisionExamplesTest` runs them, sees that the row an example names is the row that answers, and that
                every row of every table is reached.

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
        text.append("""

                ## House rules

                The law is silent or disputed here; the office chose, with care for the taxpayer. A lawyer should look.
                The last column says what holds by default and where it is changed: in a table, by a setting, or, where a
                class is named, only by a programmer.

                | Rule | What the office does | Default, and where to change it |
                |---|---|---|
                """);
        law.all().stream()
                .filter(rule -> rule.certainty() == LegalRule.Certainty.HOUSE)
                .forEach(rule -> text.append(settings(rule)));
        text.append("""

                ## To be set or checked

                The law leaves it to the office, is not surely known, or a figure of the year was not at hand.

                | Rule | What the office does | Default, and where to change it |
                |---|---|---|
                """);
        law.all().stream()
                .filter(rule -> rule.certainty() != LegalRule.Certainty.HOUSE)
                .filter(rule -> isUnsure(rule) || !rule.settings().isEmpty())
                .forEach(rule -> text.append(settings(rule)));
        return text.append(GoldenCases.section()).toString();
    }

    private static boolean isUnsure(LegalRule rule) {
        return rule.certainty() == LegalRule.Certainty.MEDIUM || rule.certainty() == LegalRule.Certainty.LOW;
    }

    private static String settings(LegalRule rule) {
        if (rule.settings().isEmpty()) {
            return "| " + rule.id() + " | " + rule.summary() + " | – |\n";
        }
        return rule.settings().stream()
                .map(setting -> setting.byDefault() + ": `" + setting.place() + "`")
                .collect(Collectors.joining("<br>", "| " + rule.id() + " | " + rule.summary() + " | ", " |\n"));
    }

    private static String cell(Map<String, Set<String>> places, LegalRule rule) {
        Set<String> files = places.getOrDefault(rule.id(), Set.of());
        List<String> names =
                files.stream().limit(4).map(name -> "`" + name + "`").toList();
        return files.isEmpty() ? "–" : String.join(", ", names) + (files.size() > 4 ? " …" : "");
    }
}
