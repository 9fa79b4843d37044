package pl.obieg.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the web applications load of ours. One script that is missing or exports nothing keeps every other from loading,
 * and the clerk sees a list without any of them.
 */
class WebappPluginsTest {

    private static final Path APP = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");
    private static final Pattern LIST = Pattern.compile("customScripts:\\s*\\[([^]]*)]");
    private static final Pattern NAME = Pattern.compile("'([^']+)'");
    private static final Pattern PLUGIN = Pattern.compile("id: '([^']+)',\\s+pluginPoint: '([^']+)'");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit"})
    void listsExactlyTheScriptsThatLieBesideIt(String app) throws IOException {
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(APP.resolve(app).resolve("scripts"))) {
            files.map(file -> "scripts/" + file.getFileName())
                    .filter(name -> !name.equals("scripts/config.js"))
                    .forEach(there::add);
        }
        assertThat(customScripts(app)).containsExactlyInAnyOrderElementsOf(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit"})
    void eachScriptExportsWhatTheApplicationTakes(String app) throws IOException {
        for (String script : customScripts(app)) {
            String text = text(app, script);
            long plugins = PLUGIN.matcher(text).results().count();
            assertThat(text.lines().filter(line -> line.startsWith("export default ")))
                    .as(script)
                    .hasSize(1);
            assertThat(text).as(script).containsPattern(plugins == 0 ? "(?m)^export default \\[];" : "render\\(node");
        }
    }

    @Test
    void plugsInWhereTheDeskNeedsIt() throws IOException {
        assertThat(pluginPoints("tasklist"))
                .containsExactlyInAnyOrder("podglad at tasklist.task.detail", "karta at tasklist.card");
        assertThat(pluginPoints("cockpit"))
                .containsExactlyInAnyOrder("obieg.panel at cockpit.route", "obieg.panel.menu at cockpit.navigation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void speaksPolishOnlyAndReadsTheRenamedToken(String app) throws IOException {
        assertThat(text(app, "scripts/config.js"))
                .contains("availableLocales: ['pl']", "fallbackLocale: 'pl'", "csrfCookieName: 'CAMUNDA-XSRF'")
                .contains("vendor: 'Obieg – Urząd Gminy Przykładowo ·'");
    }

    @Test
    void neitherDrawsUntrustedTextAsHtmlNorKeepsItInTheBrowser() throws IOException {
        for (String app : List.of("tasklist", "cockpit")) {
            for (String script : customScripts(app)) {
                assertThat(text(app, script))
                        .as(script)
                        .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(")
                        .doesNotContain("sessionStorage", "localStorage.setItem");
            }
        }
    }

    @Test
    void cockpitDoesNotRunDeployedHtml() throws IOException {
        assertThat(text("cockpit", "scripts/config.js")).contains("previewHtml: false");
    }

    /** An overlay works only while the web applications still ship a file of the same name. */
    @Test
    void everyOverlaidFileReplacesOneThatIsShipped() throws IOException {
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            for (String file : List.of("scripts/config.js", "styles/user-styles.css")) {
                Resource[] both = new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:META-INF/resources/webjars/camunda/app/" + app + "/" + file);
                assertThat(both).as(app + "/" + file).hasSize(2);
            }
        }
    }

    /** What the plugins lean on in the shipped scripts; it tells at an upgrade what to look at. */
    @Test
    void shippedTasklistStillHasWhatThePluginsLeanOn() throws IOException {
        Resource script = new PathMatchingResourcePatternResolver()
                .getResource("classpath:META-INF/resources/webjars/camunda/app/tasklist/camunda-tasklist-bootstrap.js");
        assertThat(script.getContentAsString(StandardCharsets.UTF_8))
                .contains("camunda-form:")
                .contains("ng-click=\"save($event)\"")
                .contains("tasklist.card")
                .contains("tasklist.task.detail")
                .contains("/submit-form")
                .contains("ce-eol-banner");
    }

    private static List<String> pluginPoints(String app) throws IOException {
        List<String> found = new ArrayList<>();
        for (String script : customScripts(app)) {
            PLUGIN.matcher(text(app, script))
                    .results()
                    .map(plugin -> plugin.group(1) + " at " + plugin.group(2))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<String> customScripts(String app) throws IOException {
        Matcher list = LIST.matcher(text(app, "scripts/config.js"));
        assertThat(list.find()).isTrue();
        return NAME.matcher(list.group(1)).results().map(name -> name.group(1)).toList();
    }

    private static String text(String app, String file) throws IOException {
        return Files.readString(APP.resolve(app).resolve(file));
    }
}
