package pl.obieg.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import pl.obieg.process.ProcedureFiles;

/**
 * Reads a procedure's files from the deployment of the running case, else from the classpath. Modeler deploys files by
 * their bare names: one that is not there under its path is looked up by name; {@link CheckedDeployment} sees to it that
 * a bare name means one file.
 */
@Component
class DeployedFiles implements ProcedureFiles {

    private static final Pattern OF_PROCEDURES =
            Pattern.compile("(processes|forms|decisions|letters)(/(?!\\.\\.)[^/]+)+");

    private static final Pattern PLAIN = Pattern.compile("[\\w.-]+");

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
        List<String> names = repository.getDeploymentResourceNames(deployment);
        String bare = path.substring(path.lastIndexOf('/') + 1);
        String name = names.contains(path) ? path : bare;
        if (!names.contains(name)) {
            return Optional.empty();
        }
        try (InputStream content = repository.getResourceAsStream(deployment, name)) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Paths of the packaged letters and form mappings that a bare file name may stand for. */
    static List<String> pathsOf(String name) {
        if (!PLAIN.matcher(name).matches()) {
            return List.of();
        }
        PathMatchingResourcePatternResolver classpath = new PathMatchingResourcePatternResolver();
        Set<String> paths = new TreeSet<>();
        try {
            for (String kind : List.of("letters", "processes")) {
                for (Resource file : classpath.getResources("classpath*:" + kind + "/**/" + name)) {
                    String url = file.getURL().toString();
                    paths.add(url.substring(url.lastIndexOf("/" + kind + "/") + 1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(paths);
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
