package pl.obieg.process.engine;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;

/** Names the law pack in force, for the reasons that rest on it. */
@Component
class LawPackName {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d.MM.yyyy").withZone(OfficeClock.WARSAW);
    private static final int SHOWN = 8;

    private final RepositoryService repository;

    LawPackName(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** As a Polish phrase; {@code null} if no table of the law is deployed. */
    String name() {
        List<Deployment> newest = repository
                .createDeploymentQuery()
                .deploymentName(EngineLawTables.DEPLOYMENT)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        if (newest.isEmpty()) {
            return null;
        }
        Instant since = newest.get(0).getDeploymentTime().toInstant();
        String id = newest.get(0).getId();
        return "pakiet prawny z " + DAY.format(since) + ", nr " + id.substring(0, Math.min(SHOWN, id.length()));
    }
}
