package pl.obieg.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.correspondence.builtin.Office.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import pl.obieg.correspondence.builtin.Office;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.PaperVersions;
import pl.obieg.documents.PdfA;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.documents.store.PostgresDocumentStore;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.MatterKeys;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submission;
import pl.obieg.process.Answer;
import pl.obieg.process.Refusal;

class WriteCallTest {

    private static final String REASON = "Proszę uzupełnić podpis i załącznik ZDN-1 – część „B” <pole 12>.";

    private final Office office = new Office();
    private final DocumentStore documents = new PostgresDocumentStore(office.database.jdbc(), office.clock);
    private final WriteCall operation = new WriteCall(
            office.ezd,
            office.submissions,
            new Senders(office.database.jdbc(), office.parties),
            office.parties,
            new CallRegister(
                    office.database.jdbc(),
                    new StaticListableBeanFactory().getBeanProvider(MatterKeys.class),
                    office.clock),
            PdfLetterWriter.reading(WriteCallTest::fromRepository),
            documents,
            new PaperVersions(office.database.jdbc()),
            Binder.get(new MockEnvironment()).bindOrCreate("obieg.systems.ezd", EzdSettings.class),
            office.clock);

    @Test
    void callsTheSenderInPdfAAndFilesTheCallInTheCase() throws Exception {
        Submission letter = office.anyLetter();
        String partyId = office.parties.register(Party.natural(
                "Anna", "Próbna", "90010112345", new Address("Polna", "1", "2", "11-001", "Przykładowo", "PL")));
        String caseNumber = office.caseOf(letter);

        WriteCall.Output output = write(new WriteCall.Input(caseNumber, letter.id(), "CORRECTION", null, REASON, null));

        assertThat(output.partyIds()).containsExactly(partyId);
        byte[] pdf = documents.get(output.unsealedDocumentId()).content();
        assertThat(PdfA.violations(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("Anna Próbna", "Polna 1/2", caseNumber, "274a", "14 dni", "14 maja 2026 r.", REASON);
        assertThat(office.database
                        .jdbc()
                        .sql("select kind from correspondence.case_document where document_id = ?")
                        .param(output.unsealedDocumentId())
                        .query(String.class)
                        .list())
                .containsExactly("CALL");
    }

    @Test
    void callsAStrangerBeforeThereIsACaseAndKnowsHimTheNextTime() throws Exception {
        Submission letter = office.letterFrom("Jan Nieznany", null);
        WriteCall.Input input = new WriteCall.Input(null, letter.id(), "FORMAL_DEFECTS", null, REASON, null);

        WriteCall.Output first = write(input);
        WriteCall.Output second = write(input);

        assertThat(first.partyIds()).hasSize(1).isEqualTo(second.partyIds());
        assertThat(office.parties.get(first.partyIds().get(0)).displayName()).isEqualTo("Jan Nieznany");
        assertThat(text(documents.get(first.unsealedDocumentId()).content()))
                .contains("Jan Nieznany", "RPW/1/2026", "169 § 1", "7 dni", "bez rozpatrzenia");
    }

    /** OP art. 168 §1: since 2026 ePUAP is left for declarations only. */
    @Test
    void onlyACallAboutADeclarationNamesEpuapAsAWayToAnswer() throws Exception {
        assertThat(callAbout(office.letterOn("ZASWIADCZENIE"))).contains("Przez ePUAP odpowiedzi złożyć nie można.");
        assertThat(callAbout(office.letterOn("DN-1"))).contains("Poprawny formularz można złożyć przez ePUAP");
    }

    private String callAbout(Submission letter) throws IOException {
        WriteCall.Output output = write(new WriteCall.Input(null, letter.id(), "FORMAL_DEFECTS", null, REASON, null));
        return text(documents.get(output.unsealedDocumentId()).content());
    }

    @Test
    void refusesALetterWithoutSenderAndAnUnknownKind() {
        assertRefused(
                "SENDER_UNKNOWN",
                new WriteCall.Input(null, office.letterFrom(" ", null).id(), "CORRECTION", 14, REASON, null));
        assertRefused(
                "UNKNOWN_CALL_KIND",
                new WriteCall.Input(null, office.anyLetter().id(), "GROZBA", 14, REASON, null));
    }

    private void assertRefused(String code, WriteCall.Input input) {
        assertThatThrownBy(() -> write(input))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private WriteCall.Output write(WriteCall.Input input) {
        return office.transaction.execute(
                status -> ((Answer.Now<WriteCall.Output>) operation.run(input, call("k"))).output());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String fromRepository(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
