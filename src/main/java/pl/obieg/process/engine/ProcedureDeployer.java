package pl.obieg.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys every procedure as one deployment of its own: model, forms, decisions, letters and form mappings under their
 * repository paths. What has not changed since the last start makes no new version; so a procedure that an analyst has
 * deployed from Modeler stays until the program itself brings changed files of it. A folder of decisions without a
 * procedure, such as the law pack {@code decisions/prawo}, is a deployment too: its tables belong to no case and the
 * newest always answer. It runs before the job executor starts; a broken model stops the start and says why.
 */
@Component
class ProcedureDeployer implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureDeployer.class);
    /** Of what the program brings itself. */
    static final String SOURCE = "obieg";

    private static final Pattern MODEL = Pattern.compile("processes/(?:wspolne/)?([^/]+)/\\1\\.bpmn");
    private static final Pattern FILE = Pattern.compile("processes/(?:wspolne/)?([^/]+)/(?:wzory/[^/]+|[^/]+\\.bpmn)"
            + "|(?:forms|decisions|letters)/([^/]+)/[^/]+");
    private static final Set<String> DEPLOYED = Set.of("bpmn", "dmn", "form", "ftlh", "yml");

    private final RepositoryService repository;
    private final Path directory;

    ProcedureDeployer(RepositoryService repository, @Value("${obieg.procedures.dir:}") String directory) {
        this.repository = repository;
        this.directory = directory.isBlank() ? null : Path.of(directory);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, Map<String, Resource>> files = new TreeMap<>();
        collect(files, "classpath*:");
        if (directory != null) {
            if (!Files.isDirectory(directory)) {
                throw new IllegalStateException("obieg.procedures.dir is not a folder: " + directory);
            }
            collect(files, directory.toUri().toString());
        }
        files.forEach((key, own) -> {
            if (own.keySet().stream().anyMatch(path -> MODEL.matcher(path).matches())) {
                deploy(key, own);
            } else if (own.keySet().stream().allMatch(path -> path.startsWith("decisions/"))) {
                deployTables(key, own);
            } else {
                LOG.warn("Files of {} have no model and are not deployed: {}", key, own.keySet());
            }
        });
    }

    private static void collect(Map<String, Map<String, Resource>> files, String root) {
        for (String kind : List.of("processes", "forms", "decisions", "letters")) {
            try {
                for (Resource resource :
                        new PathMatchingResourcePatternResolver().getResources(root + kind + "/**/*.*")) {
                    String url = resource.getURL().toString();
                    String path = url.substring(url.lastIndexOf("/" + kind + "/") + 1);
                    Matcher matcher = FILE.matcher(path);
                    String ending = path.substring(path.lastIndexOf('.') + 1);
                    if (matcher.matches() && DEPLOYED.contains(ending)) {
                        String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                        files.computeIfAbsent(key, unused -> new TreeMap<>()).put(path, resource);
                    }
                }
            } catch (java.io.FileNotFoundException none) {
                LOG.debug("No {} under {}", kind, root);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private void deploy(String key, Map<String, Resource> files) {
        Optional<ProcessDefinition> before = newest(key);
        add(key, files, false);
        before.filter(version -> !SOURCE.equals(source(version))).ifPresent(foreign -> tellOf(foreign, newest(key)));
    }

    /** Only the tables that changed get a new version; one that an analyst has deployed since stays. */
    private void deployTables(String key, Map<String, Resource> files) {
        Map<String, Resource> own = new TreeMap<>(files);
        own.keySet().removeIf(path -> {
            String decision = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
            DecisionDefinition newest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .latestVersion()
                    .singleResult();
            boolean analysts = newest != null && !SOURCE.equals(source(newest));
            if (analysts) {
                LOG.warn("Table {} was last deployed from \"{}\": that version stays", decision, source(newest));
            }
            return analysts;
        });
        if (!own.isEmpty()) {
            add(key, own, true);
        }
    }

    private void add(String key, Map<String, Resource> files, boolean changedOnly) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(key).source(SOURCE).enableDuplicateFiltering(changedOnly);
        List<String> paths = new ArrayList<>();
        files.forEach((path, resource) -> {
            try (InputStream content = resource.getInputStream()) {
                deployment.addInputStream(path, new java.io.ByteArrayInputStream(content.readAllBytes()));
                paths.add(path);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        LawPackDeployment.within(deployment::deploy);
        LOG.info("Deployment {}: {} files", key, paths.size());
    }

    /** An analyst's version goes on until the program brings changed files of the procedure. */
    private void tellOf(ProcessDefinition foreign, Optional<ProcessDefinition> now) {
        boolean kept = now.map(ProcessDefinition::getId)
                .filter(foreign.getId()::equals)
                .isPresent();
        LOG.warn(
                kept
                        ? "{}: version {} deployed from \"{}\" stays, since the program brings no changed files"
                        : "{}: the program's changed files take the place of version {} deployed from \"{}\"",
                foreign.getKey(),
                foreign.getVersion(),
                source(foreign));
    }

    private Optional<ProcessDefinition> newest(String key) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult());
    }

    private String source(ResourceDefinition definition) {
        return repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getSource();
    }
}
