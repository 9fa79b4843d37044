package pl.obieg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The product keeps the rules, and each rule notices the fault planted for it. */
class ArchitectureRulesTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("pl.obieg");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("pl.obieg.broken");

    /** Rules of the product with the class planted to break each. */
    private static Map<ArchRule, String> rules() {
        Map<ArchRule, String> rules = new LinkedHashMap<>();
        rules.put(ArchitectureRules.ONLY_THE_ENGINE_PACKAGE_KNOWS_THE_ENGINE, "KnowsTheEngine");
        rules.put(ArchitectureRules.RECORDS_HAVE_NO_SETTERS, "ChangingRecord");
        rules.put(ArchitectureRules.NAMES_COME_FROM_THE_FIELD, "LetterHelper");
        rules.put(ArchitectureRules.THE_PRODUCT_DOES_NOT_KNOW_THE_SIMULATORS, "KnowsASimulator");
        rules.put(ArchitectureRules.NO_FIELD_IS_INJECTED, "InjectedField");
        rules.put(ArchitectureRules.NO_SETTER_IS_INJECTED, "InjectedField");
        rules.put(ArchitectureRules.TIME_COMES_FROM_THE_CLOCK, "OwnTime");
        return rules;
    }

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRules() {
        return rules().keySet().stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> noticesThePlantedFault() {
        return rules().entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getValue() + ": " + entry.getKey().getDescription(),
                        () -> assertThat(entry.getKey()
                                        .evaluate(BROKEN)
                                        .getFailureReport()
                                        .getDetails())
                                .isNotEmpty()
                                .allMatch(fault -> fault.contains("pl.obieg.broken." + entry.getValue()))));
    }

    @Test
    void simulatorsStandAlone() {
        JavaClasses simulators = new ClassFileImporter().importPackages("pl.obieg.simulators");

        ArchitectureRules.simulatorsStandAlone("pl.obieg.simulators..").check(simulators);
        assertThat(ArchitectureRules.simulatorsStandAlone("pl.obieg.broken.simulators..")
                        .evaluate(BROKEN)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void everyModuleSaysWhatItMayUse() throws IOException {
        assertThat(ArchitectureRules.modulesWithoutFace(Path.of("src/main/java/pl/obieg"), "pl.obieg"))
                .isEmpty();
        assertThat(ArchitectureRules.modulesWithoutFace(Path.of("src/test/java/pl/obieg/broken"), "pl.obieg.broken"))
                .containsExactly("pl.obieg.broken.simulators");
    }

    @Test
    void filesAreShort(@TempDir Path folder) throws IOException {
        Path tooLong = Files.write(folder.resolve("Long.java"), Collections.nCopies(401, "//"));

        assertThat(ArchitectureRules.longerThan(400, folder)).containsExactly(tooLong);
        assertThat(ArchitectureRules.longerThan(400, Path.of("src"))).isEmpty();
    }

    @Test
    void decisionsAreNumberedOnce(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("0001-one.md"));
        Files.createFile(folder.resolve("0001-another.md"));

        assertThat(ArchitectureRules.numbersTakenTwice(folder)).containsExactly("0001");
        assertThat(ArchitectureRules.numbersTakenTwice(Path.of("docs/adr"))).isEmpty();
    }
}
