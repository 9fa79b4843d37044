package pl.obieg.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import pl.obieg.SchemaPerModule;

/**
 * A real PostgreSQL for tests, started once per JVM. {@link #fresh()} gives an empty database with the schemas of all
 * modules; a test class takes one of its own, so tests depend on no order.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final DataSource dataSource;
    private final String url;

    private TestDatabase(DataSource dataSource, String url) {
        this.dataSource = dataSource;
        this.url = url;
    }

    /** A new database, migrated. */
    public static synchronized TestDatabase fresh() {
        TestDatabase empty = empty();
        SchemaPerModule.migrate(empty.dataSource);
        return empty;
    }

    /** A new database without any table. */
    public static synchronized TestDatabase empty() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
            }
            String name = "test_" + COUNTER.incrementAndGet();
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return new TestDatabase(server.getDatabase("postgres", name), server.getJdbcUrl("postgres", name));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** JDBC URL with user {@code postgres}. */
    public String url() {
        return url;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public PlatformTransactionManager transactions() {
        return new DataSourceTransactionManager(dataSource);
    }
}
