package pl.obieg.delivery.epuap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Stands between office and ePUAP, writes down what passes and may change it. */
final class Wiretap implements AutoCloseable {

    final List<String> requests = new ArrayList<>();
    final List<String> answers = new ArrayList<>();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI target;
    private final UnaryOperator<String> change;
    private final HttpServer server;

    private Wiretap(URI target, UnaryOperator<String> change, HttpServer server) {
        this.target = target;
        this.change = change;
        this.server = server;
    }

    static Wiretap on(URI target, UnaryOperator<String> change) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Wiretap wiretap = new Wiretap(target, change, server);
        server.createContext("/", wiretap::pass);
        server.start();
        return wiretap;
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void pass(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request);
        HttpRequest onward = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", exchange.getRequestHeaders().getFirst("SOAPAction"))
                .POST(HttpRequest.BodyPublishers.ofString(change.apply(request)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(onward, HttpResponse.BodyHandlers.ofByteArray());
            answers.add(new String(answer.body(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer.body());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
