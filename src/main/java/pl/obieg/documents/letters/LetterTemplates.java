package pl.obieg.documents.letters;

import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import pl.obieg.documents.DocumentSettings;
import pl.obieg.documents.LetterWriter;
import pl.obieg.process.ProcedureFiles;

/**
 * Fills letter templates. What is filled in is escaped for HTML; a missing value is an error, since a letter with a
 * hole must not go out. Functions for every letter: {@code kwotaZl(1234.5)} → "1 234,50 zł", {@code dzien(date)} → "6
 * maja 2026 r.", {@code slownie(123)} → "sto dwadzieścia trzy". {@code herb}: the coat of arms as {@code data:} URI, or "".
 */
@Component
class LetterTemplates {

    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);

    LetterTemplates(ProcedureFiles files, DocumentSettings settings) {
        freemarker.setTemplateLoader(new FromProcedureFiles(files));
        freemarker.setLocalizedLookup(false);
        // The loader compares texts, so a template is parsed again only if the case's deployment has another one.
        freemarker.setTemplateUpdateDelayMilliseconds(0);
        freemarker.setLocale(new Locale("pl", "PL"));
        freemarker.setNumberFormat("computer");
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        PolishWords.shareWith(freemarker);
        freemarker.setSharedVariable("herb", new SimpleScalar(arms(settings.arms())));
    }

    private static String arms(Resource png) {
        try {
            return png == null
                    ? ""
                    : "data:image/png;base64," + Base64.getEncoder().encodeToString(png.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The coat of arms cannot be read: obieg.documents.arms", unreadable);
        }
    }

    String fill(String template, Map<String, ?> model) {
        try {
            return fill(freemarker.getTemplate(template), model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String fill(LetterWriter.Wording wording, Map<String, ?> model) {
        try {
            return fill(new Template(wording.template(), wording.text(), freemarker), model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String fill(Template template, Map<String, ?> model) throws IOException {
        try {
            StringWriter html = new StringWriter();
            template.process(model, html);
            return html.toString();
        } catch (TemplateException hole) {
            // Not the whole message: FreeMarker may quote values of the model in it, which are personal data.
            throw new IllegalStateException("The letter " + template.getName() + " cannot be filled in: line "
                    + hole.getLineNumber() + ", " + hole.getBlamedExpressionString());
        }
    }

    private record FromProcedureFiles(ProcedureFiles files) implements TemplateLoader {

        private record Source(String name, String text) {}

        @Override
        public Object findTemplateSource(String name) {
            try {
                return new Source(name, files.text(name));
            } catch (IllegalArgumentException absent) {
                return null;
            }
        }

        @Override
        public long getLastModified(Object source) {
            return 0;
        }

        @Override
        public Reader getReader(Object source, String encoding) {
            return new StringReader(((Source) source).text());
        }

        @Override
        public void closeTemplateSource(Object source) {
            // nothing is open
        }
    }
}
