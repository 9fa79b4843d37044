package pl.obieg.documents.letters;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The typefaces of letters: DejaVu, which has all Polish letters and may be embedded. The generic CSS families are
 * mapped to it too, so that no letter ever falls back to a typeface that is not embedded, which PDF/A forbids.
 */
@Component
class LetterFonts {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final List<Face> faces = new ArrayList<>();
    private final FSCacheEx<String, FSCacheValue> metrics = new Metrics();

    private record Face(String family, byte[] file, int weight, FontStyle style) {}

    LetterFonts() {
        add("DejaVuSans.ttf", 400, FontStyle.NORMAL, "DejaVu Sans", "sans-serif");
        add("DejaVuSans-Bold.ttf", 700, FontStyle.NORMAL, "DejaVu Sans", "sans-serif");
        add("DejaVuSans-Oblique.ttf", 400, FontStyle.ITALIC, "DejaVu Sans", "sans-serif");
        add("DejaVuSans-BoldOblique.ttf", 700, FontStyle.ITALIC, "DejaVu Sans", "sans-serif");
        add("DejaVuSansCondensed.ttf", 400, FontStyle.NORMAL, "DejaVu Sans Condensed");
        add("DejaVuSansCondensed-Bold.ttf", 700, FontStyle.NORMAL, "DejaVu Sans Condensed");
        add("DejaVuSerif.ttf", 400, FontStyle.NORMAL, "DejaVu Serif", "serif");
        add("DejaVuSerif-Bold.ttf", 700, FontStyle.NORMAL, "DejaVu Serif", "serif");
        add("DejaVuSerif-Italic.ttf", 400, FontStyle.ITALIC, "DejaVu Serif", "serif");
        add("DejaVuSerif-BoldItalic.ttf", 700, FontStyle.ITALIC, "DejaVu Serif", "serif");
        add("DejaVuSansMono.ttf", 400, FontStyle.NORMAL, "DejaVu Sans Mono", "monospace");
        add("DejaVuSansMono-Bold.ttf", 700, FontStyle.NORMAL, "DejaVu Sans Mono", "monospace");
    }

    /** Offers the typefaces to one rendering; only those it uses are read and embedded. */
    void offerTo(PdfRendererBuilder builder) {
        for (Face face : faces) {
            builder.useFont(
                    () -> new ByteArrayInputStream(face.file()), face.family(), face.weight(), face.style(), true);
        }
        builder.useCacheStore(CacheStore.PDF_FONT_METRICS, metrics);
    }

    private void add(String file, int weight, FontStyle style, String... families) {
        try (InputStream stream = LetterFonts.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("The typeface " + file + " is not on the classpath");
            }
            byte[] bytes = stream.readAllBytes();
            for (String family : families) {
                faces.add(new Face(family, bytes, weight, style));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Metrics of the typefaces, the same for every letter. */
    private static final class Metrics implements FSCacheEx<String, FSCacheValue> {

        private final Map<String, FSCacheValue> known = new ConcurrentHashMap<>();

        @Override
        public void put(String key, FSCacheValue value) {
            known.put(key, value);
        }

        @Override
        public FSCacheValue get(String key, Callable<? extends FSCacheValue> loader) {
            return known.computeIfAbsent(key, absent -> load(loader));
        }

        @Override
        public FSCacheValue get(String key) {
            return known.get(key);
        }

        private static FSCacheValue load(Callable<? extends FSCacheValue> loader) {
            try {
                return loader.call();
            } catch (Exception unloadable) {
                throw new IllegalStateException(unloadable);
            }
        }
    }
}
