package pl.obieg.documents.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.obieg.documents.DocumentSettings;
import pl.obieg.documents.DocumentSettings.KeyStoreType;
import pl.obieg.documents.DocumentSettings.SealKey;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.support.LetterText;

/** Prints of letters that a person signed electronically. */
class PdfPrintsTest {

    private static final String PASSWORD = "tylko-do-testow";
    private static final Clock CLOCK =
            Clock.fixed(LocalDate.now(ZoneOffset.UTC).atTime(23, 30).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final PdfPrints prints = new PdfPrints();

    @Test
    @DisplayName("SG-05: podpis osoby widać w pliku, pieczęć organu nie jest podpisem osoby")
    void tellsAPersonFromASeal() throws Exception {
        byte[] sealed = signedWith("CN=Gmina Przykładowo,O=Gmina Przykładowo,C=PL");
        byte[] signed = signedWith("GIVENNAME=Żaneta,SURNAME=Wójcik,SERIALNUMBER=PNOPL-00000000000,C=PL");

        assertThat(prints.personalSignature(sealed)).isEmpty();
        assertThat(prints.personalSignature(letter())).isEmpty();
        assertThat(prints.personalSignature(signed)).hasValueSatisfying(signature -> {
            assertThat(signature.person()).isEqualTo("Żaneta Wójcik");
            assertThat(signature.signedOn())
                    .as("Warsaw day")
                    .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(1));
        });
    }

    @Test
    @DisplayName("SG-05: wydruk ma na każdej stronie, kto podpisał, i identyfikator; powtórzony jest ten sam")
    void statesItOnEachPage() throws Exception {
        byte[] signed = signedWith("GIVENNAME=Żaneta,SURNAME=Wójcik,C=PL");
        List<String> sentences = List.of("Wydruk pisma wydanego w postaci elektronicznej.", "Żaneta Wójcik, wójt.");

        byte[] print = prints.withStatement(signed, sentences);

        assertThat(LetterText.of(print, "wydruk-z-adnotacja"))
                .contains("Wydruk pisma wydanego w postaci elektronicznej. Żaneta Wójcik, wójt.", "Zażółć gęślą jaźń");
        assertThat(prints.withStatement(signed, sentences)).isEqualTo(print);
    }

    private byte[] signedWith(String subject) throws Exception {
        Certificates authority = new Certificates("Urząd Certyfikacji Próbny");
        Path file = authority.pkcs12(folder, authority.issue(subject), "klucz", PASSWORD);
        DocumentSettings settings = new DocumentSettings(
                new SealKey(KeyStoreType.PKCS12, file, PASSWORD, "klucz", null, null, null), List.of(), null);
        return new PadesSeal(settings, CLOCK).put(letter());
    }

    private static byte[] letter() {
        return PdfLetterWriter.reading(path -> "<html><body><p>Zażółć gęślą jaźń</p></body></html>")
                .pdf("letters/proba/pismo.ftlh", "Próba", Map.of());
    }
}
