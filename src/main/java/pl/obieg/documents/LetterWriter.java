package pl.obieg.documents;

import java.util.Map;

/** Writes letters: a FreeMarker template of a procedure becomes XHTML and then PDF/A-2b with embedded fonts. */
public interface LetterWriter {

    /**
     * @param template path as in the repository: {@code letters/podatek-od-nieruchomosci/decyzja.ftlh}
     * @param title of the document, shown by PDF readers
     * @param model what the template reads
     * @return the PDF
     */
    byte[] pdf(String template, String title, Map<String, ?> model);

    /** Like {@link #pdf(String, String, Map)} with a wording that was kept. */
    byte[] pdf(Wording wording, String title, Map<String, ?> model);

    /**
     * The text of a template as it was at some time.
     *
     * @param template its path, which names it in messages
     * @param text FreeMarker
     */
    record Wording(String template, String text) {}

    /** The XHTML of the same letter, for a screen. */
    String html(String template, Map<String, ?> model);
}
