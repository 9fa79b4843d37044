package pl.obieg.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.obieg.support.RunningOffice;

/** A browser with cookies of its own that follows no redirects, or a machine that signs in with Basic. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address = RunningOffice.get().address();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String authorization;

    public static Browser anonymous() {
        return new Browser();
    }

    public static Browser machine(String login, String password) {
        Browser machine = new Browser();
        machine.authorization = "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return machine;
    }

    public static Browser staff(String login) {
        Browser browser = new Browser();
        browser.signIn("/zaloguj", login, "obieg");
        return browser;
    }

    public static Browser citizen(String login) {
        Browser browser = new Browser();
        browser.signIn("/gmina24/zaloguj", login, "obieg-mieszkaniec");
        return browser;
    }

    /** @return where the sign-in leads */
    String signIn(String page, String login, String password) {
        return form(page, page, Map.of("username", login, "password", password))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    /** Opens the page, takes its token and sends the form. */
    public HttpResponse<String> form(String page, String target, Map<String, String> fields) {
        Matcher token = CSRF.matcher(get(page).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Opens the page, takes its token and sends the form with a file. */
    public HttpResponse<String> upload(
            String page, String target, Map<String, String> fields, String fileField, byte[] pdf) {
        String boundary = "granica";
        Matcher token = CSRF.matcher(get(page).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (token.find()) {
            all.put("_csrf", token.group(1));
        }
        StringBuilder before = new StringBuilder();
        all.forEach((name, value) -> before.append(part(boundary, name, null, value)));
        before.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(fileField)
                .append("\"; filename=\"skan.pdf\"\r\nContent-Type: application/pdf\r\n\r\n");
        return send(request(target)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        before.toString().getBytes(StandardCharsets.UTF_8),
                        pdf,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A page of another site asks in this browser. */
    HttpResponse<String> asked(String origin, String path) {
        return send(request(path).header("Origin", origin).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return with("POST", path, json);
    }

    HttpResponse<String> with(String method, String path, String json) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        String token = cookie("CAMUNDA-XSRF");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return send(request.method(method, BodyPublishers.ofString(json)));
    }

    /** Deploys files by name through the engine's REST. */
    HttpResponse<String> deploy(String engine, Map<String, String> files) {
        String boundary = "granica";
        StringBuilder body = new StringBuilder();
        body.append(part(boundary, "deployment-name", null, "próba"));
        files.forEach((name, content) -> body.append(part(boundary, name, name, content)));
        body.append("--").append(boundary).append("--\r\n");
        HttpRequest.Builder request = request(engine + "/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary);
        return send(request.POST(BodyPublishers.ofString(body.toString())));
    }

    private static String part(String boundary, String name, String file, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"") + "\r\n\r\n" + content + "\r\n";
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "application/json,text/html");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new java.io.UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
