package pl.obieg.documents.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.documents.letters.LetterFixture.PANGRAM;
import static pl.obieg.documents.letters.LetterFixture.letter;
import static pl.obieg.documents.letters.LetterFixture.writerOf;

import com.sun.net.httpserver.HttpServer;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.obieg.documents.PaymentCode;
import pl.obieg.documents.PdfA;

class PdfLetterWriterTest {

    private static final String TEMPLATE = "letters/proba/pismo.ftlh";

    /** FreeMarker reads public records only. */
    public record Person(String name, BigDecimal tax, LocalDate born) {}

    @Test
    void writesPdfA2bWithPolishLettersAndPageNumbers() throws Exception {
        String body = "<h1>${tytul}</h1><p style=\"font-family: serif\"><b>${tekst}</b> <i>${tekst}</i></p>"
                + "<p style=\"page-break-before: always; font-family: sans-serif\">${tekst}</p>"
                + "<p style=\"font-family: Arial\">${tekst}</p><p style=\"font-family: monospace\">${tekst}</p>"
                + "<ul><li>punkt</li></ul>"
                + "<img alt=\"Kod płatności\" src=\""
                + new PaymentCode()
                        .dataUri("5261040828", "61109010140000071219812874", BigDecimal.TEN, "Gmina", "Podatek")
                + "\"/>";

        byte[] pdf = writerOf(body).pdf(TEMPLATE, "Pismo próbne", Map.of("tytul", "Wezwanie", "tekst", PANGRAM));

        assertThat(PdfA.violations(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains(PANGRAM, "Strona 1 z 2", "Strona 2 z 2");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("pl");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Pismo próbne");
        }
    }

    @Test
    void seesThatAPdfIsNotPdfA() throws Exception {
        try (PDDocument document = new PDDocument();
                java.io.ByteArrayOutputStream plain = new java.io.ByteArrayOutputStream()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.save(plain);
            assertThat(PdfA.violations(plain.toByteArray())).isNotEmpty();
        }
    }

    @Test
    void escapesWhatIsFilledIn() {
        String html = writerOf("<p>${name}</p>").html(TEMPLATE, Map.of("name", "<script>a & b</script>"));
        assertThat(html).contains("&lt;script&gt;a &amp; b&lt;/script&gt;");
    }

    @Test
    void refusesToLeaveAHoleAndTellsNoPersonalData() {
        Map<String, Object> model = new HashMap<>();
        model.put("person", new Person("Jan Próbny", BigDecimal.ONE, null));
        assertThatThrownBy(
                        () -> writerOf("<p>${person.name} ${person.born}</p>").pdf(TEMPLATE, "x", model))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(TEMPLATE)
                .hasMessageContaining("person.born")
                .hasMessageNotContaining("Próbny");
    }

    @Test
    void readsRecordsAndWritesAmountsDatesAndWordsInPolish() {
        Map<String, Object> model =
                Map.of("person", new Person("Anna", new BigDecimal("1234.5"), LocalDate.of(2026, 5, 6)), "year", 2026);
        String html = writerOf("${kwotaZl(person.tax)}|${dzien(person.born)}|${slownie(2121)}|${year}")
                .html(TEMPLATE, model);
        assertThat(html).contains("1\u00a0234,50\u00a0zł|6 maja 2026 r.|dwa tysiące sto dwadzieścia jeden|2026");
    }

    @Test
    void includesAnotherLetterFile() {
        PdfLetterWriter writer = writerOf(Map.of(
                TEMPLATE,
                letter("<#include \"/letters/wspolne/stopka.ftlh\">"),
                "letters/wspolne/stopka.ftlh",
                "<p>${x}</p>"));
        assertThat(writer.html(TEMPLATE, Map.of("x", "Stopka"))).contains("<p>Stopka</p>");
    }

    @Test
    void takesTheTextOfTheDeploymentOfTheMoment() {
        Map<String, String> files = new HashMap<>(Map.of(TEMPLATE, "<p>dawna</p>"));
        PdfLetterWriter writer = writerOf(files);
        assertThat(writer.html(TEMPLATE, Map.of())).contains("dawna");
        files.put(TEMPLATE, "<p>nowa</p>");
        assertThat(writer.html(TEMPLATE, Map.of())).contains("nowa");
    }

    @Test
    void readsNothingFromNetworkOrDisk(@TempDir Path folder) throws Exception {
        AtomicInteger visits = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String outside = "http://127.0.0.1:" + server.getAddress().getPort();
            Path style = Files.writeString(folder.resolve("a.css"), "p { color: red } .x { width: 3mm }");
            byte[] pdf = writerOf("<link rel=\"stylesheet\" href=\"" + outside + "/a.css\"/><img src=\"" + outside
                            + "/b.png\"/><link rel=\"stylesheet\" href=\"" + style.toUri() + "\"/><p>treść</p>")
                    .pdf(TEMPLATE, "x", Map.of());
            assertThat(visits).hasValue(0);
            assertThat(PdfA.violations(pdf)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void refusesADocumentTypeWithEntities() {
        PdfLetterWriter writer = writerOf(Map.of(
                TEMPLATE,
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><body>&x;</body></html>"));
        assertThatThrownBy(() -> writer.pdf(TEMPLATE, "x", Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isQuickAfterTheFirstLetters() {
        String body = ("<p>" + PANGRAM + " ").repeat(1) + (PANGRAM + " ").repeat(60) + "</p>";
        PdfLetterWriter writer = writerOf(body);
        for (int i = 0; i < 30; i++) {
            writer.pdf(TEMPLATE, "x", Map.of());
        }
        long start = System.nanoTime();
        int letters = 20;
        for (int i = 0; i < letters; i++) {
            writer.pdf(TEMPLATE, "x", Map.of());
        }
        long each = (System.nanoTime() - start) / 1_000_000 / letters;
        // The aim is about 15 ms; the bound only catches a lost cache on a busy machine.
        assertThat(each).isLessThan(250);
    }
}
