package pl.obieg.support;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import pl.obieg.Obieg;
import pl.obieg.local.LocalOffice;

/**
 * The application alone, as a process that may be killed: PostgreSQL and the world outside are elsewhere. Its staff
 * works by itself. Arguments: JDBC URL, port of the world outside, folder with keys and bank files.
 */
public final class OfficeNode {

    /** Printed when the node has started. */
    public static final String READY = "OFFICE NODE READY";

    private OfficeNode() {}

    public static void main(String[] arguments) {
        try {
            ConfigurableApplicationContext office =
                    start(arguments[0], Integer.parseInt(arguments[1]), Path.of(arguments[2]));
            AutoStaff.work(office);
            System.out.println(READY);
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static ConfigurableApplicationContext start(String databaseUrl, int outsidePort, Path home) {
        Map<String, Object> settings = new HashMap<>(LocalOffice.settings(databaseUrl, outsidePort, home));
        settings.put("server.port", 0);
        settings.put("obieg.systems.epuap.poll-interval", "500ms");
        settings.put("obieg.systems.e-doreczenia.poll-delay", "500ms");
        // The simulator lists at once what it has, so what is not there was not sent; no clerk need be asked.
        settings.put("obieg.systems.e-doreczenia.not-found", "send-again");
        settings.put("obieg.systems.post.poll-delay", "500ms");
        settings.put("obieg.systems.bank.poll-delay", "500ms");
        settings.put("obieg.process.sweep-delay", "PT1S");
        // Jobs of a killed node are taken over when their lock ends.
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", 15_000);
        settings.put("camunda.bpm.job-execution.max-wait", 500);
        return new SpringApplicationBuilder(Obieg.class, LocalOffice.class)
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("office-node", settings));
                    LocalOffice.scanProductOnly(context);
                })
                .run();
    }
}
