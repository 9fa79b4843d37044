package pl.obieg.delivery.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.support.TestDatabase;

/** The simulated post on a port of its own, and a person at its desk. */
final class SimulatedPost implements AutoCloseable {

    private final TestDatabase database = TestDatabase.empty();
    private final ConfigurableApplicationContext application;
    private final HttpClient http = HttpClient.newHttpClient();

    SimulatedPost(Clock clock) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("post")
                .defaultSchema("post")
                .locations("classpath:db/simulators/post")
                .load()
                .migrate();
        application = new SpringApplicationBuilder(OnlyThePost.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of(
                        "server.port",
                        "0",
                        "spring.main.banner-mode",
                        "off",
                        "spring.config.location",
                        "optional:classpath:/none.yml"))
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean(DataSource.class, database::dataSource);
                    context.registerBean(JdbcClient.class, database::jdbc);
                    context.registerBean(Clock.class, () -> clock);
                })
                .run();
    }

    /** Forgets every letter and order. */
    void clear() {
        database.jdbc()
                .sql("truncate post.shipment, post.envelope, post.setting restart identity")
                .update();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + application.getEnvironment().getProperty("local.server.port") + path);
    }

    void act(String letter, String action) {
        post("/post/przesylki/" + letter + "/" + action, "");
    }

    void auto(String mode) {
        post("/post/tryb", "{\"auto\":\"" + mode + "\"}");
    }

    void fault(String mode, int count, String operation) {
        post(
                "/post/awarie",
                "{\"mode\":\"%s\",\"count\":%d,\"operation\":\"%s\",\"seconds\":0}".formatted(mode, count, operation));
    }

    String get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build()).body();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void post(String path, String json) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
    }

    @Override
    public void close() {
        application.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("pl.obieg.simulators.post")
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class OnlyThePost {}
}
