package pl.obieg.delivery.epuap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.obieg.simulators.pki.TestPki;
import pl.obieg.support.TestDatabase;

/** The simulator of ePUAP alone, spoken to by HTTP only. */
final class EpuapSimulator implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final TestPki pki;

    private EpuapSimulator(ConfigurableApplicationContext context, TestPki pki) {
        this.context = context;
        this.pki = pki;
    }

    /** What the integrated application of all simulators has too. */
    @ComponentScan({"pl.obieg.simulators.epuap", "pl.obieg.simulators.pki"})
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class
    })
    static class Alone {}

    static EpuapSimulator start() {
        Path pki = Path.of("target", "pki");
        DataSource database = TestDatabase.empty().dataSource();
        Flyway.configure()
                .dataSource(database)
                .schemas("epuap")
                .defaultSchema("epuap")
                .locations("classpath:db/simulators/epuap")
                .load()
                .migrate();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Alone.class)
                .initializers(empty -> {
                    GenericApplicationContext beans = (GenericApplicationContext) empty;
                    beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
                    beans.registerBean(Clock.class, Clock::systemUTC);
                })
                .properties(Map.of(
                        "server.port", "0",
                        "spring.config.name", "simulators",
                        "spring.main.banner-mode", "off",
                        "obieg.simulators.pki", pki.toString()))
                .run();
        return new EpuapSimulator(context, TestPki.in(pki));
    }

    TestPki pki() {
        return pki;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A citizen files a document. */
    void file(String content) {
        file(content, "/JanKowalski/domyslna", "dokument.xml");
    }

    void file(String content, String replyAddress, String fileName) {
        String base64 = java.util.Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        post("/epuap/dokumenty", """
                {"base64": "%s", "nazwaPliku": "%s", "adresOdpowiedzi": "%s",
                 "nadawca": {"imie": "Jan", "nazwisko": "Kowalski", "pesel": "80010112345"}}
                """.formatted(base64, fileName, replyAddress));
    }

    void fault(String mode, String operation) {
        post("/epuap/awarie", """
                {"mode": "%s", "count": 1, "operation": "%s", "millis": 1500}
                """.formatted(mode, operation));
    }

    void collectsAtOnce() {
        post("/epuap/tryb", "{\"auto\": \"DELIVERED\"}");
    }

    String queue() {
        return get("/epuap/kolejka");
    }

    String sent() {
        return get("/epuap/wyslane");
    }

    String get(String path) {
        return text(HttpRequest.newBuilder(uri(path)).build());
    }

    String post(String path, String json) {
        return text(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private String text(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
