package pl.obieg.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.obieg.process.engine.OperationRegistry;
import pl.obieg.process.engine.OperationsOnClasspath;

/** The committed palette and catalogue are what code, cards and models say. */
class PaletteDriftTest {

    static final String COMMAND = "mvn test -Dtest=PaletteDriftTest -Dobieg.regenerate=true";

    private final OperationRegistry operations = OperationsOnClasspath.all();

    @Test
    void paletteIsAsTheOperationsAre() throws IOException {
        Map<Path, String> files = Palette.files(operations);
        Set<Path> stale = new HashSet<>(Procedure.files(Palette.folder(), ".json"));
        stale.removeAll(files.keySet());
        if (Boolean.getBoolean("obieg.regenerate")) {
            for (Path file : stale) {
                Files.delete(file);
            }
            stale.clear();
        }

        check(files);
        assertThat(stale).as("templates of no operation; run: " + COMMAND).isEmpty();
    }

    @Test
    void catalogueIsAsTheProceduresAre() throws IOException {
        check(Catalogue.files(operations, Procedure.all()));
    }

    private static void check(Map<Path, String> files) throws IOException {
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (Boolean.getBoolean("obieg.regenerate")) {
                Files.createDirectories(file.getKey().getParent());
                Files.writeString(file.getKey(), file.getValue());
            }
            String there = Files.exists(file.getKey()) ? Files.readString(file.getKey()) : "";
            assertThat(there)
                    .as(file.getKey() + " has drifted; run: " + COMMAND)
                    .isEqualTo(file.getValue());
        }
    }
}
