package pl.obieg.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The real PostgreSQL of a local run: data kept in a folder between runs, every commit on disk. If the application was
 * killed, its PostgreSQL goes on running; then it is stopped properly and started again.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final long STOP_SECONDS = 60;

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it on the data in {@code directory}, which is made if missing. */
    public static LocalPostgres start(Path directory, int port) {
        try {
            Path data = Files.createDirectories(directory.toAbsolutePath().resolve("data"));
            stopLeftOver(data);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    .start();
            LocalPostgres started = new LocalPostgres(server);
            started.requireDurability();
            return started;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** URL of the database, which is made if missing. */
    public String database(String name) {
        JdbcClient postgres = JdbcClient.create(server.getPostgresDatabase());
        boolean missing = postgres.sql("select 1 from pg_database where datname = ?")
                .param(name)
                .query(Integer.class)
                .optional()
                .isEmpty();
        if (missing) {
            postgres.sql("create database " + name).update();
        }
        return server.getJdbcUrl("postgres", name);
    }

    private void requireDurability() {
        List<String> off = JdbcClient.create(server.getPostgresDatabase())
                .sql("select name from pg_settings where name in ('fsync', 'synchronous_commit') and setting <> 'on'")
                .query(String.class)
                .list();
        if (!off.isEmpty()) {
            throw new IllegalStateException("PostgreSQL runs without " + off);
        }
    }

    private static void stopLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        Optional<ProcessHandle> left = ProcessHandle.of(pid)
                .filter(process ->
                        process.info().commandLine().orElse("postgres").contains("postgres"));
        if (left.isPresent()) {
            LOG.info("PostgreSQL of a killed run is still there: stopping it");
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
            try {
                left.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException stuck) {
                throw new IOException("PostgreSQL with pid " + pid + " does not stop", stuck);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException unstoppable) {
            throw new UncheckedIOException(unstoppable);
        }
    }
}
