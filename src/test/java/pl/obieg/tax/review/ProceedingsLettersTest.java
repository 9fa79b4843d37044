package pl.obieg.tax.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.support.LetterText;
import pl.obieg.tax.TaxSettings;

/** The decision that ends proceedings without one on the tax, as its reader sees it. */
class ProceedingsLettersTest {

    private final List<OfficeLetters.Draft> drafts = new ArrayList<>();
    private final ProceedingsLetters letters = new ProceedingsLetters(
            (draft, key) -> {
                drafts.add(draft);
                return key;
            },
            mock(Reviews.class),
            TaxSettings.defaults());
    private final ProceedingsLetters.Matter matter =
            new ProceedingsLetters.Matter("FN.3120.7.2026", FilingDuty.PROPERTY, 2026, List.of("party-1"));

    @Test
    void discontinuationLeavesTheDeclaredTaxToBePaid() {
        letters.discontinuation(matter, new BigDecimal("5026"), "Sumy są zgodne z ewidencją.", "k");

        assertThat(written("umorzenie-zadeklarowany"))
                .contains(
                        "DECYZJA",
                        "umarzająca postępowanie w sprawie zobowiązania w podatku od nieruchomości za rok 2026",
                        "umarza postępowanie",
                        "Sumy są zgodne z ewidencją.",
                        "5 026 zł, pozostaje podatkiem do zapłaty",
                        "odwołanie");
    }

    @Test
    void discontinuationWithoutADeclarationSpeaksOfNoTax() {
        letters.discontinuation(matter, null, "Spółka nie ma nieruchomości.", "k");

        assertThat(written("umorzenie-bez-deklaracji"))
                .contains("Nie stwierdzono podstaw do określenia podatku.")
                .doesNotContain("pozostaje podatkiem do zapłaty");
    }

    private String written(String name) {
        OfficeLetters.Draft draft = drafts.get(0);
        Map<String, Object> model = new HashMap<>(draft.content());
        model.put(
                "office",
                Map.of(
                        "name", "Urząd Gminy Przykładowo",
                        "organ", "Wójt Gminy Przykładowo",
                        "streetLine", "ul. Ratuszowa 1",
                        "placeLine", "00-999 Przykładowo",
                        "place", "Przykładowo",
                        "signatory", "Jan Wzorowy"));
        model.put("reference", draft.caseNumber());
        model.put("number", draft.caseNumber() + ".D1");
        model.put("date", "2026-06-30");
        model.put(
                "addressees",
                List.of(Map.of(
                        "name",
                        "Przykład sp. z o.o.",
                        "streetLine",
                        "ul. Lipowa 5",
                        "placeLine",
                        "00-999 Przykładowo")));
        model.put("title", draft.title());
        model.put("kind", draft.kind().polish());
        model.put("isDraft", false);
        return LetterText.of(
                PdfLetterWriter.reading(ProceedingsLettersTest::file).pdf(draft.template(), draft.title(), model),
                name);
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
