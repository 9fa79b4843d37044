package pl.obieg.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pl.obieg.process.engine.OperationsOnClasspath;

/** Every procedure of the repository is whole. What is wrong is said in Polish, with the label of the element. */
class ProceduresTest {

    private final List<Procedure> procedures = Procedure.all();
    private final RepositoryRules rules = new RepositoryRules(OperationsOnClasspath.all(), procedures);

    @TestFactory
    Stream<DynamicNode> isWhole() {
        assertThat(procedures).isNotEmpty();
        return procedures.stream().map(this::node);
    }

    private DynamicNode node(Procedure procedure) {
        return org.junit.jupiter.api.DynamicContainer.dynamicContainer(
                procedure.key(),
                Stream.<DynamicTest>of(
                        dynamicTest(
                                "model",
                                () -> assertThat(rules.modelProblems(procedure)).isEmpty()),
                        dynamicTest(
                                "pliki",
                                () -> assertThat(rules.fileProblems(procedure)).isEmpty())));
    }

    /** Decision tables may stand alone: dated data of the law that several procedures use. */
    @Test
    void everyFolderOfFormsAndLettersBelongsToAProcedure() {
        Set<String> keys = procedures.stream().map(Procedure::key).collect(Collectors.toSet());
        for (String kind : List.of("forms", "letters")) {
            for (Path file : Procedure.files(Path.of(kind), "")) {
                if (Files.isRegularFile(file)) {
                    assertThat(keys)
                            .as(file.toString())
                            .contains(file.getParent().getFileName().toString());
                }
            }
        }
    }

    /** Also those of a folder that belongs to no procedure, such as the law pack. */
    @Test
    void everyTableIsSound() {
        assertThat(Procedure.files(Path.of("decisions"), ".dmn"))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(Decision.at(table).problems(rules.operationNames()))
                        .as(table.toString())
                        .isEmpty());
    }

    @Test
    void everyKnownMessageIsPublishedSomewhere() {
        String sources = sources();

        assertThat(KnownMessages.names())
                .allSatisfy(name -> assertThat(sources.contains("\"" + name + "\"") || sources.contains(": " + name))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyLetterThatCodeWritesIsThere() {
        Matcher letters = Pattern.compile("letters/[a-z-]+/[a-z-]+\\.ftlh").matcher(sources());
        Set<String> named = new TreeSet<>();
        while (letters.find()) {
            named.add(letters.group());
        }

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    /** Modeler deploys bare file names; a name that two letters share would be refused there. */
    @Test
    void noTwoLettersShareAName() {
        assertThat(Procedure.files(Path.of("letters"), ".ftlh").stream()
                        .map(file -> file.getFileName().toString()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static String sources() {
        return Stream.of(".java", ".yml")
                .flatMap(ending -> Procedure.files(Path.of("src/main"), ending).stream())
                .map(ProceduresTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
