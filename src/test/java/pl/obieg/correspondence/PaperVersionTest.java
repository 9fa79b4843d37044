package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.LetterWriter;
import pl.obieg.documents.PdfA;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.documents.store.PostgresDocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Party;
import pl.obieg.support.LetterText;

/** What the signature block of a letter says, sealed and on paper. */
class PaperVersionTest {

    private static final String TEMPLATE = "letters/wydanie-pisma/bez-rozpatrzenia.ftlh";

    private final Office office = new Office();
    private final DocumentStore documents = new PostgresDocumentStore(office.database.jdbc(), office.clock);
    private final LetterPages pages = new LetterPages(
            PdfLetterWriter.reading(PaperVersionTest::file),
            documents,
            office.parties,
            Binder.get(new MockEnvironment()).bindOrCreate("obieg.systems.ezd", EzdSettings.class));

    @Test
    @DisplayName("SG-02: pismo opieczętowane wskazuje osobę imieniem, nazwiskiem i stanowiskiem, SG-06: ma klauzulę")
    void sealedVersionNamesThePersonAndTheSeal() {
        byte[] pdf = content(pages.write(letter(), "FN.3120.1.2026.P1", office.clock.today(), false));

        assertThat(PdfA.violations(pdf)).isEmpty();
        assertThat(LetterText.of(pdf, "postanowienie-elektroniczne"))
                .contains(
                        "Wójt Gminy Przykładowo",
                        "Jan Wzorcowy, Kierownik Referatu Finansowego (z up. Wójta)",
                        "(kwalifikowana pieczęć elektroniczna organu)")
                .doesNotContain("własnoręczny");
    }

    @Test
    @DisplayName("SG-06: pismo podatkowe ma klauzulę „Tajemnica skarbowa” na początku i na każdej stronie")
    void taxLetterBearsTheClause() {
        String text = LetterText.of(
                content(pages.write(letter(), "FN.3120.1.2026.P1", office.clock.today(), false)), "klauzula");

        assertThat(text.split("Tajemnica skarbowa", -1)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @DisplayName("SG-01: wersja na papier ma miejsce na podpis i nie mówi o pieczęci, której na niej nie ma")
    void versionForPaperHasALineAndNoWordOfASeal() {
        byte[] pdf = content(pages.writeForPaper(letter(), "FN.3120.1.2026.P1", office.clock.today()));

        assertThat(PdfA.violations(pdf)).isEmpty();
        assertThat(LetterText.of(pdf, "postanowienie-na-papier"))
                .contains("Wójt Gminy Przykładowo", "podpis własnoręczny, imię i nazwisko, stanowisko służbowe")
                .doesNotContain("pieczęć", "PROJEKT");
    }

    @Test
    @DisplayName("SG-02: projekt nie udaje pisma podpisanego ani opieczętowanego")
    void draftHasNeither() {
        assertThat(LetterText.of(content(pages.write(letter(), null, office.clock.today(), true)), "projekt"))
                .contains("projekt – bez podpisu i pieczęci")
                .doesNotContain("kwalifikowana pieczęć");
    }

    private Letters.Letter letter() {
        String party = office.parties.register(Party.natural(
                "Anna", "Próbna", "90010112345", new Address("Polna", "1", "2", "11-001", "Przykładowo", "PL")));
        return new Letters.Letter(
                "L-1",
                "FN.3120.1.2026",
                OfficeLetters.Kind.ORDER,
                "o pozostawieniu wniosku bez rozpatrzenia",
                new LetterWriter.Wording(TEMPLATE, file(TEMPLATE)),
                Map.of("what", "pismo „Wniosek”", "appliedOn", "2026-05-01", "dutyUnpaid", false, "summary", ""),
                List.of(party),
                null,
                null,
                true);
    }

    private byte[] content(String documentId) {
        return documents.get(documentId).content();
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
