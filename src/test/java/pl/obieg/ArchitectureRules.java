package pl.obieg;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.ApplicationModule;

/** What the compiler does not keep. Each rule is proven on a fault planted in {@code pl.obieg.broken}. */
final class ArchitectureRules {

    static final ArchRule ONLY_THE_ENGINE_PACKAGE_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("pl.obieg.process.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("modules speak the words of pl.obieg.process");

    static final ArchRule RECORDS_HAVE_NO_SETTERS =
            noMethods().that().areDeclaredInClassesThat().areRecords().should().haveNameMatching("set[A-Z].*");

    static final ArchRule NAMES_COME_FROM_THE_FIELD = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)")
            .because("such a name says nothing of the office");

    static final ArchRule THE_PRODUCT_DOES_NOT_KNOW_THE_SIMULATORS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("pl.obieg.simulators..", "pl.obieg.support..", "pl.obieg.local..", "org.junit..");

    static final ArchRule NO_FIELD_IS_INJECTED = noFields().should().beAnnotatedWith(Autowired.class);

    static final ArchRule NO_SETTER_IS_INJECTED = noMethods().should().beAnnotatedWith(Autowired.class);

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .accessTargetWhere(describe("reads the time without a clock", ArchitectureRules::readsTimeWithoutClock))
            .because("local runs and tests let days pass");

    private ArchitectureRules() {}

    /** @param simulators package pattern of the simulators */
    static ArchRule simulatorsStandAlone(String simulators) {
        return noClasses()
                .that()
                .resideInAPackage(simulators)
                .should()
                .dependOnClassesThat(resideInAPackage("pl.obieg..").and(not(resideInAPackage(simulators))))
                .because("a simulator is somebody else's system");
    }

    private static boolean readsTimeWithoutClock(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getName();
        String name = access.getTarget().getName();
        boolean now = owner.startsWith("java.time.")
                && name.equals("now")
                && access.getTarget() instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean system = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
        boolean date = owner.equals("java.util.Date")
                && name.equals("<init>")
                && access.getTarget() instanceof CodeUnitCallTarget call
                && call.getRawParameterTypes().isEmpty();
        return now || system || date;
    }

    /** Packages directly below that do not say what they are and what they may use. */
    static List<String> modulesWithoutFace(Path root, String basePackage) throws IOException {
        List<String> faceless = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                String name = basePackage + "." + folder.getFileName();
                if (!hasFace(name)) {
                    faceless.add(name);
                }
            }
        }
        return faceless;
    }

    private static boolean hasFace(String packageName) {
        try {
            ApplicationModule module =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            return module != null && !List.of(module.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN);
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    /** Java files longer than the limit. */
    static List<Path> longerThan(int lines, Path root) throws IOException {
        List<Path> longer = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                try (Stream<String> content = Files.lines(file)) {
                    if (content.count() > lines) {
                        longer.add(file);
                    }
                }
            }
        }
        return longer;
    }

    /** Numbers of decisions that are taken twice; none if there is no folder. */
    static Set<String> numbersTakenTwice(Path folder) throws IOException {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("\\d{4}-.*\\.md"))
                        .map(name -> name.substring(0, 4))
                        .filter(number -> !seen.add(number))
                        .forEach(twice::add);
            }
        }
        return twice;
    }
}
