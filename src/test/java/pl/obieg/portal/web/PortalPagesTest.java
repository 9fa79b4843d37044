package pl.obieg.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.portal.Citizens;
import pl.obieg.portal.PortalSlice;
import pl.obieg.portal.matters.CaseLife;

/** Anna and Jan own one house together; Obcy owns another. */
@AutoConfigureMockMvc
@SpringBootTest(classes = PortalSlice.class)
class PortalPagesTest {

    private static final String PASSWORD = "bardzo długie hasło";
    private static final String JOINT = "FN.3120.1.2026";
    private static final String FOREIGN = "FN.3120.2.2026";

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Citizens citizens;

    @Autowired
    Parties parties;

    @Autowired
    DocumentStore documents;

    @Autowired
    OfficeClock clock;

    @Autowired
    JdbcClient jdbc;

    private String anna;
    private String jan;
    private String jointDecision;
    private String foreignDecision;
    private CaseLife joint;

    @BeforeEach
    void twoHouses() {
        jdbc.sql("""
                truncate portal.declaration, portal.decision, portal.delivery, portal.receivable, portal.instalment,
                        portal.payment, portal.closing
                """).update();
        anna = citizen("anna", "80010100001");
        jan = citizen("jan", "80010100002");
        String stranger = citizen("obcy", "80010100003");
        jointDecision = documents.put(bytes("joint"), "Decyzja o podatku – żółty dom.pdf", "application/pdf");
        foreignDecision = documents.put(bytes("foreign"), "Decyzja.pdf", "application/pdf");
        joint = new CaseLife(JOINT, jointDecision, List.of(anna, jan));
        CaseLife foreign = new CaseLife(FOREIGN, foreignDecision, List.of(stranger));
        events.publishEvent(foreign.declared());
        events.publishEvent(foreign.decided());
    }

