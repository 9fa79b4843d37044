package pl.obieg.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.freemarker.FreeMarkerAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Instalment;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submissions;
import pl.obieg.ledger.ChargeTax;
import pl.obieg.ledger.OpenPayerAccount;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Decisions;
import pl.obieg.process.Reasons;
import pl.obieg.support.TestDatabase;
import pl.obieg.support.TestDecisions;

/** The pages as a browser gets them, with the beans, transactions and forgery protection of production. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesTest {

    private static final String CASE = "FN.3120.1.2026";

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ConfigurationPropertiesScan("pl.obieg.ledger")
    @ComponentScan(
            basePackages = "pl.obieg.ledger",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = org.springframework.context.annotation.FilterType.REGEX,
                            pattern = ".*Test(\\$.*)?"))
    @Import({Parties.class, Submissions.class, StatutoryCalendar.class, OfficeClock.class})
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        FreeMarkerAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Office {

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private ConfigurableApplicationContext office;

    @BeforeAll
    void opensTheOffice() {
        ApplicationContextInitializer<GenericApplicationContext> beans = context -> {
            context.registerBean(DataSource.class, database::dataSource);
            context.registerBean(JdbcClient.class, database::jdbc);
            context.registerBean(Decisions.class, TestDecisions::new);
            context.registerBean(Reasons.class, () -> mock(Reasons.class));
            context.registerBean(OfficeLetters.class, () -> mock(OfficeLetters.class));
            context.registerBean(DocumentStore.class, () -> mock(DocumentStore.class));
            context.registerBean(
                    PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database.dataSource()));
        };
        office = new SpringApplicationBuilder(Office.class)
                .initializers(beans)
                .run("--server.port=0", "--spring.main.banner-mode=off");
    }

    @AfterAll
    void closesTheOffice() {
        office.close();
    }

    @Test
    void showsEmptyPagesAndThenTheWholeWayOfAPayment() throws Exception {
        assertThat(get("/ksiegowosc")).contains("Nie przypisano jeszcze żadnego podatku");
        assertThat(get("/ksiegowosc/wplaty")).contains("Nie ma jeszcze wpłat");
        assertThat(get("/ksiegowosc/wyciagi")).contains("Nie wczytano jeszcze żadnego wyciągu");

        String receivable = charge();
        assertThat(get("/ksiegowosc/naleznosci/" + receivable))
                .contains("Jan &lt;Nowak&gt;", "Nie zaliczono jeszcze żadnej wpłaty", "1\u00a0250,00\u00a0zł");

        String arrears = get("/ksiegowosc/zaleglosci?szukaj=" + CASE + "&stan=NONE&sortuj=kwota");
        assertThat(arrears).contains("Jan &lt;Nowak&gt;", CASE, "1\u00a0250,00\u00a0zł", "bez upominania");
        Matcher debtor = Pattern.compile("/ksiegowosc/dluznicy/[0-9a-f-]{36}").matcher(arrears);
        assertThat(debtor.find()).isTrue();
        assertThat(get(debtor.group()))
                .contains("Jan &lt;Nowak&gt;", "Rata nr 1, płatna do 16.03.2026: odsetki od", "INT-04")
                .contains("Nikogo jeszcze nie upominano")
                .as("UR-26")
                .contains("Stopę odsetek sprawdzono do dnia 05.03.2026");

        assertThat(upload("wyciag.sta", statement("1250,00", "000000000001", "1.1", "PODATEK")))
                .contains("Plik wczytany. Nowych operacji: 1");
        assertThat(get("/ksiegowosc/naleznosci/" + receivable))
                .contains("rozliczona", "najwcześniejszy termin płatności", "zapłacona");
        assertThat(upload("kopia.sta", statement("1250,00", "000000000001", "1.1", "PODATEK")))
                .contains("Nic nie zmieniono");

        upload("drugi.sta", statement("5,00", "000000000099", "1.2", "za " + CASE));
        assertThat(get("/ksiegowosc")).contains("Wpłaty niewyjaśnione: 1");
        String unmatched = get("/ksiegowosc/wplaty?stan=UNMATCHED");
        assertThat(unmatched).contains("niewyjaśniona", "za " + CASE);
        Matcher link = Pattern.compile("/ksiegowosc/wplaty/([0-9a-f-]{36})").matcher(unmatched);
        assertThat(link.find()).isTrue();
        assertThat(get(link.group())).contains("nie należy do żadnej sprawy");

        upload("trzeci.sta", statement("100,00", "000000000001", "1.3", "PODATEK"));
        showsAnOverpaymentAndTakesTheAccountForItsRefund();
        listsReliefsAboveTheLimitOnly(receivable);

        assertThat(upload("zły.sta", "bzdura")).contains("odrzucony", "to nie jest plik MT940", "zły.sta");
    }

    private void showsAnOverpaymentAndTakesTheAccountForItsRefund() throws Exception {
        String refundCase = "FN.3140.1.2026";
        database.jdbc()
                .sql("update ledger.overpayment set case_number = ?")
                .param(refundCase)
                .update();
        String address = "/ksiegowosc/nadplaty/" + refundCase;
        String page = get(address);
        assertThat(page).contains("nie podano", "nierozliczone 100,00", "Nie zlecono jeszcze zwrotu");
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        for (String nrb : List.of("123", "61109010140000071219812874")) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(address + "/rachunek"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("rachunek=" + nrb + "&_csrf="
                            + java.net.URLEncoder.encode(token.group(1), java.nio.charset.StandardCharsets.UTF_8)))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(get(address)).contains(nrb.length() == 26 ? "Zapisano rachunek" : "To nie jest poprawny numer");
        }
        assertThat(get(address)).contains("1090").doesNotContain("nie podano");
    }

    /** Ustawa o finansach publicznych art. 37 ust. 1 pkt 2 lit. f. */
    private void listsReliefsAboveTheLimitOnly(String receivable) throws Exception {
        assertThat(get("/ksiegowosc/ulgi?rok=2026")).contains("nikt nie otrzymał ulg powyżej 500 zł");
        for (String amount : List.of("500", "1")) {
            database.jdbc()
                    .sql("insert into ledger.relief (id, case_number, receivable_id, kind, entrepreneur, applied_on,"
                            + " status, ground, remitted, decided_on, effective_on) values (?, ?, ?, 'REMISSION', false,"
                            + " '2026-02-01', 'KEPT', 'PUBLIC_INTEREST', ?, '2026-03-01', '2026-03-09')")
                    .params("relief-" + amount, "R-" + amount, receivable, new BigDecimal(amount))
                    .update();
            assertThat(get("/ksiegowosc/ulgi?rok=2026").contains("Jan &lt;Nowak&gt;"))
                    .as("together above 500 zł")
                    .isEqualTo("1".equals(amount));
        }
        assertThat(get("/ksiegowosc/ulgi/wykaz.csv?rok=2026"))
                .isEqualTo("\uFEFFNazwa;Kwota ulg w zł;Umorzono w zł;Przyczyna umorzenia\r\n"
                        + "\"Jan <Nowak>\";501,00;501,00;\"interes publiczny\"\r\n");
        assertThat(get("/ksiegowosc/ulgi/wykaz.csv?rok=2025")).doesNotContain("Nowak");
    }

    @Test
    void searchFindsByCaseAndSaysWhenNothingFits() throws Exception {
        assertThat(get("/ksiegowosc?szukaj=%25_nie-ma&sortuj=saldo&strona=99"))
                .contains("Żadna należność nie spełnia tych warunków");
        for (String order : List.of("termin", "sprawa", "rok", "przypis", "saldo", "cokolwiek'")) {
            assertThat(get("/ksiegowosc?otwarte=true&sortuj=" + order.replace("'", "%27")))
                    .contains("Należności");
        }
    }

    @Test
    void uploadWithoutTheFormsTokenIsRefused() throws Exception {
        assertThat(send(multipart("x.sta", "bzdura", null)).statusCode()).isEqualTo(403);
    }

    @Test
    void arrearsOfAnotherStateAreSaidNotToBeThere() throws Exception {
        assertThat(get("/ksiegowosc/zaleglosci?stan=DELIVERED&strona=7"))
                .contains("Żadna zaległość nie spełnia tych warunków");
        assertThat(send(HttpRequest.newBuilder(uri("/ksiegowosc/dluznicy/nie-ma"))
                                .build())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void unknownIdsAreNotFound() throws Exception {
        assertThat(send(HttpRequest.newBuilder(uri("/ksiegowosc/naleznosci/nie-ma"))
                                .build())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/ksiegowosc/wplaty/nie-ma")).build())
                        .statusCode())
                .isEqualTo(404);
    }

    private String charge() {
        String party = office.getBean(Parties.class)
                .register(Party.natural(
                        "Jan", "<Nowak>", "44051401359", new Address("Polna", "1", null, "11-700", "Mrągowo", "PL")));
        Call call = new Call("key-1", CASE, "podatek-od-nieruchomosci");
        return new TransactionTemplate(office.getBean(PlatformTransactionManager.class)).execute(status -> {
            String account = output(office.getBean(OpenPayerAccount.class)
                            .run(new OpenPayerAccount.Input(CASE, List.of(party)), call))
                    .payerAccount();
            return output(office.getBean(ChargeTax.class)
                            .run(
                                    new ChargeTax.Input(
                                            CASE,
                                            "assessment-1",
                                            2026,
                                            "SELF",
                                            account,
                                            List.of(party),
                                            List.of(new Instalment(
                                                    1, LocalDate.of(2026, 3, 16), new BigDecimal("1250"))),
                                            null,
                                            null),
                                    call))
                    .receivableId();
        });
    }

    private static String statement(String amount, String clientPart, String tnr, String title) {
        return """
                :20:ST1
                :25:PL29114010810000267002001002
                :28C:1/1
                :60F:C260309PLN0,00
                :61:2603090309CN%1$sNTRFNONREF//MB1
                :86:911 TRANSAKCJA COLLECT; ID IPH: XX%2$s; OD: JAN; TYT.: %4$s; TNR: %3$s
                :62F:C260309PLN%1$s
                -
                """.formatted(amount, clientPart, tnr, title);
    }

    private String upload(String name, String content) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/ksiegowosc/wyciagi"));
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = send(multipart(name, content, token.group(1)));
        assertThat(answer.statusCode()).isEqualTo(302);
        return get("/ksiegowosc/wyciagi");
    }

    private HttpRequest multipart(String name, String content, String token) {
        String csrf = token == null
                ? ""
                : "--grenze\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n";
        String body = csrf + "--grenze\r\nContent-Disposition: form-data; name=\"plik\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--grenze--\r\n";
        return HttpRequest.newBuilder(uri("/ksiegowosc/wyciagi"))
                .header("Content-Type", "multipart/form-data; boundary=grenze")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).build());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        int port = ((ServletWebServerApplicationContext) office).getWebServer().getPort();
        return URI.create("http://localhost:" + port + path);
    }

    private static <O extends Record> O output(Answer<O> answer) {
        return ((Answer.Now<O>) answer).output();
    }
}
