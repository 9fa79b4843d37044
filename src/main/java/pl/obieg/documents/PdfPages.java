package pl.obieg.documents;

import java.io.IOException;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Counts the pages of a PDF that came from outside, such as a scan. */
public final class PdfPages {

    private PdfPages() {}

    /** How many pages it has; empty if it is no PDF, is damaged or locked by a password. */
    public static OptionalInt of(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return document.getNumberOfPages() == 0 ? OptionalInt.empty() : OptionalInt.of(document.getNumberOfPages());
        } catch (IOException unreadable) {
            return OptionalInt.empty();
        }
    }
}
