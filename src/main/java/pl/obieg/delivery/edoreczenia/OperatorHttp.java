package pl.obieg.delivery.edoreczenia;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** HTTP to the operator: time-outs, the bearer token with one renewal on 401, and failures in our own words. */
@Component
class OperatorHttp {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 9110: the server is "currently unable to handle the request". */
    private static final Set<Integer> NOT_HANDLED = Set.of(HttpStatus.SERVICE_UNAVAILABLE.value());

    private static final int REQUEST_TIMEOUT = HttpStatus.REQUEST_TIMEOUT.value();

    private final AccessTokens tokens;
    private final RestClient authorised;

    OperatorHttp(EDeliverySettings settings, Clock clock) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.readTimeout());
        RestClient plain = RestClient.builder()
                .requestFactory(requests)
                .defaultStatusHandler(status -> status.isError(), OperatorHttp::fail)
                .build();
        tokens = new AccessTokens(settings, clock, plain);
        authorised = plain.mutate().requestInterceptor(this::withToken).build();
    }

    /** The client for calls that need a token. */
    RestClient client() {
        return authorised;
    }

    /** Gets a token if there is none, so that a failure to get one is not taken for an attempt of the call itself. */
    void signIn() {
        reached(tokens::current);
    }

    /** Makes the call; a connection that fails or breaks off becomes our own exception, without the URL in it. */
    static <T> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientException unreachable) {
            Throwable cause = unreachable.getMostSpecificCause();
            String message =
                    "e-Doręczenia cannot be reached: " + cause.getClass().getSimpleName();
            throw notConnected(unreachable)
                    ? EDeliveryUnavailable.beforeAnythingWasDone(message)
                    : new EDeliveryUnavailable(message);
        }
    }

    private ClientHttpResponse withToken(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String token = tokens.current();
        request.getHeaders().setBearerAuth(token);
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
            return response;
        }
        response.close();
        tokens.refused(token);
        request.getHeaders().setBearerAuth(tokens.current());
        return execution.execute(request, body);
    }

    private static void fail(HttpRequest request, ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        String path = request.getURI().getPath();
        if (status == HttpStatus.BAD_REQUEST.value() && !path.endsWith("/token")) {
            throw new EDeliveryRefused(errorCodes(response.getBody().readAllBytes()));
        }
        String message = "e-Doręczenia answered HTTP " + status;
        throw NOT_HANDLED.contains(status) || status >= 400 && status < 500 && status != REQUEST_TIMEOUT
                ? EDeliveryUnavailable.beforeAnythingWasDone(message)
                : new EDeliveryUnavailable(message);
    }

    private static boolean notConnected(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof ConnectException || one instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Reads the codes of {@code [{error}]} (UA API) and of {@code {errorCodes: [{errorCode}]}} (Search API). */
    private static List<String> errorCodes(byte[] body) {
        List<String> codes = new ArrayList<>();
        try {
            JsonNode root = JSON.readTree(body);
            root.findValues("error").forEach(code -> codes.add(code.asText()));
            root.findValues("errorCode").forEach(code -> codes.add(code.asText()));
        } catch (JsonProcessingException notJson) {
            codes.add("UNREADABLE_ANSWER");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return codes;
    }
}
