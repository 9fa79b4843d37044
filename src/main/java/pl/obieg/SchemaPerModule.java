package pl.obieg;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Keeps one PostgreSQL schema per module: {@code db/migration/<module>/V*.sql} is migrated into the schema of the same
 * name, with its own history. A module is found by its folder, so a new one needs no entry anywhere.
 */
@Configuration(proxyBeanMethods = false)
public class SchemaPerModule {

    private static final String ROOT = "db/migration/";

    @Bean
    FlywayMigrationStrategy migrateEachModule() {
        return configured -> migrate(configured.getConfiguration().getDataSource());
    }

    /** Brings the schemas of all modules up to date. */
    public static void migrate(DataSource dataSource) {
        for (String module : modules()) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:" + ROOT + module)
                    .load()
                    .migrate();
        }
    }

    private static List<String> modules() {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/V*.sql");
            return List.copyOf(Arrays.stream(scripts)
                    .map(SchemaPerModule::moduleOf)
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The migrations under " + ROOT + " cannot be listed", unreadable);
        }
    }

    private static String moduleOf(Resource script) {
        try {
            String[] parts = script.getURL().toString().split("/");
            return parts[parts.length - 2];
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
