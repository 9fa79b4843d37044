package pl.obieg.documents.letters;

import java.util.Map;
import pl.obieg.process.ProcedureFiles;

/** Letters of a few lines. */
final class LetterFixture {

    static final String PANGRAM = "Zażółć gęślą jaźń – ZAŻÓŁĆ GĘŚLĄ JAŹŃ";
    static final String STYLE = """
            @page { size: A4; margin: 20mm;
              @bottom-center { content: "Strona " counter(page) " z " counter(pages); font-family: 'DejaVu Sans'; } }
            body { font-family: 'DejaVu Serif'; font-size: 11pt }
            """;

    private LetterFixture() {}

    static PdfLetterWriter writerOf(Map<String, String> files) {
        ProcedureFiles procedureFiles = path -> {
            if (!files.containsKey(path)) {
                throw new IllegalArgumentException(path);
            }
            return files.get(path);
        };
        return PdfLetterWriter.reading(procedureFiles);
    }

    static PdfLetterWriter writerOf(String body) {
        return writerOf(Map.of("letters/proba/pismo.ftlh", letter(body)));
    }

    static String letter(String body) {
        return "<!DOCTYPE html>\n<html lang=\"pl\"><head><title>x</title><style>" + STYLE + "</style></head><body>"
                + body + "</body></html>";
    }
}
