package pl.obieg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Modules use only the faces they say they use, and the committed picture shows it. */
class ModularityTests {

    private static final Path PICTURE = Path.of("docs/modules.md");
    private static final String COMMAND = "mvn test -Dtest=ModularityTests -Dobieg.regenerate=true";

    private final ApplicationModules modules = ApplicationModules.of(Obieg.class);

    @Test
    void modulesKeepToTheirFaces() {
        modules.verify();
    }

    @Test
    void drawsTheModules() {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("target/modules")).writeDocumentation();

        assertThat(Path.of("target/modules/components.puml")).exists();
    }

    @Test
    void committedPictureIsTrue() throws IOException {
        String picture = picture();
        if (Boolean.getBoolean("obieg.regenerate")) {
            Files.writeString(PICTURE, picture);
        }

        assertThat(Files.exists(PICTURE) ? Files.readString(PICTURE) : "")
                .as(PICTURE + " has drifted; run: " + COMMAND)
                .isEqualTo(picture);
    }

    private static String picture() throws IOException {
        StringBuilder text = new StringBuilder("""
                # Modules

                What each module of `pl.obieg` says it may use in its `package-info.java`; Spring Modulith verifies it.
                Generated: `%s`.

                ```mermaid
                graph TD
                """.formatted(COMMAND));
        for (String module : modules()) {
            ApplicationModule face = face(module);
            text.append("    ")
                    .append(module)
                    .append("[\"")
                    .append(face.displayName())
                    .append("\"]\n");
            Arrays.stream(face.allowedDependencies())
                    .map(used -> used.replaceAll("::.*", ""))
                    .distinct()
                    .sorted()
                    .forEach(used -> text.append("    ")
                            .append(module)
                            .append(" --> ")
                            .append(used)
                            .append('\n'));
        }
        return text.append("```\n").toString();
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/pl/obieg"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static ApplicationModule face(String module) {
        try {
            return Class.forName("pl.obieg." + module + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException none) {
            throw new IllegalStateException(module + " has no package-info", none);
        }
    }
}
