package pl.obieg.ledger.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.support.TestDatabase;

/** The office's folder and the bank's simulator, end to end. */
class BankSimulatorTest {

    private static final String CASE = "FN.3120.1.2026";

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @ComponentScan("pl.obieg.simulators.bank")
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Outside {}

    @TempDir
    private Path folder;

    private final LedgerFixture ledger = new LedgerFixture();
    private ConfigurableApplicationContext bank;
    private BankFolder office;

    @BeforeEach
    void opensTheBank() {
        TestDatabase database = TestDatabase.empty();
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("bank")
                .locations("classpath:db/simulators/bank")
                .load()
                .migrate();
        ApplicationContextInitializer<GenericApplicationContext> beans = context -> {
            context.registerBean(DataSource.class, database::dataSource);
            context.registerBean(JdbcClient.class, database::jdbc);
            context.registerBean(
                    PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database.dataSource()));
            context.registerBean(Clock.class, Clock::systemUTC);
        };
        bank = new SpringApplicationBuilder(Outside.class)
                .initializers(beans)
                .run("--server.port=0", "--simulators.bank.outbox=" + folder, "--spring.main.banner-mode=off");
        office = new BankFolder(
                ledger.jdbc,
                Clock.systemUTC(),
                LedgerFixture.settings(folder),
                new BankFileImport(
                        ledger.jdbc,
                        LedgerFixture.CLOCK,
                        new StatementReader(ledger.settings),
                        ledger.settlement,
                        ledger.database.transactions()),
                ledger.database.transactions());
    }

    @AfterEach
    void closesTheBank() {
        bank.close();
    }

    @Test
    void paymentsOfADaySettleTheCase() throws Exception {
        String receivable = ledger.charge(CASE, "64", "62");
        pay(ledger.account(CASE), "64.00");
        pay(ledger.account(CASE), "62.00");
        post("/bank/wyciag", Map.of());

        office.poll();

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(archived()).isEqualTo(1);
    }

    @Test
    void moneyOnTheMainAccountIsForTheClerk() throws Exception {
        pay("29114010810000267002001002", "10.00");
        post("/bank/wyciag", Map.of());

        office.poll();

        assertThat(ledger.messages("PaymentUnmatched")).hasSize(1);
    }

    @Test
    void theSameFileTwiceAndARepeatedLineBookOnce() throws Exception {
        String receivable = ledger.charge(CASE, "64", "62");
        post("/bank/awarie", Map.of("mode", "twice", "count", 1));
        pay(ledger.account(CASE), "10.00");
        post("/bank/wyciag", Map.of());
        post("/bank/awarie", Map.of("mode", "duplicated-line"));
        pay(ledger.account(CASE), "10.00");
        post("/bank/wyciag", Map.of());

        office.poll();

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("106");
        assertThat(ledger.count("bank_file")).isEqualTo(2);
        assertThat(archived()).isEqualTo(3);
    }

    @Test
    void aBrokenBalanceIsRejectedAndTheCorrectedFileTaken() throws Exception {
        String receivable = ledger.charge(CASE, "64");
        post("/bank/awarie", Map.of("mode", "broken-balance"));
        pay(ledger.account(CASE), "64.00");
        post("/bank/wyciag", Map.of());
        office.poll();
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("64");

        post("/bank/wyciagi/1/ponownie", Map.of());
        office.poll();

        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
    }

    @Test
    void sendsAtOnceIfAsked() throws Exception {
        post("/bank/tryb", Map.of("auto", "FILE"));
        pay(ledger.account(CASE), "64.00");

        office.poll();

        assertThat(ledger.count("payment")).isEqualTo(1);
    }

    @Test
    void aBankThatIsDownTakesNothing() throws Exception {
        post("/bank/awarie", Map.of("mode", "down"));

        assertThat(pay(ledger.account(CASE), "64.00").statusCode()).isEqualTo(503);

        post("/bank/awarie", Map.of("mode", "none"));
        assertThat(pay(ledger.account(CASE), "64.00").statusCode()).isEqualTo(200);
        assertThat(pay("123", "64.00").statusCode()).isEqualTo(400);
    }

    @Test
    void thePageShowsPaymentsAndFiles() throws Exception {
        pay(ledger.account(CASE), "64.00");
        post("/bank/wyciag", Map.of());

        HttpResponse<String> page = send(HttpRequest.newBuilder(uri("/bank")).build());

        assertThat(page.body()).contains("64.00", "JÓZEF ŻÓŁĆ &lt;b&gt;", "Wyślij ponownie wyciąg 1");
    }

    private HttpResponse<String> pay(String nrb, String amount) throws Exception {
        return post(
                "/bank/wplaty",
                Map.of(
                        "nrb", nrb,
                        "amount", amount,
                        "payer", "JÓZEF ŻÓŁĆ <b>",
                        "title", "Podatek od nieruchomości; rata i coś jeszcze, żeby zawinęło",
                        "date", "2026-03-09"));
    }

    private HttpResponse<String> post(String path, Map<String, Object> body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        int port = ((ServletWebServerApplicationContext) bank).getWebServer().getPort();
        return URI.create("http://localhost:" + port + path);
    }

    private long archived() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            return files.count();
        }
    }
}
