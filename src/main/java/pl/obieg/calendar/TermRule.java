package pl.obieg.calendar;

import java.util.Map;
import java.util.Objects;

/**
 * How long a proceeding may last and when the office reminds itself: a row of D16 {@code termin-sprawy}.
 *
 * @param amount of units, at least 1
 * @param basis Polish, with the article
 * @param warningDay counted day on which the clerk is warned
 * @param noticeDay counted day on which the notice of OP art. 140, KPA art. 36 is drafted; not before the warning
 */
public record TermRule(int amount, TermUnit unit, String basis, int warningDay, int noticeDay) {

    public TermRule {
        Objects.requireNonNull(unit, "unit");
        if (amount < 1 || warningDay < 1 || noticeDay < warningDay) {
            throw new IllegalArgumentException(
                    "No term: " + amount + " " + unit + ", warning " + warningDay + ", notice " + noticeDay);
        }
    }

    /** @param row what D16 answers: {@code termAmount, termUnit, termBasis, warningDay, noticeDay} */
    public static TermRule of(Map<String, ?> row) {
        return new TermRule(
                number(row, "termAmount"),
                TermUnit.valueOf((String) row.get("termUnit")),
                (String) row.get("termBasis"),
                number(row, "warningDay"),
                number(row, "noticeDay"));
    }

    private static int number(Map<String, ?> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}
