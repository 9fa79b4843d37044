package pl.obieg.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.FreeDays;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.LawTables;
import pl.obieg.process.Refusal;
import pl.obieg.support.RunningOffice;

/** The real tables of {@code decisions/prawo} are changed as an analyst changes them; the change is then rolled back. */
class RealLawPackTest {

    private static final String NEW_RATE = """
            <rule id="regula-nowa"><description>INT-02: próba</description>\
            <inputEntry id="rn-we1"><text>&gt;= date and time("2027-02-04T00:00:00")</text></inputEntry>\
            <outputEntry id="rn-wy1"><text>"2027-02-04"</text></outputEntry>\
            <outputEntry id="rn-wy2"><text>"10.0"</text></outputEntry>\
            <outputEntry id="rn-wy3"><text>"4.00"</text></outputEntry></rule>
            """;

    private static final String FIRST_RULE = "      <rule id=\"regula-1\">";

    private final RunningOffice office = RunningOffice.get();
    private final LawPacks packs = office.bean(LawPacks.class);

    /** What an analyst changes in the table and in its examples. */
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cena-drewna | \"281.37\" | \"270.00\" | 2026;281.37 | 2026;270.00 | 270.00",
                "cena-zyta | \"66.42\" | \"60.10\" | 2026;66.42 | 2026;60.10 | 60.10",
                "koszt-listu-poleconego | \"9.20\" | \"9.30\" | 2022;9.20 | 2022;9.30 | 9.30",
                "oplata-prolongacyjna | nr XX/151/2016 | nr XX/152/2026 | - | - | XX/152/2026",
                "oplata-skarbowa | <text>21</text> | <text>25</text> | ;21; | ;25; | 25",
                "progi-i-koszty | \"16.00\" | \"18.00\" | ;16.00; | ;18.00; | 18.00",
                "progi-podatkowe | \"5000\" | \"6000\" | 2026;5000 | 2026;6000 | 6000",
                "przelicznik-hektara | \"1.95\" | \"1.96\" | 1;1.95 | 1;1.96 | 1.96",
                "sprawdzono-do | \"2026-03-05\" | \"2026-11-30\" | 2026-03-05 | 2026-11-30 | 2026-11-30",
                "stawka-maksymalna | \"35.53\" | \"35.60\" | 2026;35.53 | 2026;35.60 | 35.60",
                "stawka-podatku | \"1.33\" | \"1.40\" | ;1.33; | ;1.40; | 1.40",
                "stopa-odsetek | + | + | + | + | 10.0",
                "zwolnienia | art. 7 ust. 1 pkt 6 | art. 7 ust. 1 pkt 6 i 6a | art. 7 ust. 1 pkt 6 |"
                        + " art. 7 ust. 1 pkt 6 i 6a | pkt 6 i 6a",
                "zwolnienia-rady | nr 2/2025 | nr 3/2026 | nr 2/2025 | nr 3/2026 | nr 3/2026",
            })
    void everyTableIsChangedByTwoPersons(
            String key, String cell, String newCell, String example, String newExample, String shown) {
        Map<String, byte[]> files = key.equals("stopa-odsetek")
                ? Map.of(
                        "stopa-odsetek.dmn",
                        bytes(text("stopa-odsetek.dmn").replace(FIRST_RULE, NEW_RATE + FIRST_RULE)),
                        "stopa-odsetek.examples.csv",
                        bytes(text("stopa-odsetek.examples.csv") + "2027-02-04;2027-02-04;10.0;próba\n"))
                : Map.of(
                        key + ".dmn",
                        bytes(text(key + ".dmn").replace(cell, newCell)),
                        key + ".examples.csv",
                        bytes(text(key + ".examples.csv").replace(example, newExample)));

        inATransactionThatIsRolledBack(() -> {
            UUID id = packs.propose(files, "Zmiana prawa", "analityk");
            LawPacks.Review review = packs.review(id);

            assertThat(review.broken()).isEmpty();
            assertThat(review.objections()).isEmpty();
            assertThat(review.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.sentences()).anyMatch(one -> one.contains(shown)));
            packs.approve(id, "wojtek");
            assertThat(new String(office.bean(LawTables.class).source(key).orElseThrow(), StandardCharsets.UTF_8))
                    .contains(shown);
        });
    }

    @Test
    void noTableIsForgottenHere() {
        assertThat(everyTableIsChanged())
                .containsExactlyInAnyOrderElementsOf(RulePlaces.files(Path.of("decisions/prawo"))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".dmn"))
                        .map(name -> name.replace(".dmn", ""))
                        .toList());
    }

    private static List<String> everyTableIsChanged() {
        try {
            return List.of(RealLawPackTest.class
                            .getDeclaredMethod(
                                    "everyTableIsChangedByTwoPersons",
                                    String.class,
                                    String.class,
                                    String.class,
                                    String.class,
                                    String.class,
                                    String.class)
                            .getAnnotation(CsvSource.class)
                            .value())
                    .stream()
                    .map(row -> row.substring(0, row.indexOf(' ')))
                    .toList();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void wholePackIsTakenAwayAndProposedAgainWithOneChange() {
        Map<String, byte[]> files = unpacked(office.bean(LawInForce.class).archive());
        assertThat(files)
                .containsKeys("dni-wolne.csv", "stopa-odsetek.dmn", "stopa-odsetek.examples.csv", "zwolnienia.dmn");
        files.keySet().removeIf(name -> name.startsWith("proba-"));
        files.put("cena-zyta.dmn", bytes(text("cena-zyta.dmn").replace("\"66.42\"", "\"60.10\"")));
        files.put("cena-zyta.examples.csv", bytes(text("cena-zyta.examples.csv").replace("66.42", "60.10")));
        files.put("reguly.csv", bytes(text("reguly.csv")));
        files.put("slowa.csv", bytes(text("slowa.csv")));

        inATransactionThatIsRolledBack(() -> {
            Map<String, Integer> before = versions();
            UUID id = packs.propose(files, "Cały pakiet", "analityk");
            LawPacks.Review review = packs.review(id);
            assertThat(review.broken()).isEmpty();
            assertThat(review.objections()).isEmpty();
            assertThat(review.changes())
                    .filteredOn(change -> !change.none())
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.table()).isEqualTo("Cena żyta");
                        assertThat(change.examples()).singleElement().asString().contains("66.42", "60.1");
                    });

            packs.approve(id, "wojtek");
            before.merge("cena-zyta", 1, Integer::sum);
            assertThat(versions()).isEqualTo(before);
        });
        assertThat(LawPacks.leftOut(files)).containsExactly("reguly.csv", "slowa.csv");
    }

    @Test
    void daysFreeFromWorkChangeByTwoPersons_TIM06() {
        byte[] more = bytes(text("dni-wolne.csv") + "06-02;2031-06-02;2031-06-02;Dzień próbny;Dz.U. próba\n");
        inATransactionThatIsRolledBack(() -> {
            UUID id = packs.propose(Map.of("dni-wolne.csv", more), "Nowe święto", "analityk");
            assertThat(packs.review(id).changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.sentences())
                            .containsExactly("Dodano: dzień 06-02, od 2031-06-02 – do: 2031-06-02; nazwa: Dzień próbny;"
                                    + " źródło: Dz.U. próba."));
            packs.approve(id, "wojtek");
            StatutoryCalendar calendar = office.bean(StatutoryCalendar.class);
            assertThat(FreeDays.of(calendar.freeDaysInForce())).isNotNull();
            assertThat(calendar.freeDaysInForce()).contains("Dzień próbny");
        });
        assertThat(office.bean(StatutoryCalendar.class).freeDaysInForce()).doesNotContain("Dzień próbny");
    }

    @Test
    void faultyDayFreeFromWorkIsRefusedByItsLine() {
        assertThat(catchThrowable(() -> packs.propose(
                        Map.of("dni-wolne.csv", bytes(text("dni-wolne.csv") + "99-99;;;Nic;brak\n")), "x", "analityk")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nie rozumiem dnia");
    }

    @Test
    void rowThatAnEarlierOneHidesIsNoChange_INT02() {
        String table = text("stopa-odsetek.dmn");
        String below = table.replace("    </decisionTable>", NEW_RATE + "    </decisionTable>");

        LawPacks.Review review = review(Map.of("stopa-odsetek.dmn", bytes(below)));

        assertThat(review.broken())
                .singleElement()
                .asString()
                .contains("nie trafia żaden przykład", "wiersza tabeli nr 18");
        assertThat(review.objections()).singleElement().asString().contains("najnowszy wiersz powinien być na górze");
    }

    @Test
    void ratesThatDoNotFollowTheLombardRateAreForbidden_INT02() {
        String table = text("stopa-odsetek.dmn");

        assertThat(review(Map.of("stopa-odsetek.dmn", bytes(table.replaceFirst("\"10\\.5\"", "\"10.0\""))))
                        .objections())
                .singleElement()
                .asString()
                .contains("2026-03-05", "nie zgadza się ze stopą lombardową 4.25", "10.5 %");
        assertThat(review(Map.of(
                                "stopa-odsetek.dmn",
                                bytes(table.replaceFirst(
                                        "<text>\"2026-03-05\"</text>", "<text>\"2026-03-06\"</text>"))))
                        .objections())
                .singleElement()
                .asString()
                .contains("pierwszy dzień w wyniku (2026-03-06) jest inny");
    }

    @Test
    void councilRateAboveTheMaximumIsForbidden_PT30() {
        String above = text("stawka-podatku.dmn").replace("\"33.02\"", "\"35.54\"");

        assertThat(review(Map.of("stawka-podatku.dmn", bytes(above))).objections())
                .singleElement()
                .asString()
                .contains("B_BIZ = 35.54", "Uchwała nr XV/108/2025", "maksymalną 35,53", "2026");
        String hectares = text("stawka-podatku.dmn").replaceFirst("\"1\\.33\"(.*\\s.*)\"m2\"", "\"1.33\"$1\"ha\"");
        assertThat(review(Map.of("stawka-podatku.dmn", bytes(hectares))).objections())
                .singleElement()
                .asString()
                .contains("L_BIZ", "jednostkę ha");
        String lowered = text("stawka-maksymalna.dmn").replace("\"35.53\"", "\"33.00\"");
        assertThat(review(Map.of("stawka-maksymalna.dmn", bytes(lowered))).objections())
                .singleElement()
                .asString()
                .contains("B_BIZ = 33.02", "XV/108/2025");
    }

    @ParameterizedTest
    @CsvSource({
        "stawka-podatku, 1.33, '1,33'",
        "progi-podatkowe, 5000, '5 000'",
        "koszt-listu-poleconego, 9.20, '9,20'",
        "progi-i-koszty, 16.00, '16,00'",
        "sprawdzono-do, 2026-03-05, 5.03.2026"
    })
    void figureThatNobodyCouldReadIsForbidden(String key, String figure, String written) {
        String table = text(key + ".dmn").replace("\"" + figure + "\"", "\"" + written + "\"");

        assertThat(review(Map.of(key + ".dmn", bytes(table))).objections())
                .anyMatch(one -> one.contains("w cudzysłowie"));
    }

    @Test
    void rateOrExemptionByThePersonIsForbidden_PT31_PT32() {
        for (String key : List.of("stawka-podatku", "zwolnienia-rady")) {
            String byPerson = text(key + ".dmn").replaceFirst("\"OBJECT\"(?=</text>)", "\"PERSON\"");
            assertThat(review(Map.of(key + ".dmn", bytes(byPerson))).objections())
                    .singleElement()
                    .asString()
                    .contains("nie zależy od przedmiotu", "z aktu: Uchwała");
        }
    }

    @Test
    void councilPriceAboveTheAnnouncedOneIsForbidden_AG03_FO01() {
        for (Map.Entry<String, String> price :
                Map.of("cena-zyta", "66.43", "cena-drewna", "281.38").entrySet()) {
            String table = text(price.getKey() + ".dmn");
            int last = table.lastIndexOf("<text>null</text>", table.lastIndexOf("<text>null</text>") - 1);
            String above = table.substring(0, last)
                    + table.substring(last)
                            .replaceFirst("null", "\"" + price.getValue() + "\"")
                            .replaceFirst("null", "\"Uchwała nr 7/2025\"");
            assertThat(review(Map.of(price.getKey() + ".dmn", bytes(above))).objections())
                    .singleElement()
                    .asString()
                    .contains("Uchwała nr 7/2025", "przekracza ogłoszoną cenę", "2026");
        }
    }

    @Test
    void tellsOfMovedRowsOfAnotherWayToChooseAndOfColumns() {
        String table = text("progi-i-koszty.dmn");
        int from = table.indexOf(FIRST_RULE);
        int to = table.indexOf("      <rule id=\"regula-2\">");
        String first = table.substring(from, to);
        String moved = (table.substring(0, from) + table.substring(to))
                .replace("    </decisionTable>", first + "    </decisionTable>");

        assertThat(review(Map.of("progi-i-koszty.dmn", bytes(moved)))
                        .changes()
                        .get(0)
                        .sentences())
                .singleElement()
                .asString()
                .contains("Przesunięto: Co KOSZT_UPOMNIENIA", "teraz wiersz nr 9, był nr 1");
        assertThat(review(Map.of(
                                "progi-i-koszty.dmn",
                                bytes(table.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                                        .replace("<text>day</text>", "<text>today</text>"))))
                        .changes()
                        .get(0)
                        .sentences())
                .anyMatch(one -> one.contains("„FIRST” → „UNIQUE”"))
                .anyMatch(one -> one.contains("Zmieniono kolumny warunków") && one.contains("today"));
    }

    @Test
    void examplesLeftOutAreToldAndTheirRowsRefused() {
        String examples = text("koszt-listu-poleconego.examples.csv");
        LawPacks.Review fewer =
                review(Map.of("koszt-listu-poleconego.examples.csv", bytes(examples.replace("2016;6.10;PT-16\n", ""))));

        assertThat(fewer.changes().get(0).examples())
                .containsExactly("Usunięto przykład: dla year = 2016 oczekiwano letterCost = 6.1.");
        assertThat(fewer.broken()).singleElement().asString().contains("do wiersza tabeli nr 1 (Rok podatkowy 2016)");
        assertThat(catchThrowable(() -> review(Map.of(
                        "koszt-listu-poleconego.examples.csv",
                        bytes(examples.lines().findFirst().orElseThrow())))))
                .hasMessageContaining("nie ma żadnego przykładu");
    }

    @Test
    void cellThatCannotBeReadIsASentence() {
        String table =
                text("stopa-odsetek.dmn").replaceFirst("date and time\\(\"2026-03-05T00:00:00\"\\)", "date(\"x\"");

        assertThat(catchThrowable(() -> {
                    LawPacks.Review review = review(Map.of("stopa-odsetek.dmn", bytes(table)));
                    assertThat(review.broken()).isNotEmpty();
                }))
                .isNull();
    }

    private LawPacks.Review review(Map<String, byte[]> files) {
        LawPacks.Review[] review = new LawPacks.Review[1];
        inATransactionThatIsRolledBack(() -> review[0] = packs.review(packs.propose(files, "Próba", "analityk")));
        return review[0];
    }

    private void inATransactionThatIsRolledBack(Runnable work) {
        new TransactionTemplate(office.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private Map<String, Integer> versions() {
        Map<String, Integer> versions = new TreeMap<>();
        office.bean(LawTables.class).inForce().forEach(version -> versions.put(version.key(), version.version()));
        return versions;
    }

    private static Map<String, byte[]> unpacked(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String name) {
        try (InputStream file = RealLawPackTest.class.getResourceAsStream("/decisions/prawo/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
