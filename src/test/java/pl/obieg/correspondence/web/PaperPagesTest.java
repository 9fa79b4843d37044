package pl.obieg.correspondence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import pl.obieg.correspondence.builtin.PaperOffice;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Party;
import pl.obieg.process.StaffDirectory;
import pl.obieg.support.LetterText;
import pl.obieg.support.Scans;

/** The pages of the registry office for paper: sender, letter, place, loan. */
class PaperPagesTest {

    private static final StaffDirectory STAFF =
            EzdPagesTest.staff(Map.of("piotr", "Piotr Dudek", "łucja", "Łucja Ćwik", "zenon", "Zenon Abacki"));

    private final PaperOffice registry = new PaperOffice();
    private MockMvc web;

    @BeforeEach
    void startPages() {
        var jdbc = registry.office.database.jdbc();
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(EzdPagesTest.Pages.class);
        context.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton(
                    "registers", new EzdPages(new RegisterReader(jdbc, STAFF, registry.office.clock), null, null));
            beans.registerSingleton(
                    "paper",
                    new PaperPages(
                            registry.desk,
                            registry.office.parties,
                            registry.unscanned,
                            registry.documents,
                            registry.settings,
                            registry.office.clock));
            beans.registerSingleton(
                    "store",
                    new StorePages(
                            new LetterCards(
                                    jdbc, registry.office.submissions, registry.storeroom, registry.settings, STAFF),
                            registry.storeroom,
                            STAFF,
                            registry.writer,
                            registry.office.clock));
        });
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void findsTheSenderByPartOfTheNameOrByNumberOrLetsHimBeTyped() throws Exception {
        String known = anna();

        assertThat(html(get("/ezd/rejestracja"))).contains("Krok 1 z 2", "nadawca=nowy", "nadawca=nieznany");
        assertThat(html(post("/ezd/rejestracja").param("szukaj", "próBN")))
                .contains("Anna Próbna", "Polna 3, 00-999 Przykładowo", "nadawca=" + known);
        assertThat(html(post("/ezd/rejestracja").param("szukaj", "90010112349")))
                .contains("nadawca=" + known);
        assertThat(html(post("/ezd/rejestracja").param("szukaj", "Próbna Anna")))
                .contains("nadawca=" + known);
        assertThat(html(post("/ezd/rejestracja").param("szukaj", "%%"))).contains("Nie ma takiego nadawcy");
        assertThat(html(get("/ezd/rejestracja/pismo").param("nadawca", known)))
                .contains("<b>Anna Próbna</b>", "Odwołanie od decyzji", "Zarejestruj pismo");
        web.perform(get("/ezd/rejestracja/pismo").param("nadawca", "nie-ma")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("OFF-10, OFF-13: a scanned letter gets number and place; its card shows them with the label to print")
    void registersALetterAndShowsItsPlace() throws Exception {
        String known = anna();

        web.perform(form(known, Map.of("carrierKind", "CD", "carriers", "1")).file(scan(2)))
                .andExpect(redirectedUrl("/ezd/wplywy/1/2026?zarejestrowano"));

        assertThat(html(get("/ezd/wplywy/1/2026").param("zarejestrowano", "")))
                .contains("Zarejestrowano pismo RPW/1/2026", "/ezd/sklad/SCh/1/2026/etykieta", "SIN/1/2026", "płyta CD")
                .contains("Anna Próbna", "14.05.2026", "11.05.2026", "AP/7", "Odwołanie od decyzji", "stron skanu 2");
        byte[] label = web.perform(get("/ezd/sklad/SCh/1/2026/etykieta"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(LetterText.of(label, "etykieta-skladu"))
                .contains("SCh/1/2026", "RPW/1/2026", "skład chronologiczny: oryginał pisma, stron: 2")
                .doesNotContain("Próbna");
        assertThat(html(get("/ezd/wplywy"))).contains("href=\"/ezd/wplywy/1/2026\"");
        assertThat(html(post("/ezd/sklad").param("szukaj", "SCh/1/2026")))
                .contains("href=\"/ezd/sklad/SCh/1/2026\"")
                .doesNotContain("SIN/1/2026");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTypedAndTheScan() throws Exception {
        String known = anna();
        String html = html(form(
                        known,
                        Map.of(
                                "receivedOn", "2026-05-15",
                                "letterDate", "2026-05-16",
                                "subject", " ",
                                "kind", "W_SPRAWIE",
                                "pages", "zero",
                                "attachments", "2",
                                "carriers", "3",
                                "legible", "off"))
                .file(scan(2)));

        assertThat(html)
                .contains("Data wpływu nie może być z przyszłości.", "Podaj krótko, czego dotyczy pismo.")
                .contains("nie może być późniejsza niż data wpływu", "Podaj znak sprawy", "Podaj liczbę stron")
                .contains("Sprawdź, czy skan jest pełny i czytelny", "jest 0 z 2", "Wskaż rodzaj nośnika.")
                .contains("<a href=\"#subject\">", "aria-invalid=\"true\"", "value=\"AP/7\"", "Wgrano: <a");
        Matcher kept =
                Pattern.compile("name=\"scanId\" value=\"([0-9a-f]{64})\"").matcher(html);
        assertThat(kept.find()).isTrue();

        web.perform(form(known, Map.of("scanId", kept.group(1), "scanName", "skan.pdf")))
                .andExpect(redirectedUrl("/ezd/wplywy/1/2026?zarejestrowano"));
    }

    @Test
    @DisplayName("OFF-12, OFF-13: a letter without its whole scan is turned back until the reason is given")
    void asksForTheScanOrTheReason() throws Exception {
        String known = anna();
        assertThat(html(form(known, Map.of("legible", "off")))).contains("Wgraj skan pisma albo podaj, dlaczego");
        assertThat(html(form(known, Map.of("pages", "3")).file(scan(2)))).contains("Odwzorowanie musi być pełne");
        assertThat(html(form(known, Map.of())
                        .file(new MockMultipartFile("scan", "pismo.docx", "application/pdf", new byte[] {1, 2}))))
                .contains("Skanu nie da się odczytać. Wgraj plik PDF bez hasła.");
        assertThat(html(form(known, Map.of("unscannedCode", "BO_TAK")))).contains("Wybierz powód z wykazu");

        web.perform(form(known, Map.of("pages", "300", "unscannedCode", "OPRAWIONE", "legible", "off")))
                .andExpect(redirectedUrl("/ezd/wplywy/1/2026?zarejestrowano"));
        assertThat(html(get("/ezd/wplywy/1/2026"))).contains("pisma nie zeskanowano", "dokument oprawiony");
    }

    @Test
    void scansOfAttachmentsStayWithTheFormAndStrangeOnesDoNot() throws Exception {
        String known = anna();
        MockMultipartFile map =
                new MockMultipartFile("attachmentScans", "mapa, arkusz 1.pdf", "application/pdf", Scans.ofPages(1));
        String html = html(form(known, Map.of("attachments", "1", "subject", " "))
                .file(scan(2))
                .file(map));
        Matcher kept =
                Pattern.compile("name=\"attachmentIds\" value=\"([^\"]+)\"").matcher(html);
        assertThat(kept.find()).isTrue();
        Matcher scan = Pattern.compile("name=\"scanId\" value=\"([^\"]+)\"").matcher(html);
        assertThat(scan.find()).isTrue();

        assertThat(html(form(known, Map.of("scanId", "obcy", "attachmentIds", "obcy", "legible", "off"))))
                .contains("Wgraj skan pisma albo podaj");
        web.perform(form(known, Map.of("attachments", "1", "scanId", scan.group(1), "attachmentIds", kept.group(1))))
                .andExpect(redirectedUrl("/ezd/wplywy/1/2026?zarejestrowano"));
        assertThat(html(get("/ezd/wplywy/1/2026"))).contains("mapa  arkusz 1.pdf");
    }

    @Test
    void aCaseThatDoesNotExistIsSaidAtItsField() throws Exception {
        String known = anna();
        assertThat(html(form(known, Map.of("kind", "W_SPRAWIE", "relatedCase", "FN.3120.9.2026"))
                        .file(scan(2))))
                .contains("<a href=\"#relatedCase\">Nie ma sprawy o znaku FN.3120.9.2026</a>");
        assertThat(html(form(known, Map.of("relatedCase", "FN.3120.9.2026")).file(scan(2))))
                .contains("rozpoczyna nową sprawę");
        assertThat(html(get("/ezd/wplywy"))).contains("Nie zarejestrowano jeszcze żadnej przesyłki.");
    }

    @Test
    void addsANewSenderOnlyWithRightDataAndNobodyTwice() throws Exception {
        anna();
        Map<String, String> typed = new LinkedHashMap<>(
                Map.of("senderKind", "NATURAL", "firstName", "Jan", "identifier", "90010112345", "place", "Wieś"));
        assertThat(html(form("nowy", typed).file(scan(2))))
                .contains("Podaj imię i nazwisko", "nie jest prawidłowy PESEL", "Adres ma co najmniej");
        typed.putAll(Map.of("lastName", "Nowy", "identifier", "90010112349", "building", "1", "postcode", "00-999"));
        assertThat(html(form("nowy", typed).file(scan(2)))).contains("jest już w bazie");
        typed.put("identifier", "");
        web.perform(form("nowy", typed).file(scan(2))).andExpect(status().is3xxRedirection());

        assertThat(registry.office.parties.search("Jan Nowy", 5))
                .singleElement()
                .satisfies(party -> assertThat(party.address().placeLine()).isEqualTo("00-999 Wieś"));
    }

    @Test
    @DisplayName("OFF-10: a loan is entered with who, why and until when; the list shows what is overdue")
    void lendsAndTakesBack() throws Exception {
        String known = anna();
        web.perform(form(known, Map.of()).file(scan(2))).andExpect(status().is3xxRedirection());
        String item = "/ezd/sklad/SCh/1/2026";

        assertThat(html(get(item))).contains("na swoim miejscu", "Piotr Dudek", "value=\"2026-05-28\"");
        assertThat(html(post(item + "/wypozyczenie").param("borrower", "obcy").param("dueOn", "2026-05-13")))
                .contains("Wskaż, kto bierze", "Podaj, w jakim celu", "nie wcześniejszy niż dzisiaj");
        web.perform(post(item + "/wypozyczenie")
                        .param("borrower", "piotr")
                        .param("purpose", "okazanie stronie")
                        .param("dueOn", "2026-05-20"))
                .andExpect(redirectedUrl(item + "?wypozyczono"));
        assertThat(html(get(item))).contains("wypożyczone", "Piotr Dudek, od 14.05.2026, zwrot do 20.05.2026");
        assertThat(html(post(item + "/wypozyczenie")
                        .param("borrower", "zenon")
                        .param("purpose", "x")
                        .param("dueOn", "2026-05-20")))
                .contains("jest już wypożyczony");
        assertThat(html(get("/ezd/wypozyczenia")))
                .contains("Piotr Dudek", "20.05.2026")
                .doesNotContain("po terminie");

        registry.office.clock.moveTo(Duration.ofDays(7));
        assertThat(html(get("/ezd/wypozyczenia"))).contains("20.05.2026 – po terminie");
        assertThat(html(get("/ezd/sklad"))).contains("Piotr Dudek", "20.05.2026 – po terminie");

        web.perform(post(item + "/zwrot")).andExpect(redirectedUrl(item + "?zwrocono"));
        assertThat(html(get("/ezd/wypozyczenia"))).contains("21.05.2026").doesNotContain("– po terminie");
        assertThat(html(post(item + "/zwrot"))).contains("nie jest wypożyczony");
        web.perform(get("/ezd/sklad/SCh/7/2026")).andExpect(status().isNotFound());
        web.perform(get("/ezd/wplywy/7/2026")).andExpect(status().isNotFound());
    }

    private String anna() {
        return registry.office.inTransaction(() -> registry.office.parties.register(Party.natural(
                "Anna", "Próbna", "90010112349", new Address("Polna", "3", null, "00-999", "Przykładowo", "PL"))));
    }

    private static MockMultipartFile scan(int pages) {
        return new MockMultipartFile("scan", "C:\\skany\\pismo.pdf", "application/pdf", Scans.ofPages(pages));
    }

    private static MockMultipartHttpServletRequestBuilder form(String sender, Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "key", "0b6c1111-2222-3333-4444-555566667777",
                "receivedOn", "2026-05-14",
                "letterDate", "2026-05-11",
                "sendersMark", "AP/7",
                "subject", "Odwołanie od decyzji",
                "kind", "ODWOLANIE",
                "pages", "2",
                "attachments", "0",
                "_legible", "on",
                "legible", "true"));
        fields.putAll(changed);
        // a box that is not ticked is not sent
        fields.values().removeIf("off"::equals);
        MockMultipartHttpServletRequestBuilder form = multipart("/ezd/rejestracja/pismo");
        form.param("nadawca", sender);
        fields.forEach(form::param);
        return form;
    }

    private String html(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String html(MockMultipartHttpServletRequestBuilder request) throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
