package pl.obieg.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.view.freemarker.FreeMarkerConfigurer;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;
import pl.obieg.exchange.Parties;
import pl.obieg.process.StaffDirectory;

/** The register of deliveries as a clerk uses it. */
class DeliveryScreensTest {

    private static final DeliveryOffice office = new DeliveryOffice();
    private static final AnnotationConfigWebApplicationContext screens = new AnnotationConfigWebApplicationContext();
    private static MockMvc browser;

    @BeforeEach
    void clear() {
        office.cleared();
    }

    @BeforeAll
    static void open() {
        screens.setParent(office.context());
        screens.setServletContext(new MockServletContext());
        screens.register(Screens.class);
        screens.refresh();
        browser = MockMvcBuilders.webAppContextSetup(screens).build();
    }

    @AfterAll
    static void close() {
        screens.close();
        office.close();
    }

    @Test
    void findsADeliveryByNameNumberAndStatus() throws Exception {
        office.posted();

        for (String wanted : new String[] {"kowal", "registered-1", "FN.3120", ""}) {
            browser.perform(post("/doreczenia").param("szukaj", wanted).param("stan", "SENT"))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Anna Kowalska")))
                    .andExpect(content().string(containsString("02.02.2026")));
        }
        browser.perform(post("/doreczenia").param("szukaj", "100%"))
                .andExpect(content().string(containsString("Żadne doręczenie nie spełnia tych warunków.")));
        browser.perform(post("/doreczenia").param("stan", "FAILED"))
                .andExpect(content().string(not(containsString("Anna Kowalska"))));
    }

    @Test
    void showsTheFormWithItsToken() throws Exception {
        String id = office.posted();

        browser.perform(get("/doreczenia/{id}/zpo", id)
                        .requestAttr("_csrf", new DefaultCsrfToken("X-CSRF", "_csrf", "znak")))
                .andExpect(content().string(containsString("<input type=\"hidden\" name=\"_csrf\" value=\"znak\">")))
                .andExpect(content().string(containsString("Dorosły domownik")));
    }

    @Test
    void headAuthorisesAPersonToSignAndRevokesIt_SG01() throws Exception {
        browser.perform(get("/doreczenia/podpisujacy"))
                .andExpect(content().string(containsString("Nikt nie ma upoważnienia")))
                .andExpect(content().string(not(containsString("Nowe upoważnienie"))));
        browser.perform(post("/doreczenia/podpisujacy").with(DeliveryScreensTest::head))
                .andExpect(content().string(containsString("Wskaż osobę.")))
                .andExpect(content().string(containsString("Podaj dzień, od którego upoważnienie obowiązuje.")));

        browser.perform(post("/doreczenia/podpisujacy")
                        .param("login", "wojtek")
                        .param("post", "kierownik referatu")
                        .param("kinds", "LETTER", "ORDER")
                        .param("basis", "upoważnienie nr 3/2026")
                        .param("validFrom", "2026-02-01"))
                .andExpect(redirectedUrl("/doreczenia/podpisujacy?zapisano"));

        browser.perform(get("/doreczenia/podpisujacy").with(DeliveryScreensTest::head))
                .andExpect(content().string(containsString("Wojciech Sowa")))
                .andExpect(content().string(containsString("pisma, postanowienia")))
                .andExpect(content().string(containsString("do odwołania")));
        Signatory signatory = office.bean(Signatories.class).all().get(0);
        browser.perform(post("/doreczenia/podpisujacy/{id}/odwolanie", signatory.id()))
                .andExpect(redirectedUrl("/doreczenia/podpisujacy?zapisano"));
        assertThat(office.bean(Signatories.class).all())
                .singleElement()
                .extracting(Signatory::validTo)
                .hasToString("2026-02-02");
    }

    private static org.springframework.mock.web.MockHttpServletRequest head(
            org.springframework.mock.web.MockHttpServletRequest request) {
        request.addUserRole("kierownictwo");
        return request;
    }

