package pl.obieg.documents.letters;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;

/**
 * The typefaces of letters: DejaVu, which has all Polish letters and may be embedded. The generic CSS families are
 * mapped to it too, so that no letter ever falls back to a typeface that is not embedded, which PDF/A forbids.
 *
 * <p>A parsed typeface may serve one letter at a time, and parsing takes longer than the letter. So parsed ones are
 * kept in cases: a letter takes one, and puts it back.
 */
@Component
class LetterFonts {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final List<Face> FACES = List.of(
            new Face("DejaVuSans.ttf", 400, FontStyle.NORMAL, List.of("DejaVu Sans", "sans-serif")),
            new Face("DejaVuSans-Bold.ttf", 700, FontStyle.NORMAL, List.of("DejaVu Sans", "sans-serif")),
            new Face("DejaVuSans-Oblique.ttf", 400, FontStyle.ITALIC, List.of("DejaVu Sans", "sans-serif")),
            new Face("DejaVuSans-BoldOblique.ttf", 700, FontStyle.ITALIC, List.of("DejaVu Sans", "sans-serif")),
            new Face("DejaVuSansCondensed.ttf", 400, FontStyle.NORMAL, List.of("DejaVu Sans Condensed")),
            new Face("DejaVuSansCondensed-Bold.ttf", 700, FontStyle.NORMAL, List.of("DejaVu Sans Condensed")),
            new Face("DejaVuSerif.ttf", 400, FontStyle.NORMAL, List.of("DejaVu Serif", "serif")),
            new Face("DejaVuSerif-Bold.ttf", 700, FontStyle.NORMAL, List.of("DejaVu Serif", "serif")),
            new Face("DejaVuSerif-Italic.ttf", 400, FontStyle.ITALIC, List.of("DejaVu Serif", "serif")),
            new Face("DejaVuSerif-BoldItalic.ttf", 700, FontStyle.ITALIC, List.of("DejaVu Serif", "serif")),
            new Face("DejaVuSansMono.ttf", 400, FontStyle.NORMAL, List.of("DejaVu Sans Mono", "monospace")),
            new Face("DejaVuSansMono-Bold.ttf", 700, FontStyle.NORMAL, List.of("DejaVu Sans Mono", "monospace")));

    private final Map<String, byte[]> files = new HashMap<>();
    private final Queue<Case> idle = new ConcurrentLinkedQueue<>();
    private final FSCacheEx<String, FSCacheValue> metrics = new FontMetrics();

    private record Face(String file, int weight, FontStyle style, List<String> families) {}

    LetterFonts() {
        FACES.forEach(face -> files.put(face.file(), read(face.file())));
    }

    /** Takes a case; close it when the letter is written. */
    Case take() {
        Case taken = idle.poll();
        return taken == null ? new Case() : taken;
    }

    private static byte[] read(String file) {
        try (InputStream stream = LetterFonts.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("The typeface " + file + " is not on the classpath");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Parsed typefaces for one letter at a time. */
    final class Case implements AutoCloseable {

        private final Map<String, TrueTypeFont> parsed = new HashMap<>();

        /** Offers all typefaces to one rendering; only those it uses are parsed and embedded. */
        void offerTo(PdfRendererBuilder builder, PDDocument document) {
            builder.usePDDocument(document);
            Map<String, PDFont> ofDocument = new ConcurrentHashMap<>();
            for (Face face : FACES) {
                PDFontSupplier supplier = new PDFontSupplier(null) {
                    @Override
                    public PDFont supply() {
                        return ofDocument.computeIfAbsent(face.file(), file -> load(document, file));
                    }
                };
                face.families().forEach(family -> builder.useFont(supplier, family, face.weight(), face.style(), true));
            }
            builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
        }

        @Override
        public void close() {
            idle.add(this);
        }

        private PDFont load(PDDocument document, String file) {
            try {
                TrueTypeFont typeface = parsed.get(file);
                if (typeface == null) {
                    typeface = new TTFParser().parse(new RandomAccessReadBuffer(files.get(file)));
                    parsed.put(file, typeface);
                }
                return PDType0Font.load(document, typeface, true);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
