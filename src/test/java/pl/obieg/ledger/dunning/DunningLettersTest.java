package pl.obieg.ledger.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.LetterWriter;
import pl.obieg.documents.PdfA;
import pl.obieg.documents.letters.PdfLetterWriter;

/** The upomnienie and the title as their readers get them. */
class DunningLettersTest {

    /** A4 less the right margin of 20 mm, in points. */
    private static final float RIGHT_EDGE = 595.3f - 56.7f + 1f;

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final DunningFixture office = new DunningFixture();

    @Test
    void arr03UpomnienieSaysWhatIsOwedAndWhatFollows() throws IOException {
        office.ledger.charge("FN.3120.1.2026", "1500.00", "1500.00");
        office.on("2026-06-30").find();
        office.review();

        Page page = page("letters/upomnienie-i-tytul/upomnienie.ftlh", "upomnienie", office.draft());

        assertThat(page.text())
                .contains("UPOMNIENIE", "podatek od nieruchomości za 2026 r., rata 1", "16 marca 2026 r.")
                .contains("doręczona 10.02.2026", "1 500,00 zł", "46,00 zł", "10,5% rocznie", "od 17 marca 2026 r.")
                .contains("Koszty upomnienia 16,00 zł", "Do zapłaty w dniu 30 czerwca 2026 r.: 3 082,00 zł")
                .contains("7 dni", "egzekucji administracyjnej", "zmianie adresu");
        assertThat(page.offTheEdge()).isEmpty();
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void arr08TitleSaysWhatArticle27Asks() throws IOException {
        office.ledger.charge("FN.3120.1.2026", "1500.00", "1500.00");
        office.on("2026-06-30").find();
        office.review();
        Map<String, Object> content = new HashMap<>(office.draft());
        content.putAll(Map.of(
                "titleNumber",
                "TW-2026-000001",
                "creditor",
                Map.of(
                        "name", "Wójt Gminy Przykładowo",
                        "address", "ul. Ratuszowa 1",
                        "nip", "9999999999",
                        "signatory", "Jan Wzorcowy"),
                "organ",
                "Naczelnik Urzędu Skarbowego w Przykładowie",
                "spouses",
                true,
                "debtors",
                List.of(Map.of(
                        "name", "Jan Próbny",
                        "birthDate", "1980-01-01",
                        "pesel", "80010112345",
                        "nip", "",
                        "regon", "",
                        "address", "ul. Polna 7, 00-999 Przykładowo")),
                "costs",
                16,
                "dunningReference",
                "FN.3140.1.2026",
                "dunningDeliveredOn",
                "2026-07-03"));

        Page page = page("letters/tytul-wykonawczy/tytul.ftlh", "tytuł wykonawczy", content);

        assertThat(page.text())
                .contains("TYTUŁ WYKONAWCZY", "TW-2026-000001", "małżonkowie", "Jan Próbny", "80010112345")
                .contains("1 stycznia 1980 r.", "decyzja w sprawie", "10,5% rocznie", "Razem w dniu 30 czerwca 2026 r.")
                .contains("doręczono 3 lipca 2026 r.", "wystawił: Jan Wzorcowy");
        assertThat(page.offTheEdge()).isEmpty();
        assertThat(page.violations()).isEmpty();
    }

    private record Page(String text, List<String> offTheEdge, List<String> violations) {}

    private static Page page(String template, String kind, Map<String, ?> content) throws IOException {
        Map<String, Object> model = JSON.convertValue(content, new TypeReference<HashMap<String, Object>>() {});
        model.put(
                "office",
                Map.of(
                        "name", "Urząd Gminy Przykładowo",
                        "organ", "Wójt Gminy Przykładowo",
                        "streetLine", "ul. Ratuszowa 1",
                        "placeLine", "00-999 Przykładowo",
                        "place", "Przykładowo",
                        "signatory", "z up. Wójta"));
        model.putAll(Map.of(
                "reference",
                DunningFixture.CASE,
                "number",
                "",
                "date",
                "2026-06-30",
                "title",
                "do zapłaty",
                "kind",
                kind,
                "isDraft",
                false,
                "addressees",
                List.of(Map.of(
                        "name", "Jan Próbny",
                        "streetLine", "ul. Polna 7",
                        "placeLine", "00-999 Przykładowo"))));
        LetterWriter writer = PdfLetterWriter.reading(DunningLettersTest::file);
        byte[] pdf = writer.pdf(template, kind, model);
        Edge edge = new Edge();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = edge.getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
            return new Page(text, edge.beyond, PdfA.violations(pdf));
        }
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** Notes what is written beyond the right margin. */
    private static final class Edge extends PDFTextStripper {

        private final List<String> beyond = new ArrayList<>();

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            boolean out = positions.stream().anyMatch(one -> one.getXDirAdj() + one.getWidthDirAdj() > RIGHT_EDGE);
            if (out) {
                beyond.add(text);
            }
            super.writeString(text, positions);
        }
    }
}