    @Test
    void typedReceiptConcludesTheDelivery() throws Exception {
        String id = office.posted();

        browser.perform(zpo(id).param("outcome", "RECEIVED")
                        .param("deliveredOn", "2026-02-01")
                        .param("receiverRole", "ADULT_HOUSEHOLD")
                        .param("receiverName", "Jan Kowalski")
                        .param("receiverSignature", "true")
                        .param("firstNoticeOn", "")
                        .param("returnReason", ""))
                .andExpect(redirectedUrl("/doreczenia/" + id + "/zpo?zapisano"));

        assertThat(office.messages).hasSize(1);
        assertThat(office.conclude(id)).hasToString("2026-02-01");
        assertThat(office.status(id)).isEqualTo("SUBSTITUTE");
        browser.perform(get("/doreczenia/{id}/zpo?zapisano", id))
                .andExpect(content().string(containsString("Odebrał ktoś za adresata")));
    }

    @Test
    void correctedCardReplacesTheOneBefore() throws Exception {
        String id = office.posted();
        for (String day : new String[] {"2026-01-20", "2026-01-28"}) {
            browser.perform(zpo(id).param("outcome", "RECEIVED")
                    .param("deliveredOn", day)
                    .param("receiverRole", "ADDRESSEE")
                    .param("receiverSignature", "true"));
        }

        assertThat(office.conclude(id)).hasToString("2026-01-28");
    }

    @Test
    void tellsWhatIsWrongWithTheForm() throws Exception {
        String id = office.posted();

        browser.perform(zpo(id).param("outcome", "RETURNED"))
                .andExpect(content().string(containsString("Wskaż przyczynę zwrotu.")));
        browser.perform(zpo(id).param("outcome", "RECEIVED")
                        .param("deliveredOn", "2026-03-01")
                        .param("receiverRole", "ADDRESSEE"))
                .andExpect(content().string(containsString("Data nie może być z przyszłości.")))
                .andExpect(content().string(containsString("Podaj przyczynę braku podpisu.")));
        browser.perform(zpo(id).param("outcome", "RECEIVED").param("deliveredOn", "wczoraj"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Wpisz poprawną wartość.")));
        assertThat(office.messages).isEmpty();
    }

    @Test
    void correctedAddressServesTheNextAttempt() throws Exception {
        String id = office.prepared();
        browser.perform(get("/doreczenia/{id}/adres", id)).andExpect(content().string(containsString("Lipowa")));

        browser.perform(address(id)
                        .param("street", "Polna")
                        .param("building", "1")
                        .param("postcode", "64-510")
                        .param("place", "Wronki")
                        .param("imprisoned", "true"))
                .andExpect(status().is3xxRedirection());
        office.sendByPost(id);

        assertThat(office.post.shipments.get(0).addressee().address().streetLine())
                .isEqualTo("Polna 1");
        assertThat(office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id))
                        .imprisoned())
                .isTrue();
        browser.perform(address(id).param("street", "Polna"))
                .andExpect(content().string(containsString("Podaj numer domu")));
    }

