package pl.obieg.delivery.epuap;

import java.util.Locale;
import java.util.Set;

/** Names and types of files as a sender wrote them, made fit for keeping. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final String UNKNOWN = "application/octet-stream";
    /** Types a browser does not run; all others are kept as plain bytes. */
    private static final Set<String> HARMLESS =
            Set.of("application/pdf", "application/xml", "text/plain", "image/png", "image/jpeg", "image/tiff");

    private FileNames() {}

    /** Without folders and control characters, of bounded length. */
    static String safe(String name, String otherwise) {
        String clean = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return clean.isEmpty() ? otherwise : shortened(clean, LONGEST);
    }

    static String mediaType(String declared) {
        String type = declared.toLowerCase(Locale.ROOT).strip();
        return HARMLESS.contains(type) ? type : UNKNOWN;
    }

    /** The text cut to a length, {@code null} for an empty one. */
    static String shortened(String text, int longest) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
