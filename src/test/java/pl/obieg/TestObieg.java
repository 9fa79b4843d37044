package pl.obieg;

import java.nio.file.Path;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.local.LocalOffice;
import pl.obieg.local.LocalPostgres;
import pl.obieg.simulators.OutsideWorld;

/**
 * The whole office on a developer's machine: PostgreSQL with its data kept in {@code .obieg}, the world outside on port
 * 8090, the application on port 8080, a sample town. None of this is in the production jar.
 */
public final class TestObieg {

    private static final Deque<AutoCloseable> OPEN = new ConcurrentLinkedDeque<>();

    private TestObieg() {}

    public static void main(String[] arguments) {
        try {
            start(arguments);
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    /** Last opened, first closed: the application before its database. */
    private static void closeAll() {
        while (!OPEN.isEmpty()) {
            try {
                OPEN.pop().close();
            } catch (Exception unclosable) {
                unclosable.printStackTrace();
            }
        }
    }

    private static void start(String[] arguments) {
        long started = System.nanoTime();
        Path home = Path.of(System.getProperty("obieg.home", ".obieg"));
        int port = Integer.getInteger("obieg.port", 8080);
        int outsidePort = Integer.getInteger("obieg.outside-port", 8090);
        LocalPostgres postgres =
                LocalPostgres.start(home.resolve("postgres"), Integer.getInteger("obieg.db-port", 5433));
        Runtime.getRuntime().addShutdownHook(new Thread(TestObieg::closeAll));
        OPEN.push(postgres);
        OfficeClock clock = new OfficeClock();
        ConfigurableApplicationContext outside = OutsideWorld.start(
                outsidePort, clock, LocalOffice.outsideSettings(postgres.database("outside"), home), clock::moveTo);
        OPEN.push(outside);
        LocalOffice.register(outsidePort, home);
        Map<String, Object> settings =
                new HashMap<>(LocalOffice.settings(postgres.database("obieg"), outsidePort, home));
        settings.put("server.port", port);
        ConfigurableApplicationContext office = new SpringApplicationBuilder(Obieg.class, LocalOffice.class)
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("local-office", settings));
                    LocalOffice.scanProductOnly(context);
                    LocalOffice.shareClock(context, clock);
                })
                .run(arguments);
        OPEN.push(office);
        LocalOffice.sayHello(port, outsidePort, (System.nanoTime() - started) / 1_000_000_000);
    }
}
