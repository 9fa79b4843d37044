package pl.obieg.correspondence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.view.freemarker.FreeMarkerConfigurer;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;
import pl.obieg.calendar.ClockStop;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.correspondence.ComplexCases;
import pl.obieg.correspondence.CorrespondenceSystem.Assignment;
import pl.obieg.correspondence.TermStops;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.exchange.CaseDeliveries;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Submission;
import pl.obieg.process.StaffDirectory;
import pl.obieg.support.TestDecisions;

class EzdPagesTest {

    private static final String PREFIX = "spring.freemarker.settings.";

    private static final StaffDirectory STAFF = staff(Map.of("anna", "Anna Czapla", "piotr", "Piotr Dudek"));

    private final Office office = new Office();
    private final List<CaseDeliveries.Line> deliveries = new ArrayList<>();
    private MockMvc web;

    @BeforeEach
    void startPages() {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Pages.class);
        context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton(
                "pages",
                new EzdPages(
                        new RegisterReader(office.database.jdbc(), STAFF, office.clock),
                        new CaseReader(office.database.jdbc(), STAFF, Optional.of(number -> deliveries)),
                        new TermReader(office.terms, STAFF, new StatutoryCalendar(), office.clock))));
        context.refresh();
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @EnableWebMvc
    static class Pages {

        @Bean
        FreeMarkerConfigurer freemarker() {
            FreeMarkerConfigurer freemarker = new FreeMarkerConfigurer();
            freemarker.setTemplateLoaderPath("classpath:/templates/");
            freemarker.setFreemarkerSettings(settingsOfTheApplication());
            return freemarker;
        }

        @Bean
        FreeMarkerViewResolver views() {
            FreeMarkerViewResolver views = new FreeMarkerViewResolver("", ".ftlh");
            views.setContentType("text/html;charset=UTF-8");
            return views;
        }
    }

    @Test
    void saysThatARegisterIsEmpty() throws Exception {
        assertThat(page("/ezd/wplywy")).contains("Nie zarejestrowano jeszcze żadnej przesyłki.");
        assertThat(page("/ezd/wychodzace")).contains("Nie wysłano jeszcze żadnej przesyłki.");
        assertThat(page("/ezd/sprawy")).contains("Nie założono jeszcze żadnej sprawy.");
        assertThat(page("/ezd/decyzje")).contains("Nie zarejestrowano jeszcze żadnej decyzji.");
    }

    @Test
    void showsLettersWithTheirCaseAndDocumentNewestFirst() throws Exception {
        office.anyCase();
        office.register(office.letterFrom("Żaneta Ślązak <b>", null));

        String html = page("/ezd/wplywy");

        assertThat(html)
                .contains("<html lang=\"pl\">", "<caption>Rejestr przesyłek wpływających. Liczba pozycji: 2.</caption>")
                .contains("href=\"/ezd/sprawy/FN.3120.1.2026\"", "href=\"/dokumenty/" + Office.sha(1) + "\"")
                .contains("14.05.2026 10:00", "ePUAP", "Żaneta Ślązak &lt;b&gt;")
                .contains("aria-sort=\"descending\"")
                .doesNotContain("<b>");
        assertThat(html.indexOf("RPW/2/2026")).isLessThan(html.indexOf("RPW/1/2026"));
    }

    @Test
    void listsClosedCasesWithWhatTheArchiveDoesWithThem() throws Exception {
        String closed = office.anyCase();
        String open = office.anyCase();
        assertThat(page("/ezd/archiwum")).contains("Nie zakończono jeszcze żadnej sprawy.");

        office.inTransaction(() -> office.ezd.closeCase(closed, "podatek wpłacony"));

        assertThat(page("/ezd/archiwum"))
                .contains("Do archiwum zakładowego", closed, "B10", "01.01.2029", "01.01.2037")
                .doesNotContain(open);
    }

    @Test
    void findsByAPartOfTheSenderAndTakesSignsOfPatternsLiterally() throws Exception {
        office.register(office.letterFrom("Anna Próbna", null));
        office.register(office.letterFrom("Spółka 100%_A", null));

        assertThat(search("próB")).contains("RPW/1/2026").doesNotContain("RPW/2/2026");
        assertThat(search("100%_")).contains("RPW/2/2026").doesNotContain("RPW/1/2026");
        assertThat(search("%")).contains("RPW/2/2026").doesNotContain("RPW/1/2026");
        assertThat(search("Kowalska")).contains("Nic nie pasuje do szukanego tekstu.");
    }

    @Test
    void sortsByAPolishNameBothWays() throws Exception {
        office.register(office.letterFrom("Zofia", null));
        office.register(office.letterFrom("Łucja", null));
        office.register(office.letterFrom("Maria", null));

        assertThat(order(page("/ezd/wplywy?sortowanie=nadawca"), "Łucja", "Maria", "Zofia"))
                .isTrue();
        assertThat(order(page("/ezd/wplywy?sortowanie=!nadawca"), "Zofia", "Maria", "Łucja"))
                .isTrue();
        assertThat(page("/ezd/wplywy?sortowanie=1;drop+table")).contains("RPW/3/2026");
    }

    @Test
    void turnsPages() throws Exception {
        for (int i = 0; i <= RegisterReader.PAGE; i++) {
            office.register(office.anyLetter());
        }
        assertThat(rows(page("/ezd/wplywy"))).isEqualTo(RegisterReader.PAGE);
        assertThat(page("/ezd/wplywy")).contains("Strona 1 z 2", "Następna").doesNotContain("Poprzednia");
        assertThat(rows(page("/ezd/wplywy?strona=2"))).isEqualTo(1);
        assertThat(page("/ezd/wplywy?strona=2"))
                .contains("Strona 2 z 2", "Poprzednia")
                .doesNotContain("Następna");
        assertThat(page("/ezd/wplywy?strona=99")).contains("Strona 2 z 2");
    }

    @Test
    void carriesTheTokenAgainstForgedRequestsInItsForms() throws Exception {
        CsrfToken token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "abc123");
        String html = web.perform(get("/ezd/wplywy").requestAttr(CsrfToken.class.getName(), token))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html).contains("name=\"_csrf\" value=\"abc123\"");
    }

    @Test
    void showsTheWholeCaseFile() throws Exception {
        Submission letter = office.anyLetter();
        String caseNumber = office.caseOf(letter);
        office.ezd.assign(
                new Assignment(caseNumber, "FN", "anna", LocalDate.of(2026, 6, 1), "Proszę załatwić pilnie"), "k1");
        office.transaction.executeWithoutResult(status -> {
            String decision = office.ezd.registerDecision(caseNumber, "USTALAJACA");
            office.chronicle.on(new CaseFact.DecisionIssued(
                    caseNumber,
                    decision,
                    Office.sha(9),
                    2026,
                    java.math.BigDecimal.TEN,
                    LocalDate.of(2026, 5, 14),
                    java.util.List.of()));
            office.ezd.closeCase(caseNumber, "podatek wpłacony w całości");
        });

        String html = page("/ezd/sprawy/" + caseNumber);

        assertThat(html)
                .contains("Sprawa FN.3120.1.2026", "3120 – Podatek od nieruchomości", "RPW/1/2026", "Anna Próbna")
                .contains("Proszę załatwić pilnie", "01.06.2026", "zakończona 14.05.2026", "podatek wpłacony w całości")
                .contains(
                        "B10 – lata przechowywania: 10",
                        "Od 01.01.2029 akta przekazuje się do archiwum zakładowego",
                        "Od 01.01.2037 akta można wybrakować")
                .contains("FN.3120.1.2026.D1", "href=\"/dokumenty/" + Office.sha(9) + "\"", "zalacznik.xml");
        assertThat(order(html, "Zarejestrowano pismo RPW/1/2026", "Dekretacja: FN, Anna Czapla", "Zakończono sprawę"))
                .isTrue();
        assertThat(page("/ezd/decyzje")).contains("1/2026", "FN.3120.1.2026.D1");
        assertThat(page("/ezd/sprawy")).contains("podatek wpłacony w całości");
    }

    @Test
    void findsCasesByTheNameOfTheClerkAndNeverShowsALogin() throws Exception {
        String first = office.anyCase();
        String second = office.anyCase();
        office.ezd.assign(new Assignment(first, "FN", "anna", LocalDate.of(2026, 6, 1), null), "k1");
        office.ezd.assign(new Assignment(second, "FN", "piotr", LocalDate.of(2026, 6, 1), null), "k2");

        assertThat(page("/ezd/sprawy")).contains("Anna Czapla", "Piotr Dudek").doesNotContain(">piotr<", ">anna<");
        assertThat(search("/ezd/sprawy", "dudek")).contains(second).doesNotContain(first);
        assertThat(search("/ezd/wplywy", "dudek")).contains("Nic nie pasuje do szukanego tekstu.");
        assertThat(page("/ezd/sprawy/" + second)).contains("<dd>Piotr Dudek</dd>");
    }

    @Test
    void showsToWhomByWhichChannelAndWithWhatProofLettersWent() throws Exception {
        String caseNumber = office.anyCase();
        assertThat(page("/ezd/sprawy/" + caseNumber)).doesNotContain("id=\"doreczenia\"");

        deliveries.add(new CaseDeliveries.Line(
                "Anna <b>",
                "List polecony",
                "Brak adresu elektronicznego – art. 144 § 1c OP",
                "Podpisał(a) własnoręcznie 14.05.2026: Jan Nowak, wójt (SG-01).",
                "00159007730000000011",
                "14.05.2026",
                "Uznane za doręczone",
                true,
                "29.05.2026",
                null,
                List.of(new CaseDeliveries.Proof("Pierwsze awizo", "15.05.2026", Office.sha(3))),
                "/doreczenia/d1/zpo"));

        assertThat(page("/ezd/sprawy/" + caseNumber))
                .contains(
                        "id=\"doreczenia\"",
                        "Anna &lt;b&gt;",
                        "List polecony",
                        "art. 144 § 1c OP",
                        "Podpis: Podpisał(a)")
                .contains("00159007730000000011", "badge good", "29.05.2026")
                .contains("<a href=\"/dokumenty/" + Office.sha(3) + "\">Pierwsze awizo</a>, 15.05.2026");
    }

    @Test
    void showsTheTermOfACaseItsEndTheDaysLeftAndWhatIsNotCounted_TIM01_TIM03() throws Exception {
        String caseNumber = office.anyCase();
        assertThat(page("/ezd/sprawy/" + caseNumber)).doesNotContain("id=\"termin\"");
        office.opened(caseNumber, "IN-1", LocalDate.of(2026, 4, 20));

        assertThat(page("/ezd/sprawy/" + caseNumber))
                .contains("id=\"termin\"", "20.05.2026", "6 dni do końca", "badge warn", "art. 139 §1 OP")
                .contains("/zawilosc", "Oznacz sprawę jako szczególnie skomplikowaną");

        new TermStops(office.terms, office.records, office.clock)
                .note(
                        caseNumber,
                        new ClockStop(LocalDate.of(2026, 5, 4), LocalDate.of(2026, 5, 8), ClockStop.Reason.OTHER_ORGAN),
                        "piotr");
        assertThat(page("/ezd/sprawy/" + caseNumber))
                .contains("25.05.2026", "11 dni do końca", "od 04.05.2026 do 08.05.2026: oczekiwanie na inny organ")
                .contains("bez przerw do 20.05.2026", "wpisał: piotr");

        new ComplexCases(
                        office.terms,
                        office.records,
                        new TestDecisions(),
                        office.keptReasons,
                        new StatutoryCalendar(),
                        office.clock)
                .mark(caseNumber, "Dwunastu współwłaścicieli", "piotr");
        assertThat(page("/ezd/sprawy/" + caseNumber))
                .contains("Sprawa szczególnie skomplikowana", "Dwunastu współwłaścicieli")
                .doesNotContain("/zawilosc");
    }

    @Test
    void knowsNoOtherCase() throws Exception {
        web.perform(get("/ezd/sprawy/FN.3120.9.2026")).andExpect(status().isNotFound());
    }

    private String page(String path) throws Exception {
        return web.perform(get(java.net.URI.create(path)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String search(String text) throws Exception {
        return search("/ezd/wplywy", text);
    }

    private String search(String path, String text) throws Exception {
        return web.perform(post(path).param("szukaj", text))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** A staff of whom only the names are asked for. */
    static StaffDirectory staff(Map<String, String> names) {
        return (StaffDirectory) Proxy.newProxyInstance(
                StaffDirectory.class.getClassLoader(), new Class<?>[] {StaffDirectory.class}, (self, asked, given) -> {
                    return switch (asked.getName()) {
                        case "names" -> names;
                        case "nameOf" -> names.getOrDefault((String) given[0], (String) given[0]);
                        default -> throw new UnsupportedOperationException(asked.getName());
                    };
                });
    }

    private static boolean order(String html, String... texts) {
        int last = -1;
        for (String text : texts) {
            int at = html.indexOf(text);
            if (at <= last) {
                return false;
            }
            last = at;
        }
        return true;
    }

    private static int rows(String html) {
        Matcher rows = Pattern.compile("<th scope=\"row\"").matcher(html);
        int count = 0;
        while (rows.find()) {
            count++;
        }
        return count;
    }

    private static Properties settingsOfTheApplication() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        Properties settings = new Properties();
        // what Spring Boot sets by itself
        settings.put("recognize_standard_file_extensions", "true");
        yaml.getObject().forEach((key, value) -> {
            if (key.toString().startsWith(PREFIX)) {
                settings.put(key.toString().substring(PREFIX.length()), value.toString());
            }
        });
        return settings;
    }
}
