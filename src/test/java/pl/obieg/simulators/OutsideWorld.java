package pl.obieg.simulators;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.freemarker.FreeMarkerAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The world outside the office in one application of its own: ePUAP, e-Doręczenia with BAE, the post, the bank, the
 * enforcement organ. It speaks their protocols, keeps its state in a database of its own and imports nothing of the office.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = FreeMarkerAutoConfiguration.class,
        excludeName = {
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.springframework.boot.autoconfigure.jersey.JerseyAutoConfiguration",
            "org.springframework.modulith.core.config.StrategyAutoConfiguration"
        })
@ComponentScan
@EnableScheduling
public class OutsideWorld {

    /**
     * Starts it.
     *
     * @param settings Spring properties, at least the database's URL
     * @param moveClock sets how far the clock runs ahead of the true time
     */
    public static ConfigurableApplicationContext start(
            int port, Clock clock, Map<String, Object> settings, Consumer<Duration> moveClock) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        properties.put("spring.config.name", "outside-world");
        properties.put("spring.main.banner-mode", "off");
        properties.put("spring.jmx.enabled", "false");
        properties.put("spring.flyway.locations", "classpath:db/none");
        properties.put("spring.flyway.fail-on-missing-locations", "false");
        properties.put("spring.datasource.username", "postgres");
        properties.put("spring.datasource.hikari.maximum-pool-size", 8);
        properties.put("spring.servlet.multipart.max-file-size", "20MB");
        properties.put("server.servlet.encoding.force", "true");
        properties.putAll(settings);
        return new SpringApplicationBuilder(OutsideWorld.class)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("clock", clock);
                    context.getBeanFactory().registerSingleton("moveClock", moveClock);
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new org.springframework.core.env.MapPropertySource("outside-world", properties));
                })
                .run();
    }

    /** The port it listens on. */
    public static int port(ConfigurableApplicationContext world) {
        return ((ServletWebServerApplicationContext) world).getWebServer().getPort();
    }

    @Bean
    FlywayMigrationStrategy schemaPerSystem() {
        return configured -> migrate(configured.getConfiguration().getDataSource());
    }

    /** Brings the simulators' schemas up to date: {@code db/simulators/<system>/V*.sql}. */
    public static void migrate(DataSource dataSource) {
        try {
            Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:db/simulators/*/V*.sql"))
                    .map(script -> {
                        String[] path = script.toString().split("/");
                        return path[path.length - 2];
                    })
                    .distinct()
                    .forEach(system -> Flyway.configure()
                            .dataSource(dataSource)
                            .schemas(system)
                            .defaultSchema(system)
                            .locations("classpath:db/simulators/" + system)
                            .load()
                            .migrate());
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
