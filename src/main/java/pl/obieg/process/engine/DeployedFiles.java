package pl.obieg.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import pl.obieg.process.ProcedureFiles;

/** Reads a procedure's files from the deployment of the running case, else from the newest models. */
@Component
class DeployedFiles implements ProcedureFiles {

    private static final Pattern OF_PROCEDURES =
            Pattern.compile("(processes|forms|decisions|letters)(/(?!\\.\\.)[^/]+)+");

    private final RepositoryService repository;
    private final Map<String, Optional<String>> cache = new ConcurrentHashMap<>();

    DeployedFiles(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public String text(String path) {
        return RunningOperation.deploymentId()
                .flatMap(deployment ->
                        cache.computeIfAbsent(deployment + "/" + path, unused -> deployed(deployment, path)))
                .or(() -> cache.computeIfAbsent(path, DeployedFiles::onClasspath))
                .orElseThrow(() -> new IllegalArgumentException("There is no file " + path));
    }

    private Optional<String> deployed(String deployment, String path) {
        if (!repository.getDeploymentResourceNames(deployment).contains(path)) {
            return Optional.empty();
        }
        try (InputStream content = repository.getResourceAsStream(deployment, path)) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Only what belongs to procedures: a letter may include another letter, but no other file of the program. */
    private static Optional<String> onClasspath(String path) {
        if (!OF_PROCEDURES.matcher(path).matches()) {
            return Optional.empty();
        }
        ClassPathResource file = new ClassPathResource(path);
        try {
            return file.exists() ? Optional.of(file.getContentAsString(StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
