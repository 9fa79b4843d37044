package pl.obieg.transport.soap;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Calls SOAP 1.1 services, document/literal, each message signed. */
public final class SoapClient {

    private static final String SOAP = MessageSigner.SOAP;

    private final HttpClient http;
    private final Duration answerWithin;
    private final MessageSigner signer;

    /** @param answerWithin from the start of the call to the last byte of the answer */
    public SoapClient(Duration connectWithin, Duration answerWithin, MessageSigner signer) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .build();
        this.answerWithin = answerWithin;
        this.signer = signer;
    }

    /**
     * @param action the SOAPAction
     * @param headers elements of the SOAP header, in order
     * @param body the one element of the SOAP body
     */
    public record Request(URI endpoint, String action, List<Element> headers, Element body) {}

    /**
     * Makes the call.
     *
     * @return the element in the body of the answer
     * @throws SoapFault if the other side refused
     * @throws SoapUnavailable if no SOAP answer came in time
     */
    public Element call(Request request) {
        HttpRequest post = HttpRequest.newBuilder(request.endpoint())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", '"' + request.action() + '"')
                .POST(HttpRequest.BodyPublishers.ofByteArray(signer.sign(envelope(request))))
                .build();
        return content(exchange(post, request.action()), request.action());
    }

    private static Document envelope(Request request) {
        Element envelope = SafeXml.root(SOAP, "soap:Envelope");
        Element header = SafeXml.add(envelope, SOAP, "soap:Header", null);
        Element body = SafeXml.add(envelope, SOAP, "soap:Body", null);
        Document document = envelope.getOwnerDocument();
        request.headers().forEach(part -> header.appendChild(document.importNode(part, true)));
        body.appendChild(document.importNode(request.body(), true));
        return document;
    }

    private HttpResponse<byte[]> exchange(HttpRequest post, String action) {
        // HttpRequest.timeout ends with the headers of the answer; this limit includes its body.
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(post, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new SoapUnavailable("No answer to " + action + " within " + answerWithin, late);
        } catch (ExecutionException broken) {
            throw new SoapUnavailable("No connection for " + action, broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SoapUnavailable("Interrupted in " + action, interrupted);
        }
    }

    private static Element content(HttpResponse<byte[]> answer, String action) {
        Element body = body(answer, action);
        List<Element> parts = SafeXml.children(body);
        if (parts.isEmpty()) {
            throw new SoapUnavailable("An empty answer to " + action + ", HTTP " + answer.statusCode(), null);
        }
        Element part = parts.get(0);
        if (SOAP.equals(part.getNamespaceURI()) && "Fault".equals(part.getLocalName())) {
            throw new SoapFault(
                    SafeXml.text(part, "faultcode").orElse(""),
                    SafeXml.text(part, "faultstring").orElse(""),
                    SafeXml.child(part, "detail").map(SafeXml::children).stream()
                            .flatMap(List::stream)
                            .findFirst()
                            .orElse(null));
        }
        if (answer.statusCode() != 200) {
            throw new SoapUnavailable("HTTP " + answer.statusCode() + " to " + action, null);
        }
        return part;
    }

    private static Element body(HttpResponse<byte[]> answer, String action) {
        try {
            Element envelope = SafeXml.parse(answer.body()).getDocumentElement();
            return SafeXml.child(envelope, "Body")
                    .filter(body -> SOAP.equals(body.getNamespaceURI()))
                    .orElseThrow(() -> new SoapUnavailable(
                            "The answer to " + action + " is not SOAP, HTTP " + answer.statusCode(), null));
        } catch (XmlRefused notXml) {
            throw new SoapUnavailable("The answer to " + action + " is not XML, HTTP " + answer.statusCode(), notXml);
        }
    }
}
