package pl.obieg.ledger.enforcement;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import pl.obieg.transport.CallJournal;

/** The enforcement office behind a web service: XML out, XML messages back, each call once by its key. */
@Component
@ConditionalOnProperty(name = "obieg.systems.enforcement.binding", havingValue = "web-service")
class WebServiceOffice implements EnforcementOffice {

    private static final String SYSTEM = "enforcement";
    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final RestClient http;
    private final CallJournal journal;
    private final EnforcementXml xml;

    WebServiceOffice(EnforcementSettings settings, CallJournal journal, EnforcementXml xml) {
        if (settings.url() == null) {
            throw new IllegalStateException("obieg.systems.enforcement.url is missing");
        }
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        this.http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(settings.url().toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token())
                .build();
        this.journal = journal;
        this.xml = xml;
    }

    @Override
    public String submit(String titleNumber, String etw, String idempotencyKey) {
        return journal.once(SYSTEM, "tytuly", idempotencyKey, () -> {
            Map<?, ?> answer = http.post()
                    .uri("/tytuly")
                    .header("Idempotency-Key", idempotencyKey)
                    .contentType(XML)
                    .body(etw)
                    .retrieve()
                    .body(Map.class);
            if (answer == null || !(answer.get("referencja") instanceof String reference)) {
                throw new IllegalStateException("The enforcement office gave no reference");
            }
            return reference;
        });
    }

    @Override
    public void notify(String titleNumber, String notice, String idempotencyKey) {
        journal.once(SYSTEM, "zawiadomienia", idempotencyKey, () -> {
            http.post()
                    .uri("/zawiadomienia")
                    .header("Idempotency-Key", idempotencyKey)
                    .contentType(XML)
                    .body(notice)
                    .retrieve()
                    .toBodilessEntity();
            return titleNumber;
        });
    }

    @Override
    public List<Report> reports() {
        byte[] messages = http.get().uri("/komunikaty").retrieve().body(byte[].class);
        return messages == null ? List.of() : xml.reports(messages);
    }

    @Override
    public void received(String externalId) {
        http.post().uri("/komunikaty/{id}/odebrano", externalId).retrieve().toBodilessEntity();
    }
}
