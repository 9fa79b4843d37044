package pl.obieg.delivery.edoreczenia;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pl.obieg.support.TestDatabase;

/** The simulator of e-Doręczenia alone, on a port of its own, and a test's hand on it. */
final class OperatorUnderTest implements AutoCloseable {

    @SpringBootConfiguration
    @ComponentScan("pl.obieg.simulators.edoreczenia")
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Application {}

    private final ServletWebServerApplicationContext context;
    private final RestClient http;
    private final JdbcClient jdbc;

    OperatorUnderTest(Clock clock) {
        TestDatabase database = TestDatabase.empty();
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("edoreczenia")
                .locations("classpath:db/simulators/edoreczenia")
                .load()
                .migrate();
        jdbc = database.jdbc();
        ApplicationContextInitializer<GenericApplicationContext> beans = fresh -> {
            fresh.registerBean(Clock.class, () -> clock);
            fresh.registerBean(DataSource.class, database::dataSource);
            fresh.registerBean(JdbcClient.class, () -> jdbc);
            fresh.registerBean(PlatformTransactionManager.class, database::transactions);
        };
        context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
                .initializers(beans)
                .properties(
                        "server.port=0",
                        "server.shutdown=immediate",
                        "simulators.edoreczenia.too-late=3s",
                        "spring.main.banner-mode=off",
                        "spring.config.location=optional:none/")
                .run();
        http = RestClient.create(url(""));
    }

    String url(String path) {
        return "http://localhost:" + context.getWebServer().getPort() + "/edoreczenia" + path;
    }

    void order(String path, Object body) {
        http.post()
                .uri(url(path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    void fault(String mode, int count) {
        order("/awarie", Map.of("mode", mode, "count", count));
    }

    /** Does to every message what its addressee would: {@code odebrano}, {@code uznane}, {@code niedoreczona}. */
    void allMessages(String action) {
        messageIds().forEach(id -> order("/wiadomosci/" + id + "/" + action, Map.of()));
    }

    List<String> messageIds() {
        return jdbc.sql("select message_id from edoreczenia.message")
                .query(String.class)
                .list();
    }

    String page() {
        return http.get().uri(url("")).retrieve().body(String.class);
    }

    /** Paths the simulator answers under {@code prefix}, with their variables. */
    List<String> paths(String prefix) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> path.startsWith("/edoreczenia" + prefix))
                .map(path -> path.substring(("/edoreczenia" + prefix).length()))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
