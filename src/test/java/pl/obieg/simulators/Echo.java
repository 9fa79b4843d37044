package pl.obieg.simulators;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tells whoever pressed a button of the simulators that it was heard, and where to look next. The sentence travels from
 * the redirect to the page as the number of an entry in a cookie. Programs, which do not ask for HTML, see nothing of it.
 */
@Component
class Echo extends OncePerRequestFilter {

    private static final String COOKIE = "komunikat";

    /** Sentences by the beginning and the end of the path of the action. */
    private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

    static {
        SENTENCES.put("/zegar.*", "Zegar przesunięto. Terminy w urzędzie upłyną w ciągu kilku sekund.");
        SENTENCES.put(
                "/epuap/(przyklady|dokumenty)",
                "Złożono. Za kilka sekund pismo będzie w rejestrze wpływów urzędu (EZD → Wpływy), a zadanie u kancelarii"
                        + " albo kierownika.");
        SENTENCES.put("/epuap/wyslane/.*", "Adresat odebrał pismo. Urząd pobierze poświadczenie za kilka sekund.");
        SENTENCES.put(
                "/edoreczenia/wiadomosci/.*",
                "Zapisano los wiadomości. Urząd pobierze dowód za kilka sekund (Doręczenia).");
        SENTENCES.put(
                "/post/przesylki/.*", "Zapisano zdarzenie na poczcie. Urząd pobierze je za kilka sekund (Doręczenia).");
        SENTENCES.put(
                "/bank/wplaty",
                "Wpłata przyjęta. Urząd dowie się o niej z wyciągu: wybierz „Zamknij dzień i wyślij wyciąg”.");
        SENTENCES.put("/bank/wyciag.*", "Wyciąg wysłano. Za kilka sekund urząd rozliczy wpłaty (Księgowość → Wpłaty).");
        SENTENCES.put(".*/awarie", "Awaria zamówiona: dotknie najbliższych wywołań z urzędu.");
        SENTENCES.put(".*/tryb", "Tryb ustawiony; dotyczy pism wysłanych od tej chwili.");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String accepted = String.valueOf(request.getHeader("Accept"));
        if (!accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            chain.doFilter(request, response);
        } else if ("POST".equals(request.getMethod())) {
            chain.doFilter(request, new Remembering(response, keyOf(request.getRequestURI())));
        } else {
            show(request, response, chain);
        }
    }

    private static int keyOf(String path) {
        int key = 0;
        for (String pattern : SENTENCES.keySet()) {
            if (path.matches(pattern)) {
                return key;
            }
            key++;
        }
        return -1;
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> sentence = Arrays.stream(
                        Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie ->
                        COOKIE.equals(cookie.getName()) && cookie.getValue().matches("\\d"))
                .map(cookie -> Integer.parseInt(cookie.getValue()))
                .flatMap(key -> SENTENCES.values().stream().skip(key).limit(1))
                .findFirst();
        if (sentence.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        if (String.valueOf(page.getContentType()).startsWith(MediaType.TEXT_HTML_VALUE)) {
            String html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8)
                    .replaceFirst(
                            "<h1",
                            "<p role=\"status\" style=\"border-left:.3rem solid #1c6b36;background:#e8f5ec;padding:.5rem"
                                    + " 1rem\">" + sentence.get() + "</p><h1");
            page.resetBuffer();
            page.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
            response.addCookie(cookie("", 0));
        }
        page.copyBodyToResponse();
    }

    private static Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        return cookie;
    }

    /** Adds the cookie as soon as the answer turns out to be a redirect: then the action was done. */
    private static final class Remembering extends HttpServletResponseWrapper {

        private final int key;

        private Remembering(HttpServletResponse response, int key) {
            super(response);
            this.key = key;
        }

        private void remember(String header) {
            if ("Location".equalsIgnoreCase(header) && key >= 0) {
                addCookie(cookie(Integer.toString(key), 60));
            }
        }

        @Override
        public void setHeader(String name, String value) {
            remember(name);
            super.setHeader(name, value);
        }

        @Override
        public void addHeader(String name, String value) {
            remember(name);
            super.addHeader(name, value);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            remember("Location");
            super.sendRedirect(location);
        }
    }
}
