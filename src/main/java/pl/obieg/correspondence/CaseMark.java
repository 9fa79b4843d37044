package pl.obieg.correspondence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark of a case (OFF-01): {@code FN.3120.1.2026}; in a sub-register {@code FN.3120.8.11.2026}. On a letter the
 * initials of who wrote it may follow, {@code FN.3120.1.2026.AB}; they are no part of the mark.
 *
 * @param orgUnit symbol of the unit, {@code FN} or {@code PkiO.WPO}
 * @param jrwaClass 2 to 6 digits
 * @param subRegister number of the sub-register, {@code null} if the case is in the spis spraw itself
 * @param number in the register of the year, from 1
 * @param year in which the case was opened, four digits
 */
public record CaseMark(String orgUnit, String jrwaClass, Integer subRegister, int number, int year) {

    /** The second part of a unit begins with a letter; else FN.31.8.1.2026 could be read in two ways. */
    private static final String UNIT = "[\\p{L}0-9-]{1,20}(?:\\.\\p{L}[\\p{L}0-9-]{0,9})?";

    private static final Pattern UNIT_ALONE = Pattern.compile(UNIT);
    private static final Pattern MARK = Pattern.compile(
            "(" + UNIT + ")\\.(\\d{2,6})(?:\\.(\\d{1,6}))?\\.(\\d{1,6})\\.(\\d{4})(?:\\.\\p{Lu}{2,4})?");

    /** Whether it may stand for a unit in a mark. */
    public static boolean isUnit(String symbol) {
        return symbol != null && UNIT_ALONE.matcher(symbol).matches();
    }

    /**
     * Reads a mark as somebody wrote it on a letter.
     *
     * @param text may have spaces around and initials at the end
     * @return empty if it is none
     */
    public static Optional<CaseMark> read(String text) {
        Matcher parts = MARK.matcher(text == null ? "" : text.strip());
        return parts.matches()
                ? Optional.of(new CaseMark(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3) == null ? null : Integer.valueOf(parts.group(3)),
                        Integer.parseInt(parts.group(4)),
                        Integer.parseInt(parts.group(5))))
                : Optional.empty();
    }

    /** {@code FN.3120.1.2026} */
    @Override
    public String toString() {
        return orgUnit + "." + jrwaClass + (subRegister == null ? "" : "." + subRegister) + "." + number + "." + year;
    }
}
