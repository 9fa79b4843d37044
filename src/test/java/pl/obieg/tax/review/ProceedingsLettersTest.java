package pl.obieg.tax.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.support.LetterText;
import pl.obieg.tax.TaxSettings;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.change.ChangeRegister;

/** The decision that ends proceedings without one on the tax, as its reader sees it. */
class ProceedingsLettersTest {

    private final List<OfficeLetters.Draft> drafts = new ArrayList<>();
    private final ChangeRegister changes = mock(ChangeRegister.class);
    private final DecisionRegister decisions = mock(DecisionRegister.class);
    private final ProceedingsLetters letters = new ProceedingsLetters(
            (draft, key) -> {
                drafts.add(draft);
                return key;
            },
            mock(Reviews.class),
            changes,
            decisions,
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

    @Test
    @DisplayName("PT-09: a change the taxpayer did not report begins with an order that names the decision to change")
    void orderNamesTheDecisionThatIsToBeChanged() {
        when(changes.find("FN.3120.7.2026"))
                .thenReturn(Optional.of(new ChangeRegister.Change(
                        "FN.3120.7.2026", "W-1", "FN.3120.1.2026", null, null, null, null, null, null, null)));
        when(decisions.of("W-1"))
                .thenReturn(Optional.of(
                        new DecisionRegister.Issued("W-1", "FN.3120.1.2026.D1", "doc", LocalDate.of(2026, 2, 2))));

        letters.initiation(matter, "Zawiadomienie starosty z 3 lipca 2026 r.", "k");

        assertThat(written("wszczecie-zmiany"))
                .contains("FN.3120.1.2026.D1", "Zawiadomienie starosty", "art. 254", "dzień doręczenia")
                .doesNotContain("czynnościach sprawdzających");
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