    @Test
    void clerkEntersAnAttorneyBeforeAnyLetterAndEndsHisPower_DEL15() throws Exception {
        String party = office.bean(Parties.class).register(DeliveryOffice.KOWALSKA);
        browser.perform(post("/doreczenia/ustalenia").param("szukaj", "Kowal"))
                .andExpect(content().string(containsString("/doreczenia/ustalenia/" + party)))
                .andExpect(content().string(containsString("nic szczególnego")));
        browser.perform(get("/doreczenia/ustalenia/{party}", party))
                .andExpect(content().string(not(containsString("Nowy wpis"))));
        browser.perform(arrangement(party).with(DeliveryScreensTest::head).param("kind", "REPRESENTATIVE"))
                .andExpect(content().string(containsString("Wpisz, do kogo idą pisma")))
                .andExpect(content().string(containsString("Wpisz, skąd to wiadomo")))
                .andExpect(content().string(containsString("Podaj dzień, od którego wpis obowiązuje.")));

        browser.perform(arrangement(party)
                        .param("kind", "REPRESENTATIVE")
                        .param("representativeName", "Ewa Zastępca")
                        .param("representativeRole", "ATTORNEY")
                        .param("building", "4")
                        .param("postcode", "64-510")
                        .param("place", "Nowa Wieś")
                        .param("basis", "pełnomocnictwo z 30.01.2026")
                        .param("validFrom", "2026-01-30")
                        .principal(() -> "katarzyna"))
                .andExpect(redirectedUrl("/doreczenia/ustalenia/" + party + "?zapisano"));

        browser.perform(get("/doreczenia/ustalenia/{party}", party).with(DeliveryScreensTest::head))
                .andExpect(content().string(containsString("Ewa Zastępca (pełnomocnik)")))
                .andExpect(content().string(containsString("Nowa Wieś 4")))
                .andExpect(content().string(containsString("katarzyna")));
        browser.perform(get("/doreczenia/ustalenia"))
                .andExpect(content().string(containsString("pełnomocnik albo przedstawiciel")));
        Arrangement entered = office.bean(Arrangements.class).ofParty(party).get(0);
        browser.perform(post("/doreczenia/ustalenia/{party}/koniec/{id}", party, entered.id())
                        .param("lastDay", "2026-02-01")
                        .principal(() -> "piotr"))
                .andExpect(redirectedUrl("/doreczenia/ustalenia/" + party + "?zapisano"));
        assertThat(office.bean(Arrangements.class).ofParty(party))
                .singleElement()
                .extracting(Arrangement::enteredBy, Arrangement::endedBy, Arrangement::validTo)
                .containsExactly("katarzyna", "piotr", java.time.LocalDate.of(2026, 2, 1));
        browser.perform(post("/doreczenia/ustalenia/{party}/koniec/{id}", "inna", entered.id()))
                .andExpect(status().isNotFound());
        browser.perform(get("/doreczenia/ustalenia/{party}", "nie-ma")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder arrangement(String party) {
        return post("/doreczenia/ustalenia/{party}", party).param("_professional", "on");
    }

    @Test
    void electronicDeliveryInOrderIsQuestionedOnItsPage_DEL08() throws Exception {
        String id = office.posted();
        browser.perform(get("/doreczenia/{id}/zpo", id))
                .andExpect(content().string(not(containsString("Zakwestionuj doręczenie"))));
        office.bean(EvidenceDesk.class)
                .receive(DeliveryOffice.evidence("REGISTERED-1", "epo", Evidence.Kind.SIGNED, "2026-02-01"));
        office.conclude(id);
        browser.perform(get("/doreczenia/{id}/zpo", id))
                .andExpect(content().string(containsString("Zakwestionuj doręczenie")));

        browser.perform(post("/doreczenia/{id}/zakwestionowanie", id)
                        .param("truth", "OTHER_DAY")
                        .param("trueDay", "2026-02-01"))
                .andExpect(content().string(containsString("Napisz, dlaczego kwestionujesz")))
                .andExpect(content().string(containsString("Podaj dzień odbioru: inny niż zapisany")));
        browser.perform(post("/doreczenia/{id}/zakwestionowanie", id)
                        .param("truth", "OTHER_DAY")
                        .param("trueDay", "2026-01-31")
                        .param("challengeReason", "Data na karcie jest inna.")
                        .principal(() -> "katarzyna"))
                .andExpect(redirectedUrl("/doreczenia/" + id + "/zpo?zapisano"));

        assertThat(office.messages).extracting("name").contains("ReceiptContradicted");
        browser.perform(get("/doreczenia/{id}/zpo", id))
                .andExpect(content().string(containsString("Data na karcie jest inna.")))
                .andExpect(content().string(containsString("pismo odebrano w innym dniu: 31.01.2026")))
                .andExpect(content().string(containsString("katarzyna")));
    }

    @Test
    void headEntersACampaignAndTheAreaOfTheSoltys_DEL03() throws Exception {
        browser.perform(get("/doreczenia/okresy"))
                .andExpect(content().string(containsString("niesie poczta")))
                .andExpect(content().string(not(containsString("Nowy okres"))));
        browser.perform(post("/doreczenia/okresy")
                        .with(DeliveryScreensTest::head)
                        .param("channel", "SOLTYS"))
                .andExpect(content().string(containsString("Wpisz miejscowość, w której sołtys doręcza.")))
                .andExpect(content().string(containsString("Podaj pierwszy dzień.")));
        browser.perform(period("COURIER").param("to", "2026-02-22")).andExpect(status().is3xxRedirection());
        browser.perform(period("SOLTYS").param("to", "2026-12-31").param("area", "Wronki"))
                .andExpect(redirectedUrl("/doreczenia/okresy?zapisano"));

        String id = office.prepared();
        FindDeliveryAddress.Output found = office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id));
        assertThat(found.ownCouriersCampaign()).isTrue();
        assertThat(found.soltysArea()).isTrue();

        browser.perform(get("/doreczenia/okresy").with(DeliveryScreensTest::head))
                .andExpect(content().string(containsString("gońcy urzędu (akcja doręczania)")))
                .andExpect(content().string(containsString("22.02.2026")))
                .andExpect(content().string(containsString("wojtek")));
        office.bean(ChannelPeriods.class)
                .all()
                .forEach(one ->
                        office.bean(ChannelPeriods.class).end(one.id(), java.time.LocalDate.of(2026, 2, 1), "wojtek"));
        assertThat(office.run(FindDeliveryAddress.class, new FindDeliveryAddress.Input(id))
                        .soltysArea())
                .isFalse();
    }

