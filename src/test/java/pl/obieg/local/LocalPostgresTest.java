package pl.obieg.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.obieg.support.ChildJvm;

class LocalPostgresTest {

    private static final String READY = "ROW COMMITTED";

    @TempDir
    private Path home;

    /** A local run that gets no further than its database: one row committed, another in a transaction left open. */
    static final class DatabaseOnly {

        private DatabaseOnly() {}

        public static void main(String[] arguments) throws SQLException, InterruptedException {
            String url = LocalPostgres.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
                    .database("obieg");
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table letter (number integer)");
                statement.execute("insert into letter values (1)");
                connection.setAutoCommit(false);
                statement.execute("insert into letter values (2)");
                System.out.println(READY);
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    @Test
    void databaseLeftByKilledRunIsTakenOverWithAllThatWasCommitted() throws IOException {
        int port = freePort();
        ChildJvm child = ChildJvm.start(
                DatabaseOnly.class,
                Files.createFile(home.resolve("child.log")),
                READY,
                List.of(home.toString(), Integer.toString(port)));
        child.kill();
        assertThat(postgresRuns())
                .as("PostgreSQL outlives the killed application")
                .isTrue();

        try (LocalPostgres next = LocalPostgres.start(home, port)) {
            JdbcClient database = JdbcClient.create(new DriverManagerDataSource(next.database("obieg")));
            assertThat(database.sql("select number from letter")
                            .query(Integer.class)
                            .list())
                    .containsExactly(1);
        }
        assertThat(postgresRuns())
                .as("it ends with the application that closes it")
                .isFalse();
    }

    private boolean postgresRuns() throws IOException {
        Path pidFile = home.resolve("data").resolve("postmaster.pid");
        return Files.exists(pidFile)
                && ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(pidFile).get(0).strip()))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
