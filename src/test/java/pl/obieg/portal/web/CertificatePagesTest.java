package pl.obieg.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import pl.obieg.documents.DocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.Submissions;
import pl.obieg.portal.Citizens;
import pl.obieg.portal.PortalSlice;
import pl.obieg.portal.applications.Applications;
import pl.obieg.portal.applications.CertificateChoices.Purpose;
import pl.obieg.process.ProcedureMessage;

/** A signed-in citizen asks for a tax certificate, pays and reads the answer (P10). */
@AutoConfigureMockMvc
@SpringBootTest(classes = {PortalSlice.class, CertificatePagesTest.Heard.class})
class CertificatePagesTest {

    @TestConfiguration
    @Import(Messages.class)
    static class Heard {}

    /** The messages that begin procedures. */
    static class Messages {

        final List<ProcedureMessage> all = new java.util.ArrayList<>();

        @EventListener
        void on(ProcedureMessage message) {
            all.add(message);
        }
    }

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Citizens citizens;

    @Autowired
    Parties parties;

    @Autowired
    Applications applications;

    @Autowired
    Submissions submissions;

    @Autowired
    DocumentStore documents;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    private String hanna;

    @BeforeEach
    void peopleOfTheTown() {
        jdbc.sql("truncate portal.application, portal.letter").update();
        messages.all.clear();
        hanna = citizen("hanna", "80010100011");
        citizen("igor", "80010100012");
        citizens.register("nieznany", "bardzo długie hasło", "80010100013");
    }

    @Test
    void theFormSaysWhatEachPurposeCosts() throws Exception {
        open("hanna", "/gmina24/zaswiadczenie")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("kredyt lub pożyczka – opłata 21,00")))
                .andExpect(content().string(containsString("ochrona zdrowia – bez opłaty")));
    }

    @Test
    void theTableKnowsEveryPurpose() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(applications.duty(purpose)).as(purpose.name()).isNotNegative();
        }
    }

    @Test
    void filingBeginsTheProcedureWithTheFormAndShowsWhereToPay() throws Exception {
        String address = filed("hanna", UUID.randomUUID().toString());

        open("hanna", address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("27 1140 2004 0000 3002 0135 5387".replace(' ', '\u00a0'))))
                .andExpect(content().string(containsString("21,00")));
        ProcedureMessage message = messages.all.get(0);
        assertThat(message.name()).isEqualTo("CertificateApplicationArrived");
        Submission letter = submissions.get((String) message.variables().get("submissionId"));
        assertThat(letter.channel()).isEqualTo("PORTAL");
        assertThat(letter.senderIdentifier()).isEqualTo("80010100011");
        String xml = new String(documents.get(letter.documentId()).content(), StandardCharsets.UTF_8);
        assertThat(xml).contains("<Cel>KREDYT</Cel>", address.substring(address.lastIndexOf('/') + 1));
    }

    @Test
    void secondClickFilesNothing() throws Exception {
        String nonce = UUID.randomUUID().toString();
        assertThat(filed("hanna", nonce)).isEqualTo(filed("hanna", nonce));
        assertThat(messages.all).hasSize(1);
    }

    @Test
    void anothersApplicationDoesNotExist() throws Exception {
        String address = filed("hanna", UUID.randomUUID().toString());
        open("igor", address).andExpect(status().isNotFound());
        open("igor", "/gmina24").andExpect(content().string(not(containsString(address))));
    }

    @Test
    void whatIsNotAChoiceIsRefusedWithTheReason() throws Exception {
        web.perform(form(
                                "hanna",
                                "NIEZALEGANIE",
                                "<script>",
                                "USTAWOWO",
                                UUID.randomUUID().toString())
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Wybierz cel zaświadczenia.")))
                .andExpect(content().string(not(containsString("<script>"))));
        assertThat(messages.all).isEmpty();
    }

    @Test
    void aForgedRequestFilesNothing() throws Exception {
        web.perform(form(
                        "hanna",
                        "NIEZALEGANIE",
                        "KREDYT",
                        "USTAWOWO",
                        UUID.randomUUID().toString()))
                .andExpect(status().isForbidden());
        assertThat(messages.all).isEmpty();
    }

    @Test
    void whomTheOfficeDoesNotKnowCannotFileHere() throws Exception {
        web.perform(form(
                                "nieznany",
                                "NIEZALEGANIE",
                                "KREDYT",
                                "USTAWOWO",
                                UUID.randomUUID().toString())
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Urząd nie ma jeszcze Twoich danych")));
        assertThat(messages.all).isEmpty();
    }

    @Test
    void answerOfTheOfficeIsReadByItsAddresseeOnly() throws Exception {
        String address = filed("hanna", UUID.randomUUID().toString());
        String submission = (String) messages.all.get(0).variables().get("submissionId");
        String pdf =
                documents.put("certificate".getBytes(StandardCharsets.UTF_8), "zaswiadczenie.pdf", "application/pdf");
        LocalDate day = LocalDate.of(2026, 12, 15);
        events.publishEvent(
                new CaseFact.ApplicationTaken("FN.3160.7.2026", submission, "zaświadczenie", List.of(hanna), day));
        events.publishEvent(new CaseFact.StampDutySettled("FN.3160.7.2026", new java.math.BigDecimal("21.00"), day));
        open("hanna", address).andExpect(content().string(containsString("Urząd rozpatruje wniosek")));
        events.publishEvent(new CaseFact.LetterIssued(
                "FN.3160.7.2026",
                "letter-7",
                OfficeLetters.Kind.CERTIFICATE,
                "o niezaleganiu w podatkach",
                null,
                pdf,
                day,
                List.of(hanna)));

        open("hanna", address)
                .andExpect(content().string(containsString("Zaświadczenie o niezaleganiu w podatkach")))
                .andExpect(content().string(containsString("/gmina24/dokumenty/" + pdf)));
        open("hanna", "/gmina24/dokumenty/" + pdf).andExpect(status().isOk());
        open("igor", "/gmina24/dokumenty/" + pdf).andExpect(status().isNotFound());
    }

    private String filed(String login, String nonce) throws Exception {
        return web.perform(
                        form(login, "NIEZALEGANIE", "KREDYT", "USTAWOWO", nonce).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static MockHttpServletRequestBuilder form(
            String login, String kind, String purpose, String receipt, String nonce) {
        return post("/gmina24/zaswiadczenie")
                .param("kind", kind)
                .param("purpose", purpose)
                .param("receipt", receipt)
                .param("nonce", nonce)
                .with(user(login).roles("CITIZEN"));
    }

    private ResultActions open(String login, String address) throws Exception {
        return web.perform(get(address).with(user(login).roles("CITIZEN")));
    }

    private String citizen(String login, String pesel) {
        citizens.register(login, "bardzo długie hasło", pesel);
        return parties.register(
                Party.natural(login, "Testowa", pesel, new Address("Polna", "1", null, "00-999", "Przykładowo", "PL")));
    }
}