    private static MockHttpServletRequestBuilder period(String channel) {
        return post("/doreczenia/okresy")
                .param("channel", channel)
                .param("from", "2026-01-30")
                .param("basis", "zarządzenie nr 5/2026")
                .principal(() -> "wojtek");
    }

    @Test
    void cardOfTheCourierTypedAfterPostingIsOfTheCouriersAttempt() throws Exception {
        String id = office.prepared();
        office.run(RecordClerkChannel.class, new RecordClerkChannel.Input(id, "COURIER", null));
        office.run(SendByPost.class, new SendByPost.Input(id));
        office.sendByPost(id);
        browser.perform(get("/doreczenia/{id}/zpo", id))
                .andExpect(content().string(containsString("Którego wysłania dotyczy")));

        browser.perform(zpo(id).param("attempt", "1")
                        .param("outcome", "RECEIVED")
                        .param("deliveredOn", "2026-02-01")
                        .param("receiverRole", "ADDRESSEE")
                        .param("receiverSignature", "true"))
                .andExpect(redirectedUrl("/doreczenia/" + id + "/zpo?zapisano"));

        assertThat(office.database
                        .jdbc()
                        .sql("select channel from delivery.evidence where kind = 'SIGNED'")
                        .query(String.class)
                        .list())
                .containsExactly("COURIER");
        assertThat(office.conclude(id)).hasToString("2026-02-01");
    }

    @Test
    void unknownDeliveryIsNotFound() throws Exception {
        browser.perform(get("/doreczenia/nie-ma/zpo")).andExpect(status().isNotFound());
    }

    /** The form as a browser sends it: each check box with its marker. */
    private static MockHttpServletRequestBuilder zpo(String id) {
        return post("/doreczenia/{id}/zpo", id).param("_receiverSignature", "on");
    }

    private static MockHttpServletRequestBuilder address(String id) {
        return post("/doreczenia/{id}/adres", id)
                .param("_pickupAtOffice", "on")
                .param("_imprisoned", "on")
                .param("_attorneyProfessional", "on")
                .param("_paperAtOnce", "on")
                .param("_electronicImpossible", "on");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan("pl.obieg.delivery.web")
    static class Screens {

        @Bean
        StaffDirectory staff() {
            StaffDirectory staff = Mockito.mock(StaffDirectory.class);
            Mockito.when(staff.names()).thenReturn(Map.of("wojtek", "Wojciech Sowa"));
            return staff;
        }

        @Bean
        FreeMarkerConfigurer freeMarkerConfigurer() {
            FreeMarkerConfigurer configurer = new FreeMarkerConfigurer();
            configurer.setTemplateLoaderPath("classpath:/templates/");
            configurer.setDefaultEncoding("UTF-8");
            return configurer;
        }

        @Bean
        FreeMarkerViewResolver freeMarkerViewResolver() {
            FreeMarkerViewResolver resolver = new FreeMarkerViewResolver("", ".ftlh");
            resolver.setContentType("text/html;charset=UTF-8");
            return resolver;
        }
    }
}
