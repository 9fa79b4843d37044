package pl.obieg.documents.letters;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import pl.obieg.documents.DocumentSettings;
import pl.obieg.documents.LetterWriter;
import pl.obieg.process.ProcedureFiles;

/**
 * Writes PDF/A-2b with openhtmltopdf: typefaces embedded, colours by sRGB, language and title set, nothing read from
 * the network or the disk ({@code data:} URIs only).
 */
@Component
public class PdfLetterWriter implements LetterWriter {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final LetterTemplates templates;
    private final LetterFonts fonts;

    PdfLetterWriter(LetterTemplates templates, LetterFonts fonts) {
        this.templates = templates;
        this.fonts = fonts;
    }

    /** A writer that stands alone, for tests of letters. */
    public static PdfLetterWriter reading(ProcedureFiles files) {
        return new PdfLetterWriter(
                new LetterTemplates(files, new DocumentSettings(null, null, null)), new LetterFonts());
    }

    @Override
    public byte[] pdf(String template, String title, Map<String, ?> model) {
        return pdf(templates.fill(template, model), template, title);
    }

    @Override
    public byte[] pdf(Wording wording, String title, Map<String, ?> model) {
        return pdf(templates.fill(wording, model), wording.template(), title);
    }

    private byte[] pdf(String html, String template, String title) {
        Document xhtml = Xhtml.parse(html, title);
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        try (LetterFonts.Case typefaces = fonts.take();
                PDDocument document = new PDDocument()) {
            // The renderer looks for an XML serializer on the whole classpath for every letter, which takes half of the
            // time; with this loader it finds Java's own at once.
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            PdfRendererBuilder builder = new PdfRendererBuilder();
            typefaces.offerTo(builder, document);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_B)
                    .useColorProfile(SRGB)
                    .withProducer("Obieg")
                    .useExternalResourceAccessControl(
                            PdfLetterWriter::isInline, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            PdfLetterWriter::isInline, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withW3cDocument(xhtml, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The letter " + template + " cannot be written as PDF", unwritable);
        } finally {
            thread.setContextClassLoader(usual);
        }
        return pdf.toByteArray();
    }

    private static boolean isInline(String uri, ExternalResourceType type) {
        return uri != null && uri.startsWith("data:");
    }

    @Override
    public String html(String template, Map<String, ?> model) {
        return templates.fill(template, model);
    }
}
