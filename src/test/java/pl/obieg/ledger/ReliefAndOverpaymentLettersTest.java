package pl.obieg.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.obieg.documents.PdfA;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.support.LetterText;

/** The letters of {@code ulga} and {@code nadplata} as their reader sees them; the PDFs are left in target/letters. */
class ReliefAndOverpaymentLettersTest {

    private static final PdfLetterWriter WRITER = PdfLetterWriter.reading(ReliefAndOverpaymentLettersTest::file);

    @Test
    void aDecisionOnInstalmentsShowsEachTermAndHowTheFeeWasCounted() throws Exception {
        String text = text("ulga/decyzja-o-uldze", "decyzja-raty", "decyzja", decision("INSTALMENTS", "UWZGLEDNIC"));
        assertThat(text)
                .contains("DECYZJA", "rozkładam zapłatę podatku za rok 2026 (sprawa FN.3120.1.2026) na 2 raty")
                .contains(
                        "15 kwietnia 2026 r.", "750,00 zł", "Razem", "1 553,00 zł", "5,25%", "ważny interes podatnika")
                .contains("Oświadczenie o dochodach.", "wygaśnięcie decyzji", "art. 223");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DEFERRAL | UWZGLEDNIC | odraczam termin płatności podatku za rok 2026 (sprawa FN.3120.1.2026) do dnia 15 kwietnia
            REMISSION | CZESCIOWO | umarzam zaległość w podatku za rok 2026
            INTEREST_REMISSION | UWZGLEDNIC | umarzam odsetki za zwłokę od podatku
            FEE_REMISSION | UWZGLEDNIC | umarzam opłatę prolongacyjną
            INSTALMENTS | ODMOWIC | odmawiam rozłożenia na raty zapłaty podatku za rok 2026
            DEFERRAL | UMORZYC | umarzam postępowanie w sprawie odroczenia terminu płatności podatku
            """)
    void eachDecisionSaysWhatItDecides(String kind, String resolution, String ruling) throws Exception {
        assertThat(text(
                        "ulga/decyzja-o-uldze",
                        "decyzja-" + kind + "-" + resolution,
                        "decyzja",
                        decision(kind, resolution)))
                .contains(ruling)
                .contains("Uzasadnienie");
    }

    @Test
    void theOtherLettersSayTheirRulingAndHowToContestIt() throws Exception {
        Map<String, Object> relief = Map.of("appliedOn", "2026-03-02", "summary", "Oświadczenie o dochodach.");
        Map<String, Object> unexamined = new HashMap<>(relief);
        unexamined.put("what", "podanie o ulgę w zapłacie");
        unexamined.put("dutyUnpaid", false);
        assertThat(text("wydanie-pisma/bez-rozpatrzenia", "bez-rozpatrzenia", "postanowienie", unexamined))
                .contains("pozostawiam bez rozpatrzenia", "7 dni od doręczenia");
        Map<String, Object> overpayment = new HashMap<>();
        overpayment.put("letter", "STWIERDZENIE");
        overpayment.put("taxCase", "FN.3120.1.2026");
        overpayment.put("amount", new BigDecimal("2000.00"));
        overpayment.put("refundBy", "2026-04-09");
        overpayment.put("reasons", "Podatek zapłacono dwa razy.");
        overpayment.put(
                "moves",
                List.of(Map.of(
                        "taxCase",
                        "FN.3120.2.2026",
                        "amount",
                        new BigDecimal("1551.00"),
                        "day",
                        "2026-03-09",
                        "sentence",
                        "Z nadpłaty w sprawie FN.3120.1.2026 zalicza się z urzędu 1 551,00 zł.")));
        assertThat(text("nadplata/decyzja-o-nadplacie", "nadplata-decyzja", "decyzja", overpayment))
                .contains("stwierdzam nadpłatę", "2 000,00 zł", "9 kwietnia 2026 r.");
        overpayment.put("letter", "ODMOWA");
        assertThat(text("nadplata/decyzja-o-nadplacie", "nadplata-odmowa", "decyzja", overpayment))
                .contains("odmawiam stwierdzenia nadpłaty")
                .doesNotContain("zwraca się");
        assertThat(text("nadplata/zaliczenie", "nadplata-zaliczenie", "postanowienie", overpayment))
                .contains("zaliczam nadpłatę", "FN.3120.2.2026", "1 551,00 zł", "zażalenie");
    }

    @Test
    void theOrderOnAPaymentSaysWhereEachPartWentAndHowToComplain() throws Exception {
        Map<String, Object> order = new HashMap<>();
        order.put("taxCase", "FN.3120.1.2026");
        order.put("amount", new BigDecimal("500.00"));
        order.put("paidOn", "2026-04-10");
        order.put("overpaid", BigDecimal.ZERO);
        order.put("exOfficio", true);
        order.put(
                "parts",
                List.of(
                        new DraftAllocationOrder.Part("koszty upomnienia", "", new BigDecimal("16.00"), "Zdanie 1."),
                        new DraftAllocationOrder.Part(
                                "rata nr 1 podatku za 2026 r.", "2026-03-16", new BigDecimal("484.00"), "Zdanie 2.")));
        assertThat(text("zaliczenie-wplaty/postanowienie", "zaliczenie-wplaty", "postanowienie", order))
                .contains("POSTANOWIENIE", "zaliczam wpłatę", "10 kwietnia 2026 r.", "koszty upomnienia", "484,00 zł")
                .contains("16 marca 2026 r.", "Zdanie 2.", "z urzędu", "zażalenie", "7 dni");
    }

    @Test
    void orderThatADecisionBeCarriedOutAtOnceSaysWhyAndHowToContestIt_ARR02() throws Exception {
        Map<String, Object> rigour = Map.of(
                "decisionNumber", "FN.3120.1.2026.D1",
                "taxCase", "FN.3120.1.2026",
                "taxYear", "2026",
                "ground", "okres do upływu terminu przedawnienia zobowiązania podatkowego jest krótszy niż 3 miesiące",
                "reasons", "Strona nie ma majątku poza nieruchomością.");
        assertThat(text("rygor/postanowienie-o-rygorze", "rygor", "postanowienie", rigour)
                        .replaceAll("\\s+", " "))
                .contains("POSTANOWIENIE", "rygor natychmiastowej wykonalności", "FN.3120.1.2026.D1")
                .contains("krótszy niż 3 miesiące", "Strona nie ma majątku", "zażalenie", "nie wstrzymuje wykonania");
    }

    private static Map<String, Object> decision(String kind, String resolution) {
        boolean granted = List.of("UWZGLEDNIC", "CZESCIOWO").contains(resolution);
        boolean terms = granted && List.of("DEFERRAL", "INSTALMENTS").contains(kind);
        Map<String, Object> model = new HashMap<>();
        model.put("reliefKind", kind);
        model.put("what", ReliefWords.what(ReliefRegister.Kind.valueOf(kind)));
        model.put("resolution", resolution);
        model.put("granted", granted);
        model.put("ground", granted ? ReliefWords.ground("TAXPAYER_INTEREST") : "");
        model.put("reasons", "Oświadczenie o dochodach.\nStrona straciła pracę.");
        model.put("appliedOn", "2026-03-02");
        model.put("taxCase", "FN.3120.1.2026");
        model.put("taxYear", 2026);
        model.put("account", "82 9990 0009 0001 0000 0000 0001");
        model.put("entrepreneur", "REMISSION".equals(kind));
        model.put("dues", List.of(Map.of("number", 1, "dueOn", "2025-11-17", "open", new BigDecimal("1500.00"))));
        model.put("terms", terms ? List.of(term(1, "2026-04-15", 24, 3), term(2, "2026-05-15", 23, 3)) : List.of());
        model.put("remitted", new BigDecimal("1000.00"));
        model.put("feeBasis", "uchwała nr XX/151/2016 Rady Gminy w Przykładowie");
        model.put("feePercent", "5,25%");
        return model;
    }

    private static Map<String, Object> term(int number, String dueOn, int interest, int fee) {
        return Map.of(
                "number",
                number,
                "dueOn",
                dueOn,
                "principal",
                new BigDecimal("750.00"),
                "interest",
                BigDecimal.valueOf(interest),
                "fee",
                BigDecimal.valueOf(fee),
                "total",
                BigDecimal.valueOf(750L + interest + fee),
                "feeText",
                "750,00 zł × 44 dni (od 03.03.2026 do 15.04.2026) × 5,25% / 365 = 4,75 zł; po zaokrągleniu do pełnych"
                        + " złotych 3,00 zł.");
    }

    private static String text(String template, String name, String kind, Map<String, ?> content) throws IOException {
        Map<String, Object> model = new HashMap<>(content);
        model.put(
                "office",
                Map.of(
                        "name", "Urząd Gminy w Przykładowie",
                        "organ", "Wójt Gminy Przykładowo",
                        "streetLine", "ul. Rynek 1",
                        "placeLine", "05-252 Przykładowo",
                        "place", "Przykładowo",
                        "signatory", "Wójt Jan Wzorowy"));
        model.put("reference", "FN.3150.1.2026");
        model.put("number", "FN.3150.1.2026.D1");
        model.put("date", "2026-03-10");
        model.put(
                "addressees",
                List.of(Map.of("name", "Anna Próbna", "streetLine", "ul. Długa 1", "placeLine", "05-252 Przykładowo")));
        model.put("title", "w sprawie rozłożenia na raty zapłaty podatku za rok 2026");
        model.put("kind", kind);
        model.put("isDraft", false);
        byte[] pdf = WRITER.pdf("letters/" + template + ".ftlh", "Decyzja", model);
        assertThat(PdfA.violations(pdf)).isEmpty();
        return LetterText.of(pdf, name);
    }

    private static String file(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
