package pl.obieg.delivery.epuap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The simulator's page, by which a person acts as a citizen. */
class EpuapSimulatorPageTest {

    private static final String FORM = """
            --x\r
            Content-Disposition: form-data; name="%s"\r
            \r
            %s\r
            """;

    @Test
    void filesFormSignedByTheCitizenAndCollectsTheAnswer() throws IOException, InterruptedException {
        try (EpuapSimulator simulator = EpuapSimulator.start();
                EpuapOffice office = EpuapOffice.connectedTo(simulator)) {
            String form = FORM.formatted("imie", "Zofia") + FORM.formatted("nazwisko", "<b>Żak</b>")
                    + FORM.formatted("pesel", "90010112345") + FORM.formatted("xml", "<a/>")
                    + FORM.formatted("podpisz", "true") + FORM.formatted("adresOdpowiedzi", "/Zak/domyslna")
                    + "--x--\r\n";
            assertThat(post(simulator, "/epuap/dokumenty", "multipart/form-data; boundary=x", form))
                    .isEqualTo(303);
            office.mailbox().collect();
            String order = office.channel().send(office.letterTo("/Zak/domyslna"), "key-1");
            post(simulator, "/epuap/wyslane/" + order + "/odbior", "application/x-www-form-urlencoded", "");
            office.mailbox().collect();

            assertThat(simulator.get("/epuap"))
                    .contains("&#60;b&#62;Żak", "/Zak/domyslna")
                    .doesNotContain("<b>");
            assertThat(office.documents.values())
                    .anySatisfy(document -> assertThat(
                                    new String(document.content(), java.nio.charset.StandardCharsets.UTF_8))
                            .contains("<a>", "Signature"));
            assertThat(office.evidence).hasSize(1);
        }
    }

    private static int post(EpuapSimulator simulator, String path, String type, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(simulator.uri(path))
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