    @AfterEach
    void setClockRight() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void citizenSeesOwnCasesAndNeverAnothers() throws Exception {
        events.publishEvent(joint.declared());

        page("anna", "/gmina24")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(JOINT),
                                containsString("Podatek od nieruchomości"),
                                containsString("Urząd rozpatruje sprawę"),
                                not(containsString(FOREIGN)))));
        page("anna", "/gmina24/sprawy/" + JOINT).andExpect(status().isOk());
        page("anna", "/gmina24/sprawy/" + FOREIGN).andExpect(status().isNotFound());
        page("anna", "/gmina24/sprawy/FN.3120.99.2026").andExpect(status().isNotFound());
    }

    @Test
    void foreignCaseAndMissingCaseLookTheSame() throws Exception {
        assertThat(withoutToken(text("anna", "/gmina24/sprawy/" + FOREIGN)))
                .isEqualTo(withoutToken(text("anna", "/gmina24/sprawy/NONE")));
    }

    @Test
    void likeSignsInTheCaseNumberFindNothing() throws Exception {
        events.publishEvent(joint.declared());
        page("anna", "/gmina24/sprawy/FN.3120._.2026").andExpect(status().isNotFound());
    }

    @Test
    void onlyOwnDecisionIsDownloaded() throws Exception {
        events.publishEvent(joint.decided());

        page("anna", "/gmina24/dokumenty/" + jointDecision)
                .andExpect(status().isOk())
                .andExpect(content().bytes(bytes("joint")))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(containsString("inline"), containsString("filename*=UTF-8''"))));
        page("anna", "/gmina24/dokumenty/" + foreignDecision).andExpect(status().isNotFound());
        page("anna", "/gmina24/dokumenty/none").andExpect(status().isNotFound());
    }

    @Test
    void coOwnerSeesTheJointCaseButOnlyTheOwnDeliveryDate() throws Exception {
        events.publishEvent(joint.decided());
        events.publishEvent(joint.delivered(anna, "DELIVERED", LocalDate.of(2026, 12, 10)));
        events.publishEvent(joint.delivered(jan, "DEEMED", LocalDate.of(2026, 12, 14)));

        assertThat(text("anna", "/gmina24/sprawy/" + JOINT))
                .contains("10 grudnia 2026 r.")
                .doesNotContain("14 grudnia 2026 r.");
        assertThat(text("jan", "/gmina24/sprawy/" + JOINT))
                .contains("14 grudnia 2026 r.", "uważa się go za doręczony")
                .doesNotContain("10 grudnia 2026 r.");
    }

    /** D3: 24 to 27 December 2026 are holidays. */
    @Test
    void appealEndsOnTheNextWorkingDayAfterChristmas() throws Exception {
        events.publishEvent(joint.decided());
        events.publishEvent(joint.delivered(anna, "DELIVERED", LocalDate.of(2026, 12, 10)));

        assertThat(text("anna", "/gmina24/sprawy/" + JOINT))
                .contains("Odwołanie możesz wnieść do <strong>28 grudnia 2026 r.</strong>");

        clock.moveTo(Duration.ofDays(13));
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT)).contains("Odwołanie możesz wnieść do");
        clock.moveTo(Duration.ofDays(14));
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT))
                .contains("<strong>28 grudnia 2026 r.</strong>")
                .doesNotContain("Odwołanie możesz wnieść do");
    }

    @Test
    void noTermRunsBeforeDelivery() throws Exception {
        events.publishEvent(joint.decided());
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT))
                .contains("nie odnotował jeszcze doręczenia")
                .doesNotContain("Odwołanie możesz");

        events.publishEvent(joint.delivered(anna, "FAILED", null));
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT)).contains("nie udało się skutecznie doręczyć");
    }

    @Test
    @DisplayName("DEL-23: the page says that a copy in the portal is no delivery")
    void saysThatThePortalCopyIsNoDelivery() throws Exception {
        events.publishEvent(joint.decided());
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT)).contains("nie jest jego doręczeniem");
    }

    @Test
    void picturesTheNumbersOfTheTable() throws Exception {
        joint.all().forEach(events::publishEvent);

        String page = text("anna", "/gmina24/sprawy/" + JOINT);

        String table = between(page, "<table id=\"raty-0\">", "</tbody>");
        String picture = between(page, "<svg", "</svg>");
        List<String> rows = found(
                table,
                "<td class=\"number\">([^<]+)</td>\\s*<td class=\"number\">([^<]+)</td>",
                match -> match.group(2) + " z " + match.group(1));
        List<String> bars = found(picture, "text-anchor=\"end\">([^<]+)<", match -> match.group(1));
        assertThat(bars).isEqualTo(rows).hasSize(4).contains("100,50\u00a0zł z 242,00\u00a0zł");
        assertThat(found(picture, "class=\"paid\"[^>]*width=\"([0-9]+)\"", match -> match.group(1)))
                .containsExactly("356", "148", "0", "0");
        assertThat(picture)
                .contains("role=\"img\"", "<title id=", "<desc id=", "Zapłacono 342,50\u00a0zł z 968,00\u00a0zł");
        assertThat(page).contains("12\u00a03456\u00a07890\u00a01234\u00a05678\u00a09012\u00a03456");
    }

    @Test
    void instalmentIsOverdueOnlyAfterItsDay() throws Exception {
        events.publishEvent(joint.charged());

        clock.moveTo(Duration.ofDays(90));
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT)).doesNotContain(">po terminie<");
        clock.moveTo(Duration.ofDays(91));
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT)).contains(">po terminie<");
        assertThat(text("anna", "/gmina24")).contains("w tym po terminie 242,00\u00a0zł");
    }

    @Test
    void closedAndPaidCaseIsTold() throws Exception {
        events.publishEvent(joint.declared());
        events.publishEvent(joint.closed());
        assertThat(text("anna", "/gmina24/sprawy/" + JOINT)).contains("Zakończona", "decyzja ostateczna");
    }

    @Test
    void citizenWithoutCasesReadsWhy() throws Exception {
        assertThat(text("anna", "/gmina24")).contains("Nie ma tu jeszcze żadnej sprawy");
        citizens.register("nowy", PASSWORD, "80010100099");
        assertThat(text("nowy", "/gmina24")).contains("Nie ma tu jeszcze żadnej sprawy");
    }

    @Test
    void pagesRunUnderAStrictContentPolicy() throws Exception {
        joint.all().forEach(events::publishEvent);
        for (String address : List.of("/gmina24", "/gmina24/sprawy/" + JOINT, "/gmina24/zaloguj", "/gmina24/nic")) {
            assertThat(text("anna", address))
                    .contains("<html lang=\"pl\">", "<main id=\"tresc\"")
                    .doesNotContain("<script", " style=", " onclick=", "<style", "http://www.w3.org/1999");
        }
    }

    @Test
    void strangerIsSentToSignInFirst() throws Exception {
        web.perform(get("/gmina24"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrlPattern("**/zaloguj"));
        web.perform(get("/gmina24/dokumenty/" + jointDecision)).andExpect(redirectedUrlPattern("**/zaloguj"));
    }

    @Test
    void signsInAndOut() throws Exception {
        web.perform(post("/gmina24/zaloguj")
                        .with(csrf())
                        .param("username", "anna")
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/gmina24"));
        web.perform(post("/gmina24/wyloguj").with(user("anna").roles("CITIZEN")).with(csrf()))
                .andExpect(redirectedUrl("/gmina24/zaloguj?wylogowano"));
        assertThat(text("anna", "/gmina24/zaloguj?wylogowano")).contains("Wylogowano.");
    }

    @Test
    void failedSignInSaysWhatToDoAndRepeatsNoInput() throws Exception {
        web.perform(post("/gmina24/zaloguj")
                        .with(csrf())
                        .param("username", "anna")
                        .param("password", "not the password"))
                .andExpect(redirectedUrl("/gmina24/zaloguj?error"));
        web.perform(get("/gmina24/zaloguj?error"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Nie udało się zalogować"),
                                containsString("role=\"alert\""),
                                containsString("name=\"_csrf\""))));
    }

    private ResultActions page(String login, String address) throws Exception {
        return web.perform(get(address).with(user(login).roles("CITIZEN")));
    }

    private String text(String login, String address) throws Exception {
        return page(login, address).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String citizen(String login, String pesel) {
        citizens.register(login, PASSWORD, pesel);
        return parties.register(
                Party.natural(login, "Kowalska", pesel, new Address("Polna", "1", null, "84-200", "Wejherowo", "PL")));
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from);
        return page.substring(start, page.indexOf(to, start));
    }

    private static List<String> found(
            String text, String pattern, java.util.function.Function<MatchResult, String> wanted) {
        return Pattern.compile(pattern).matcher(text).results().map(wanted).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
