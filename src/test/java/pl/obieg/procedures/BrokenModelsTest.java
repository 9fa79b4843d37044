package pl.obieg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pl.obieg.process.engine.OperationsOnClasspath;

/**
 * Each rule rejects the model made to break it. The models are a good one with one fault each; their first line says
 * the sentence the analyst must read.
 */
class BrokenModelsTest {

    private static final Path MODELS = Path.of("src/test/resources/broken-models");
    private static final Pattern EXPECTED = Pattern.compile("<!-- odrzucony: (.*) -->");
    private static final Set<String> OPERATIONS = Set.of("closeCase");

    private final RepositoryRules rules = new RepositoryRules(OperationsOnClasspath.all(), Procedure.all());

    @TestFactory
    Stream<DynamicTest> rejectsWithTheSentence() {
        List<Path> models = Procedure.files(MODELS, ".bpmn");
        assertThat(models).hasSizeGreaterThan(30);
        return models.stream()
                .map(model -> dynamicTest(
                        model.getFileName().toString(),
                        model.toUri(),
                        () -> assertThat(rules.modelProblems(Procedure.at(model)))
                                .anySatisfy(problem -> assertThat(problem).contains(expected(model)))));
    }

    @Test
    void rejectsAModelInAFolderOfAnotherName() {
        assertThat(rules.fileProblems(Procedure.at(MODELS.resolve("skrypt.bpmn"))))
                .contains(
                        "folder, plik i identyfikator procedury muszą się nazywać tak samo: \"wplata-niewyjasniona\".",
                        "brakuje karty procedury karta.yml.");
    }

    @Test
    void rejectsFormsThatTasklistCannotShow() {
        assertThat(Form.at(MODELS.resolve("pole-nieobslugiwane.form")).problems(OPERATIONS))
                .singleElement()
                .asString()
                .endsWith("Tasklist nie zna pola typu \"filepicker\".");
    }

    @Test
    void rejectsFormFieldsAndDecisionOutputsNamedLikeOperations() {
        assertThat(Form.at(MODELS.resolve("pole-jak-operacja.form")).problems(OPERATIONS))
                .singleElement()
                .asString()
                .endsWith("pole nie może nazywać się jak operacja: closeCase.");
        assertThat(Decision.at(MODELS.resolve("wynik-jak-operacja.dmn")).problems(OPERATIONS))
                .anyMatch(problem -> problem.endsWith("wynik nie może nazywać się jak operacja: closeCase."));
    }

    @Test
    void rejectsFilesWhoseIdIsNotTheirName() {
        assertThat(Form.at(MODELS.resolve("inny-identyfikator.form")).problems(OPERATIONS))
                .singleElement()
                .asString()
                .endsWith("identyfikator formularza musi brzmieć \"inny-identyfikator\".");
        assertThat(Decision.at(MODELS.resolve("inna-decyzja.dmn")).problems(OPERATIONS))
                .anyMatch(problem -> problem.endsWith("jedną decyzję o identyfikatorze \"inna-decyzja\"."));
    }

    @Test
    void rejectsDecisionsWithoutHistoryOrExamples() {
        assertThat(Decision.at(MODELS.resolve("bez-historii.dmn")).problems(OPERATIONS))
                .anyMatch(problem -> problem.contains("brakuje czasu przechowywania historii"))
                .anyMatch(problem -> problem.endsWith("brakuje przykładów bez-historii.examples.csv."));
    }

    @Test
    void rejectsACardWithGaps() {
        Map<String, Object> card =
                new LinkedHashMap<>(Procedure.of("doreczenie").card());
        assertThat(Card.problems("Doręczenie pisma", card)).isEmpty();
        card.put(Card.DEADLINE, " ");
        card.remove(Card.CHANNELS);
        card.put("uwagi", "brak");

        assertThat(Card.problems("Doręczenie", card))
                .containsExactly(
                        "karta.yml: uzupełnij pole \"termin\".",
                        "karta.yml: uzupełnij pole \"kanaly\".",
                        "karta.yml: nieznane pole \"uwagi\".",
                        "karta.yml: nazwa musi być taka jak w modelu: \"Doręczenie\".");
    }

    @Test
    void rejectsAnEndThatNoScenarioReaches() {
        Procedure procedure = Procedure.of("wplata-niewyjasniona");
        List<Scenario> all = procedure.scenarios();

        assertThat(RepositoryRules.scenarioProblems(procedure, all)).isEmpty();
        assertThat(RepositoryRules.scenarioProblems(procedure, all.subList(0, 1)))
                .containsExactly("\"Wpłata zwrócona\": żaden scenariusz nie prowadzi do tego zakończenia"
                        + " (end: wplata-zwrocona).");
    }

    private static String expected(Path model) {
        try {
            Matcher comment = EXPECTED.matcher(Files.readString(model));
            assertThat(comment.find()).as("expected sentence in " + model).isTrue();
            return comment.group(1);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
