package pl.obieg.documents.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.util.Selector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.obieg.documents.DocumentSettings;
import pl.obieg.documents.DocumentSettings.KeyStoreType;
import pl.obieg.documents.DocumentSettings.SealKey;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.PdfA;
import pl.obieg.documents.SealDocument;
import pl.obieg.documents.letters.PdfLetterWriter;
import pl.obieg.documents.store.PostgresDocumentStore;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.support.TestDatabase;

class PadesSealTest {

    private static final String PASSWORD = "tylko-do-testow";

    @TempDir
    static Path folder;

    private static DocumentSettings settings;
    private static byte[] letter;

    @BeforeAll
    static void prepareSealAndLetter() throws Exception {
        Certificates authority = new Certificates("Urząd Certyfikacji Próbny");
        Path file = authority.pkcs12(
                folder, authority.issue("CN=Gmina Przykładowo,O=Gmina Przykładowo,C=PL"), "pieczec", PASSWORD);
        settings = new DocumentSettings(
                new SealKey(KeyStoreType.PKCS12, file, PASSWORD, "pieczec", null, null, "Przykładowo"),
                List.of(),
                null);
        letter = PdfLetterWriter.reading(path -> "<html><body><p>Zażółć gęślą jaźń</p></body></html>")
                .pdf("letters/proba/pismo.ftlh", "Próba", Map.of());
    }

    @Test
    void sealsTheWholeFileAndKeepsPdfA() throws Exception {
        byte[] sealed = new PadesSeal(settings, Clock.systemUTC()).put(letter);

        assertThat(sealHolds(sealed)).isTrue();
        assertThat(PdfA.violations(sealed)).isEmpty();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature seal = document.getLastSignatureDictionary();
            int[] range = seal.getByteRange();
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(sealed.length);
            assertThat(seal.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
        }
    }

    @Test
    void breaksWhenAByteIsAltered() throws Exception {
        byte[] sealed = new PadesSeal(settings, Clock.systemUTC()).put(letter);
        sealed[letter.length / 2] ^= 1;
        assertThat(sealHolds(sealed)).isFalse();
    }

    @Test
    void saysWhatIsMissingInTheSettings() {
        DocumentSettings none = new DocumentSettings(null, null, null);
        assertThatThrownBy(() -> new PadesSeal(none, Clock.systemUTC()).put(letter))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("obieg.documents.seal");
        DocumentSettings wrongAlias = new DocumentSettings(
                new SealKey(KeyStoreType.PKCS12, settings.seal().path(), PASSWORD, "inna", null, null, null),
                null,
                null);
        assertThatThrownBy(() -> new PadesSeal(wrongAlias, Clock.systemUTC()).put(letter))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(PASSWORD)
                .hasRootCauseMessage("There is no key inna");
    }

    @Test
    void sealsADocumentOnceHoweverOftenItIsAsked() {
        TestDatabase database = TestDatabase.fresh();
        DocumentStore store = new PostgresDocumentStore(database.jdbc(), Clock.systemUTC());
        SealDocument operation =
                new SealDocument(store, new PadesSeal(settings, Clock.systemUTC()), database.jdbc(), Clock.systemUTC());
        String unsealed = store.put(letter, "decyzja.pdf", "application/pdf");
        Call call = new Call("k1", "FN.3120.1.2026", "podatek-od-nieruchomosci");

        SealDocument.Output first = output(operation.run(new SealDocument.Input(unsealed), call));
        SealDocument.Output again = output(operation.run(new SealDocument.Input(unsealed), call));

        assertThat(first.documentId()).isNotEqualTo(unsealed).isEqualTo(again.documentId());
        assertThat(store.get(first.documentId()).fileName()).isEqualTo("decyzja.pdf");
    }

    private static SealDocument.Output output(Answer<SealDocument.Output> answer) {
        return ((Answer.Now<SealDocument.Output>) answer).output();
    }

    /** Checks the cryptography with another library than the one that sealed. */
    private static boolean sealHolds(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = document.getLastSignatureDictionary();
            CMSSignedData cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents(pdf));
            SignerInformation signer =
                    cms.getSignerInfos().getSigners().iterator().next();
            @SuppressWarnings("unchecked")
            Selector<X509CertificateHolder> selector = signer.getSID();
            Collection<X509CertificateHolder> matches = cms.getCertificates().getMatches(selector);
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .build(matches.iterator().next()));
        } catch (CMSException broken) {
            return false;
        }
    }
}
