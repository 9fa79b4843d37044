package pl.obieg.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Polish texts of the engine's web applications, against the English ones of the version on the classpath. */
class WebappLocaleTest {

    private static final String APP = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void hasATextForEveryLabelOfTheShippedApplication(String app) throws IOException {
        assertThat(keys(polish(app).path("labels")))
                .containsAll(keys(english(app).path("labels")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void hasNoTextThatTheApplicationDroppedLongAgo(String app) throws IOException {
        assertThat(keys(english(app).path("labels")))
                .containsAll(keys(polish(app).path("labels")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void showsNeitherEmptyTextsNorRawKeys(String app) throws IOException {
        List<String> bad = new ArrayList<>();
        polish(app).path("labels").properties().forEach(label -> {
            String text = label.getValue().asText();
            boolean rawKey = text.contains("_") && text.equals(label.getKey());
            if (text.isBlank() || rawKey) {
                bad.add(label.getKey());
            }
        });
        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void keepsThePlaceholdersOfEachText(String app) throws IOException {
        JsonNode polish = polish(app).path("labels");
        List<String> bad = new ArrayList<>();
        english(app).path("labels").properties().forEach(label -> {
            Set<String> expected = placeholders(label.getValue().asText());
            if (!placeholders(polish.path(label.getKey()).asText()).equals(expected)) {
                bad.add(label.getKey());
            }
        });
        assertThat(bad).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void namesMonthsDaysAndRelativeTimesLikeTheShippedFile(String app) throws IOException {
        assertThat(shape(polish(app).path("dateLocales")))
                .isEqualTo(shape(english(app).path("dateLocales")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "admin", "welcome"})
    void leavesNoSentenceInEnglish(String app) throws IOException {
        assertThat(untranslatedSentences(app)).isEmpty();
    }

    /** Cockpit's file also serves the paid edition; whatever the free one can show is Polish. */
    @Test
    void leavesNoLabelOfTheFreeCockpitInEnglish() throws IOException {
        Set<String> words = new TreeSet<>();
        for (String script : List.of(
                APP + "cockpit/camunda-cockpit-bootstrap.js", "META-INF/resources/plugin/cockpit/app/plugin.js")) {
            Matcher word = Pattern.compile("\\w+").matcher(read(script));
            while (word.find()) {
                words.add(word.group());
            }
        }
        assertThat(untranslatedSentences("cockpit")).noneMatch(words::contains);
    }

    /** Keys whose English text of at least two words stands unchanged in the Polish file. */
    private static List<String> untranslatedSentences(String app) throws IOException {
        JsonNode polish = polish(app).path("labels");
        List<String> found = new ArrayList<>();
        english(app).path("labels").properties().forEach(label -> {
            String text = label.getValue().asText();
            boolean sentence = text.matches(".*\\p{L}{2,}\\s+\\p{L}{2,}.*");
            if (sentence && text.equals(polish.path(label.getKey()).asText())) {
                found.add(label.getKey());
            }
        });
        return found;
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            names.add(placeholder.group(1));
        }
        return names;
    }

    /** Names, and lengths of lists, without the texts. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            StringBuilder shape = new StringBuilder("{");
            keys(node)
                    .forEach(key ->
                            shape.append(key).append(shape(node.path(key))).append(';'));
            return shape.append('}').toString();
        }
        return node.isArray() ? "[" + node.size() + "]" : "";
    }

    private static Set<String> keys(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return new TreeSet<>(StreamSupport.stream(names.spliterator(), false).toList());
    }

    private static JsonNode polish(String app) throws IOException {
        return json(APP + app + "/locales/pl.json");
    }

    private static JsonNode english(String app) throws IOException {
        return json(APP + app + "/locales/en.json");
    }

    private static JsonNode json(String path) throws IOException {
        String text = read(path);
        // the shipped files begin with a byte order mark
        return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String read(String path) throws IOException {
        URL file = WebappLocaleTest.class.getClassLoader().getResource(path);
        assertThat(file).as(path).isNotNull();
        try (var content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
