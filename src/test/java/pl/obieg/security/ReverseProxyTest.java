package pl.obieg.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.obieg.support.RunningOffice;

/** {@code deploy/nginx.conf} in front of the running office, with other ports and certificates of its own. */
class ReverseProxyTest {

    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final String STAFF = "obieg.urzad.example";
    private static final String CITIZENS = "gmina24.urzad.example";

    @TempDir
    static Path folder;

    private static Process nginx;
    private static int port;

    @BeforeAll
    static void startNginx() throws IOException, InterruptedException {
        for (Path needed : List.of(NGINX, Path.of("/usr/bin/openssl"), Path.of("/usr/bin/curl"))) {
            Assumptions.assumeTrue(Files.isExecutable(needed), () -> "Bez serwera pośredniczącego: nie ma " + needed);
        }
        port = freePort();
        for (String name : List.of("gmina24", "obieg")) {
            run(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-days",
                    "2",
                    "-subj",
                    "/CN=" + name,
                    "-keyout",
                    folder.resolve(name + ".key").toString(),
                    "-out",
                    folder.resolve(name + ".crt").toString());
        }
        String office = RunningOffice.get().address().replace("http://localhost", "127.0.0.1");
        String servers = Files.readString(Path.of("deploy", "nginx.conf"))
                .replace("/etc/nginx/tls", folder.toString())
                .replace("/var/log/nginx", folder.toString())
                .replace("listen 80 default_server", "listen 127.0.0.1:" + freePort() + " default_server")
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("127.0.0.1:8080", office)
                .replace("allow 10.0.0.0/16", "allow 127.0.0.1")
                .replace("allow 10.0.7.0/24", "allow 127.0.0.1");
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration,
                "daemon off; pid " + folder + "/pid; error_log " + folder + "/error.log;\nevents {}\nhttp {\naccess_log"
                        + " off; client_body_buffer_size 1m; client_body_temp_path " + folder
                        + "/body; proxy_temp_path " + folder + "/proxy;\n"
                        + servers + "\n}\n");
        nginx = new ProcessBuilder(NGINX.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        RunningOffice.get().await("nginx", () -> {
            assertThat(nginx.isAlive()).as(() -> read("out.log")).isTrue();
            return answer(CITIZENS, "/").startsWith("302");
        });
    }

    @AfterAll
    static void stopNginx() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void citizensReachTheirPortalAndNothingElse() {
        assertThat(answer(CITIZENS, "/")).isEqualTo("302 https://" + CITIZENS + ":" + port + "/gmina24");
        for (String open : List.of("/gmina24/zaloguj", "/gmina24.css", "/urzad/favicon.svg")) {
            assertThat(answer(CITIZENS, open)).as(open).startsWith("200");
        }
        for (String closed : List.of(
                "/zaloguj",
                "/ezd/sprawy",
                "/dokumenty/abc",
                "/camunda/app/tasklist/default/",
                "/engine-rest/engine",
                "/actuator/health",
                "/gmina24/../actuator/health",
                "/gmina24/%2e%2e/ezd/wplywy")) {
            assertThat(answer(CITIZENS, closed)).as(closed).startsWith("404");
        }
    }

    @Test
    void applicationKnowsTheAddressThatTheBrowserSees() {
        assertThat(answer(STAFF, "/ezd/sprawy")).isEqualTo("302 https://" + STAFF + "/zaloguj");
        assertThat(answer(CITIZENS, "/gmina24")).isEqualTo("302 https://" + CITIZENS + "/gmina24/zaloguj");
        assertThat(answer(STAFF, "/ezd/sprawy", "-H", "X-Forwarded-Host: zly.example", "-H", "Forwarded: host=zly"))
                .isEqualTo("302 https://" + STAFF + "/zaloguj");
    }

    @Test
    void staffSeesHealthButNoOtherPageOfTheActuator() {
        assertThat(answer(STAFF, "/actuator/health")).startsWith("200");
        assertThat(answer(STAFF, "/actuator")).startsWith("404");
        assertThat(answer(STAFF, "/actuator/metrics")).startsWith("404");
        assertThat(answer(STAFF, "/engine-rest/engine")).startsWith("401");
    }

    @Test
    void browserIsToldToStayWithTlsAndToTrustNothingFromElsewhere() {
        String page = curl(STAFF, "/zaloguj", "-i");
        assertThat(page)
                .containsIgnoringCase("Strict-Transport-Security: max-age=31536000")
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Content-Security-Policy: default-src 'self'")
                .containsIgnoringCase("Content-Language: pl")
                .doesNotContain("nginx/");
    }

    @Test
    void bodyThatIsTooLargeIsStoppedBeforeTheApplication() throws IOException {
        Path large = folder.resolve("large");
        Files.write(large, new byte[70_000]);
        assertThat(answer(CITIZENS, "/gmina24/zaloguj", "--data-binary", "@" + large))
                .startsWith("413");
        assertThat(answer(STAFF, "/zaloguj", "--data-binary", "@" + large)).startsWith("403");
    }

    private static String answer(String host, String path, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-o", "/dev/null", "-w", "%{http_code} %{redirect_url}"));
        return curl(host, path, options.toArray(String[]::new)).strip();
    }

    private static String curl(String host, String path, String... more) {
        List<String> command = new ArrayList<>(List.of("curl", "-sk", "--path-as-is", "--max-time", "20"));
        command.addAll(List.of("--resolve", host + ":" + port + ":127.0.0.1"));
        command.addAll(List.of(more));
        command.add("https://" + host + ":" + port + path);
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException absent) {
            return absent.toString();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
