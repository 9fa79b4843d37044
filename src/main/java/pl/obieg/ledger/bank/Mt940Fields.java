package pl.obieg.ledger.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides an MT940 text into fields. A field begins with a line {@code :tag:}; the lines after it belong to it, since
 * banks wrap long values at a fixed width, in the middle of words and numbers.
 */
final class Mt940Fields {

    /**
     * @param tag such as {@code 61}; {@code -} for the end of a statement
     * @param lines of the value, as they stand; trailing blanks are part of the value
     * @param lineNumber where it begins, from 1
     */
    record Field(String tag, List<String> lines, int lineNumber) {

        String first() {
            return lines.get(0).strip();
        }

        /** The value with its wraps undone. */
        String joined() {
            return String.join("", lines);
        }
    }

    private static final Pattern BEGIN = Pattern.compile("^:(\\d{2}[A-Z]?):(.*)$");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private Mt940Fields() {}

    static List<Field> of(String text) {
        // Some banks wrap the file in SOH and ETX and end lines with CR LF.
        String[] lines =
                CONTROL.matcher(text.replace("\uFEFF", "")).replaceAll("").split("\n", -1);
        List<Field> fields = new ArrayList<>();
        boolean inStatement = false;
        boolean closed = false;
        for (int i = 0; i < lines.length; i++) {
            Matcher begin = BEGIN.matcher(lines[i]);
            if (begin.matches()) {
                inStatement = true;
                String tag = begin.group(1);
                closed = tag.startsWith("62") || closed && !"20".equals(tag);
                fields.add(new Field(tag, new ArrayList<>(List.of(begin.group(2))), i + 1));
            } else if (closed && lines[i].strip().matches("-}?")) {
                fields.add(new Field("-", List.of("-"), i + 1));
                inStatement = false;
                closed = false;
            } else if (inStatement) {
                fields.get(fields.size() - 1).lines().add(lines[i]);
            } else if (!lines[i].isBlank() && !lines[i].startsWith("{")) {
                throw BadBankFile.at(i + 1, "tekst poza wyciągiem; to nie jest plik MT940.");
            }
        }
        return fields;
    }
}
