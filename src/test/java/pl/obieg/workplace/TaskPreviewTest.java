package pl.obieg.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import pl.obieg.exchange.LetterNumbers;
import pl.obieg.exchange.Submission;
import pl.obieg.exchange.SubmissionPreview;
import pl.obieg.exchange.Submissions;
import pl.obieg.support.TestDatabase;

class TaskPreviewTest {

    private static final AnnotationConfigApplicationContext OFFICE = new AnnotationConfigApplicationContext();
    private static Submissions submissions;

    private final Desk desk = new Desk();

    @BeforeAll
    static void openOffice() {
        TestDatabase database = TestDatabase.fresh();
        OFFICE.registerBean(JdbcClient.class, database::jdbc);
        OFFICE.register(Submissions.class);
        OFFICE.refresh();
        submissions = OFFICE.getBean(Submissions.class);
    }

    @AfterAll
    static void closeOffice() {
        OFFICE.close();
    }

    @Test
    void showsTheDraftBeforeWhatWasFiled() throws Exception {
        String draft = desk.put("%PDF-1.7", "projekt-decyzji.pdf", "application/pdf");
        desk.lay(Desk.task("t1", filedPdf("s-draft"), null, draft));
        String page = page(preview(), "t1");
        assertThat(page).contains("src=\"/podglad/zadania/t1/dokument/" + draft + "#");
        assertThat(page.indexOf("projekt-decyzji.pdf")).isLessThan(page.indexOf("pismo.pdf"));
    }

    @Test
    void tellsChannelTimeInWarsawAndRegisterNumber() throws Exception {
        desk.lay(Desk.task("t1", filedPdf("s-facts"), null, null));
        String page = page(serve(List.of(), List.of(submission -> Optional.of("12/2026"))), "t1");
        assertThat(page).contains("ePUAP", "01.02.2026, 11:15", "12/2026");
    }

    @Test
    void showsTheFormAsTheModuleThatKnowsItDoes() throws Exception {
        desk.lay(Desk.task("t1", filedXml("s-form", "<a>tajne pole</a>"), null, null));
        SubmissionPreview knowing = submission -> Optional.of("<p>Budynek mieszkalny 100 m²</p>");
        SubmissionPreview unknowing = submission -> Optional.empty();
        String page = page(serve(List.of(unknowing, knowing), List.of()), "t1");
        assertThat(page).contains("<p>Budynek mieszkalny 100 m²</p>").doesNotContain("tajne pole");
    }

    @Test
    void showsAllFieldsOfAnUnknownFormEscaped() throws Exception {
        String xml = "<Deklaracja rok=\"2026\"><DataZlozenia>&lt;script&gt;</DataZlozenia></Deklaracja>";
        desk.lay(Desk.task("t1", filedXml("s-unknown", xml), null, null));
        String page = page(preview(), "t1");
        assertThat(page).contains("Data zlozenia", "&lt;script&gt;", "2026").doesNotContain("<script>");
    }

    @Test
    void offersOnlyADownloadForXmlItCannotRead() throws Exception {
        String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
        desk.lay(Desk.task("t1", filedXml("s-dtd", bomb), null, null));
        String page = page(preview(), "t1");
        assertThat(page).contains("pismo.xml").doesNotContain("Treść pisma</h2>");
    }

    @Test
    void saysWhenTheTaskIsGoneOrAnothers() throws Exception {
        preview()
                .perform(get("/podglad/zadania/t9"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("nie masz uprawnień")));
    }

    @Test
    void givesADocumentOfTheTaskToLookAtWithoutKeepingIt() throws Exception {
        String draft = desk.put("%PDF-1.7", "decyzja-łączna.pdf", "application/pdf");
        desk.lay(Desk.task("t1", null, null, draft));
        preview()
                .perform(get("/podglad/zadania/t1/dokument/" + draft))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("inline")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void givesAnAttachmentOfTheSubmission() throws Exception {
        String submission = filedPdf("s-attachment");
        String attached = submissions.get(submission).attachments().get(0).documentId();
        desk.lay(Desk.task("t1", submission, null, null));
        preview().perform(get("/podglad/zadania/t1/dokument/" + attached)).andExpect(status().isOk());
    }

    @Test
    void refusesADocumentOfAnotherCase() throws Exception {
        String foreign = desk.put("%PDF-1.7", "cudza-decyzja.pdf", "application/pdf");
        String own = desk.put("%PDF-1.7", "projekt-decyzji.pdf", "application/pdf");
        desk.lay(Desk.task("t1", null, null, own));
        preview().perform(get("/podglad/zadania/t1/dokument/" + foreign)).andExpect(status().isNotFound());
    }

    @Test
    void letsBrowsersOnlyDownloadWhatCouldCarryAScript() throws Exception {
        String page = desk.put("<script>alert(1)</script>", "pismo.html", "text/html");
        desk.lay(Desk.task("t1", null, page, null));
        preview()
                .perform(get("/podglad/zadania/t1/dokument/" + page))
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")));
    }

    private MockMvc preview() {
        return serve(List.of(), List.of());
    }

    private MockMvc serve(List<SubmissionPreview> previews, List<LetterNumbers> registers) {
        return Desk.serving(new TaskPreview(
                desk,
                new TaskFile(desk, submissions),
                Desk.beans(SubmissionPreview.class, previews),
                Desk.beans(LetterNumbers.class, registers)));
    }

    private static String page(MockMvc web, String taskId) throws Exception {
        return web.perform(get("/podglad/zadania/" + taskId))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String filedPdf(String externalId) {
        return filed(externalId, desk.put("%PDF-1.7", "pismo.pdf", "application/pdf"));
    }

    private String filedXml(String externalId, String xml) {
        return filed(externalId, desk.put(xml, "pismo.xml", "application/xml"));
    }

    private String filed(String externalId, String documentId) {
        String attached = desk.put("%PDF-1.7", "mapa.pdf", "application/pdf");
        return submissions
                .accept(new Submission(
                        null,
                        "EPUAP",
                        externalId,
                        null,
                        null,
                        "Anna Nowak",
                        null,
                        null,
                        "Informacja o nieruchomościach",
                        Instant.parse("2026-02-01T10:15:00Z"),
                        documentId,
                        null,
                        List.of(new Submission.Attachment("mapa.pdf", attached))))
                .id();
    }
}
