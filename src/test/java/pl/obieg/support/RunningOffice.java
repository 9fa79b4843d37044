package pl.obieg.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import pl.obieg.Obieg;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.local.LocalOffice;
import pl.obieg.process.StaffDirectory;
import pl.obieg.simulators.OutsideWorld;

/**
 * The whole office with the world outside, for tests: real PostgreSQL, real protocols over HTTP, the job executor on.
 * Started once per JVM and shared; each test works on people and cases of its own.
 */
public final class RunningOffice {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    // A Monday morning, so that no test depends on the day and hour it runs.
    private static final Instant FIRST_DAY =
            LocalDateTime.parse("2026-11-23T10:00").atZone(OfficeClock.WARSAW).toInstant();

    private static RunningOffice instance;
    private static boolean failed;

    private final OfficeClock clock = new OfficeClock();
    private final ConfigurableApplicationContext outside;
    private final ConfigurableApplicationContext application;
    private final RestClient world;

    private RunningOffice() {
        Path home = temporaryFolder();
        TestDatabase outsideDatabase = TestDatabase.empty();
        TestDatabase database = TestDatabase.empty();
        Duration toFirstDay = Duration.between(clock.instant(), FIRST_DAY);
        outside = OutsideWorld.start(
                0,
                clock,
                LocalOffice.outsideSettings(outsideDatabase.url(), home),
                ahead -> clock.moveTo(toFirstDay.plus(ahead)));
        int outsidePort = OutsideWorld.port(outside);
        LocalOffice.register(outsidePort, home);
        Map<String, Object> settings = new HashMap<>(LocalOffice.settings(database.url(), outsidePort, home));
        settings.put("server.port", 0);
        settings.put("obieg.systems.epuap.poll-interval", "500ms");
        settings.put("obieg.systems.e-doreczenia.poll-delay", "500ms");
        settings.put("obieg.systems.post.poll-delay", "500ms");
        settings.put("obieg.systems.bank.poll-delay", "500ms");
        settings.put("obieg.systems.enforcement.poll-delay", "500ms");
        settings.put("obieg.process.sweep-delay", "PT1S");
        // ePUAP could be used, but D13 takes it only in a period a test opens (delivery.channel_period).
        settings.put("obieg.systems.epuap.outgoing-enabled", true);
        settings.put("obieg.systems.epuap.outgoing-allowed-until", "2099-12-31");
        settings.put("obieg.delivery.places", "Przykładowo");
        settings.put("camunda.bpm.job-execution.max-wait", 500);
        settings.put("camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle", "PT1S,PT1S,PT3S");
        application = new SpringApplicationBuilder(Obieg.class, LocalOffice.class)
                .initializers(context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("local-office", settings));
                    LocalOffice.scanProductOnly(context);
                    LocalOffice.shareClock(context, clock);
                })
                .run();
        world = RestClient.create("http://localhost:" + outsidePort);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            application.close();
            outside.close();
        }));
    }

    /** The one office of this JVM. */
    public static synchronized RunningOffice get() {
        if (instance == null) {
            if (failed) {
                throw new IllegalStateException("The office did not start; see the first failure");
            }
            failed = true;
            instance = new RunningOffice();
        }
        return instance;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("obieg-test");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The application's context. */
    public ConfigurableApplicationContext application() {
        return application;
    }

    /** Address of the simulators. */
    public String outsideAddress() {
        return "http://localhost:" + OutsideWorld.port(outside);
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** A bean of the application, where there are several of its type. */
    public <T> T bean(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public OfficeClock clock() {
        return clock;
    }

    /** Address of the application. */
    public String address() {
        return "http://localhost:"
                + ((ServletWebServerApplicationContext) application)
                        .getWebServer()
                        .getPort();
    }

    /** Somebody of the town files a ready-made document through ePUAP; see the simulators' first page for the kinds. */
    public CaseUnderTest files(String kind, int n) {
        return files(kind, n, 2026);
    }

    /** As {@link #files(String, int)}, for another tax year. */
    public CaseUnderTest files(String kind, int n, int year) {
        String procedure = switch (kind) {
            case "nieznany", "rozstrzygniecie-sko" -> "pismo-nierozpoznane";
            case "odwolanie" -> "odwolanie";
            default -> "podatek-od-nieruchomosci";
        };
        return files(procedure, kind, n, year);
    }

    /** As {@link #files(String, int, int)}, when the office is to see something else in it. */
    public CaseUnderTest files(String procedure, String kind, int n, int year) {
        Set<String> before = instances(procedure);
        send(kind, n, year);
        return newInstance(procedure, before);
    }

    private void send(String kind, int n, int year) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("rodzaj", kind);
        form.add("n", Integer.toString(n));
        form.add("rok", Integer.toString(year));
        world.post()
                .uri("/epuap/przyklady")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toBodilessEntity();
    }

    /** The instance of the procedure that is not among {@code before}, as soon as there is one. */
    public CaseUnderTest newInstance(String procedure, Set<String> before) {
        String id = await("new " + procedure, () -> {
            Set<String> now = new HashSet<>(instances(procedure));
            now.removeAll(before);
            return now.stream().findFirst().orElse(null);
        });
        return new CaseUnderTest(this, id);
    }

    /** The instance of the procedure that runs, or ran, under the business key, as soon as there is one. */
    public CaseUnderTest instance(String procedure, String businessKey) {
        HistoricProcessInstance found = await(
                procedure + " " + businessKey,
                () -> bean(HistoryService.class)
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey(procedure)
                        .processInstanceBusinessKey(businessKey)
                        .list()
                        .stream()
                        .findFirst()
                        .orElse(null));
        return new CaseUnderTest(this, found.getId());
    }

    /** The instance of the procedure with this value of a variable, as soon as there is one. */
    public CaseUnderTest instance(String procedure, String variable, String value) {
        return new CaseUnderTest(
                this,
                await(
                        procedure + " with " + variable + " " + value,
                        () -> instances(procedure, variable, value).stream()
                                .findFirst()
                                .orElse(null)));
    }

    /** Ids of all instances there have been with this value of a variable. */
    public Set<String> instances(String procedure, String variable, String value) {
        Set<String> ids = new HashSet<>();
        bean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(procedure)
                .variableValueEquals(variable, value)
                .list()
                .forEach(one -> ids.add(one.getId()));
        return ids;
    }

    /** What the head fills in to give a case to the clerk. */
    public Map<String, Object> assignmentTo(String clerk) {
        return Map.of(
                "orgUnit",
                "FN",
                "clerk",
                clerk,
                "taskDeadline",
                clock().today().plusDays(20).toString(),
                "instruction",
                "Proszę o załatwienie.");
    }

    /** Ids of all instances there have been. */
    public Set<String> instances(String procedure) {
        List<HistoricProcessInstance> all = bean(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(procedure)
                .list();
        Set<String> ids = new HashSet<>();
        all.forEach(one -> ids.add(one.getId()));
        return ids;
    }

    /** Tells the simulator how the outside reacts by itself: DELIVERED, DEEMED, REFUSED, OFF. */
    public void outsideReacts(String system, String auto) {
        world.post()
                .uri("/" + system + "/tryb")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("auto", auto))
                .retrieve()
                .toBodilessEntity();
    }

    /** Somebody outside acts: the path is one of a simulator's. */
    public void outsideDoes(String path) {
        world.post().uri(path).retrieve().toBodilessEntity();
    }

    /** Lets the next {@code count} calls of the system fail. */
    public void outsideFails(String system, String mode, int count) {
        world.post()
                .uri("/" + system + "/awarie")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("mode", mode, "count", count))
                .retrieve()
                .toBodilessEntity();
    }

    /** Lets days pass, for the office and the world outside, at most 400. */
    public void daysPass(int days) {
        world.post()
                .uri("/zegar")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("dni=" + days)
                .retrieve()
                .toBodilessEntity();
    }

    /** Somebody pays into the account and the bank sends its statement. */
    public void pays(String account, BigDecimal amount, String title) {
        world.post()
                .uri("/bank/wplaty")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("nrb", account, "amount", amount, "payer", taxpayer(account), "title", title))
                .retrieve()
                .toBodilessEntity();
        world.post().uri("/bank/wyciag").retrieve().toBodilessEntity();
    }

    /** The head signs by hand whatever print waits for it in these instances. */
    public void signPrints(Set<String> instanceIds) {
        TaskService tasks = bean(TaskService.class);
        tasks.createTaskQuery().taskDefinitionKey(CaseUnderTest.TO_BE_SIGNED).list().stream()
                .filter(task -> task.getAssignee() == null && instanceIds.contains(task.getProcessInstanceId()))
                .forEach(task -> {
                    IdentityService identity = bean(IdentityService.class);
                    identity.setAuthentication(
                            "wojtek", List.copyOf(bean(StaffDirectory.class).groupsOf("wojtek")));
                    try {
                        tasks.claim(task.getId(), "wojtek");
                        tasks.complete(
                                task.getId(),
                                Map.of(
                                        "signatureGiven", "PODPISANO",
                                        "signedBy", "wojtek",
                                        "signedOn", clock.today().toString()));
                    } finally {
                        identity.clearAuthentication();
                    }
                });
    }

    /** Name of a taxpayer of the account, as a bank writes it; somebody else's payment might be left to a clerk (PAY-02). */
    private String taxpayer(String account) {
        String name = jdbc().sql("""
                        select coalesce(max(coalesce(p.first_name || ' ' || p.last_name, p.name)), 'JAN TESTOWY')
                        from exchange.party p join ledger.payer_account_party a on a.party_id = p.id
                        where a.account = ?
                        """).param(account).query(String.class).single();
        return Normalizer.normalize(name.toUpperCase(Locale.ROOT).replace('Ł', 'L'), Normalizer.Form.NFD)
                .replaceAll("[^A-Z0-9 ]", "");
    }

    /** Polls until the supplier gives something, with a cap. */
    public <T> T await(String what, Supplier<T> supplier) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(supplier::get, found -> found != null && !Boolean.FALSE.equals(found));
    }
}
