package pl.obieg.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pl.obieg.process.StaffDirectory;
import pl.obieg.support.RunningOffice;

/** Who reaches which address of the running application. */
class AddressesTest {

    /** All that is open to anybody, and nothing else. */
    private static final Set<String> PUBLIC = Set.of("/zaloguj", "/gmina24/zaloguj", "/error");

    private final RunningOffice office = RunningOffice.get();

    @Test
    void everyAddressOfThePagesAsksForSignInUnlessItIsNamedPublic() {
        Set<String> open = new TreeSet<>();
        Browser nobody = Browser.anonymous();
        for (RequestMappingInfo mapping : mappings().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]*}+", "1").replace("/**", "/x");
                HttpResponse<String> answer = nobody.get(path);
                boolean closed = answer.statusCode() == 401
                        || answer.statusCode() == 403
                        || answer.statusCode() == 302
                                && answer.headers()
                                        .firstValue("Location")
                                        .orElse("")
                                        .contains("zaloguj");
                if (!closed && !PUBLIC.contains(pattern)) {
                    open.add(pattern + " " + answer.statusCode());
                }
            }
        }
        assertThat(mappings().size()).isGreaterThan(20);
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/,                         katarzyna wojtek piotr ewa kurier analityk zarzad admin",
        "/podatki,                  wojtek piotr admin",
        "/ksiegowosc,               wojtek ewa admin",
        "/ezd/wplywy,               katarzyna wojtek piotr ewa kurier admin",
        "/ezd/rejestracja,          katarzyna",
        "/ezd/sklad,                katarzyna wojtek piotr ewa kurier admin",
        "/doreczenia,               katarzyna wojtek piotr ewa kurier admin",
        "/dlaczego/FN.3120.1.2026,  katarzyna wojtek piotr ewa kurier admin",
        "/prawo,                    wojtek piotr ewa analityk admin",
        "/wstrzymane,               katarzyna wojtek piotr ewa admin",
        "/api/panel,                zarzad admin",
        "/actuator/metrics,         admin",
        "/camunda/app/tasklist/default/, katarzyna wojtek piotr ewa kurier analityk zarzad admin",
        "/camunda/app/cockpit/default/,  analityk zarzad admin",
        "/camunda/app/admin/default/,    admin",
        "/engine-rest/engine,       ",
        "/gmina24,                  obywatel1"
    })
    void eachRoleEntersOnlyItsOwnRooms(String path, String admitted) {
        Set<String> expected =
                admitted == null ? Set.of() : Set.of(admitted.strip().split(" "));
        Set<String> entered = new TreeSet<>();
        Stream.of("katarzyna", "wojtek", "piotr", "ewa", "kurier", "analityk", "zarzad", "admin")
                .filter(login -> Browser.staff(login).get(path).statusCode() == 200)
                .forEach(entered::add);
        if (Browser.citizen("obywatel1").get(path).statusCode() == 200) {
            entered.add("obywatel1");
        }
        assertThat(entered).isEqualTo(new TreeSet<>(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "/doreczenia/ustalenia/nikt,           katarzyna wojtek piotr ewa",
        "/doreczenia/nikt/adres,               katarzyna wojtek piotr ewa",
        "/doreczenia/nikt/zakwestionowanie,    katarzyna wojtek piotr ewa",
        "/doreczenia/okresy,                   wojtek"
    })
    void whoRunsCasesChangesHowPartiesAreReachedAndHeadsWhoCarries(String path, String admitted) {
        Set<String> entered = new TreeSet<>();
        Stream.of("katarzyna", "wojtek", "piotr", "ewa", "kurier")
                .filter(login ->
                        Browser.staff(login).form("/doreczenia", path, Map.of()).statusCode() != 403)
                .forEach(entered::add);
        assertThat(entered).isEqualTo(new TreeSet<>(Set.of(admitted.strip().split(" "))));
    }

    @Test
    void onlyTheHeadSkipsAStoppedStepOrCorrectsItsData() {
        Map<String, String> fields = Map.of("powod", "próba", "dana", "legalDate", "wartosc", "2026-01-01");
        Browser head = Browser.staff("wojtek");
        for (String act : List.of("/wstrzymane/1/pomin", "/wstrzymane/1/popraw")) {
            assertThat(Browser.staff("piotr").form("/wstrzymane", act, fields).statusCode())
                    .as(act)
                    .isEqualTo(403);
            assertThat(head.form("/wstrzymane", act, fields).statusCode())
                    .as(act)
                    .isEqualTo(302);
            assertThat(head.get("/wstrzymane").body()).as(act).contains("Ten krok już nie stoi.");
        }
    }

    @Test
    void citizenDoesNotSignInAtTheOfficesDoorNorStaffInThePortal() {
        assertThat(Browser.anonymous().signIn("/zaloguj", "obywatel1", "obieg-mieszkaniec"))
                .contains("error");
        assertThat(Browser.anonymous().signIn("/gmina24/zaloguj", "piotr", "obieg"))
                .contains("error");
        assertThat(Browser.machine("obywatel1", "obieg-mieszkaniec")
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Browser.anonymous().signIn("/zaloguj", "piotr", "obieg")).doesNotContain("error");
    }

    @Test
    void sessionGetsANewIdAtSignIn() {
        Browser browser = Browser.anonymous();
        browser.get("/zaloguj");
        String before = browser.cookie("JSESSIONID");
        browser.signIn("/zaloguj", "piotr", "obieg");
        assertThat(browser.cookie("JSESSIONID")).isNotNull().isNotEqualTo(before);
    }

    @Test
    void formWithoutTokenIsRefused() {
        Browser clerk = Browser.staff("piotr");
        for (String path : List.of(
                "/wstrzymane/1/ponow",
                "/wstrzymane/1/pomin",
                "/wstrzymane/1/popraw",
                "/podatki",
                "/wyloguj",
                "/gmina24/zaloguj")) {
            assertThat(clerk.post(path, "").statusCode()).as(path).isEqualTo(403);
        }
        assertThat(clerk.get("/podatki").statusCode()).isEqualTo(200);
    }

    @Test
    void webappsRefuseAChangeWithoutTheirToken() {
        Browser clerk = Browser.staff("piotr");
        assertThat(clerk.post("/camunda/api/engine/engine/default/task", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void signOutFromTasklistEndsTheOneSession() {
        Browser clerk = Browser.staff("piotr");
        clerk.get("/camunda/app/tasklist/default/");
        assertThat(clerk.get("/podatki").statusCode()).isEqualTo(200);
        clerk.post("/camunda/api/admin/auth/user/default/logout", "");
        assertThat(clerk.get("/podatki").statusCode()).isEqualTo(302);
        assertThat(clerk.get("/camunda/api/engine/engine/default/task").statusCode())
                .isIn(302, 401);
    }

    @Test
    void whoLeavesAGroupLosesItsRoomsAtOnce() {
        office.bean(StaffDirectory.class).keepSample("tymczasowy", "Tym", "Czasowy", "obieg", Set.of("podatki"));
        Browser clerk = Browser.staff("tymczasowy");
        assertThat(clerk.get("/podatki").statusCode()).isEqualTo(200);
        office.bean(org.camunda.bpm.engine.IdentityService.class).deleteMembership("tymczasowy", "podatki");
        assertThat(clerk.get("/podatki").statusCode()).isEqualTo(302);
        assertThat(clerk.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void repeatedWrongPasswordsHoldTheAccount() {
        office.bean(StaffDirectory.class).keepSample("zapominalski", "Zapo", "Minalski", "obieg", Set.of("podatki"));
        Browser clerk = Browser.anonymous();
        IntStream.range(0, 10).forEach(n -> clerk.signIn("/zaloguj", "zapominalski", "zle" + n));
        assertThat(clerk.signIn("/zaloguj", "zapominalski", "obieg")).contains("error");
    }

    @Test
    void sixteenPagesAtOnceCarryOnePolicyThatLetsTheirScriptsRun() {
        Browser clerk = Browser.staff("piotr");
        Set<String> policies = new TreeSet<>(IntStream.range(0, 16)
                .parallel()
                .mapToObj(n -> clerk.get("/camunda/app/tasklist/default/"))
                .peek(page -> {
                    assertThat(page.statusCode()).isEqualTo(200);
                    assertThat(page.headers().allValues("Content-Security-Policy"))
                            .hasSize(1);
                    assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
                })
                .map(page ->
                        page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .toList());
        assertThat(policies).hasSize(1);
        assertThat(policies.iterator().next())
                .contains("script-src 'self' 'unsafe-eval' 'unsafe-inline'")
                .doesNotContain("nonce", "strict-dynamic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/zaloguj", "/gmina24/zaloguj", "/podatki"})
    void ownPageCarriesStrictHeaders(String path) {
        HttpResponse<String> page = Browser.staff("piotr").get(path);
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("script-src");
    }

    @Test
    void noOtherSiteMayAsk() {
        Browser clerk = Browser.staff("piotr");
        HttpResponse<String> answer = clerk.asked("https://zly.example", "/podatki");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(Browser.machine("analityk", "obieg")
                        .asked("https://zly.example", "/engine-rest/engine")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void onlyTheBareHealthIsPublic() {
        HttpResponse<String> health = Browser.anonymous().get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/metrics", "/actuator/health/db")) {
            assertThat(Browser.anonymous().get(path).statusCode()).as(path).isIn(302, 401, 403);
        }
    }

    @Test
    void productionDoesNotStartWithSamplePeople() {
        StaffDirectory staff = office.bean(StaffDirectory.class);
        assertThatThrownBy(() -> new SampleStaffGuard(staff, false).afterSingletonsInstantiated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("piotr");
        new SampleStaffGuard(staff, true).afterSingletonsInstantiated();
        assertThat(Map.of("guard", office.bean(SampleStaffGuard.class))).isNotEmpty();
    }

    private Map<RequestMappingInfo, ?> mappings() {
        return office.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }
}
