package pl.obieg.tax.assessment;

import java.util.stream.IntStream;

/**
 * Months of a tax year in which something is owed, 1 to 12.
 *
 * @param last before {@code first} if there is none
 */
public record Months(int first, int last) {

    /** How many. */
    public int count() {
        return Math.max(0, last - first + 1);
    }

    boolean has(int month) {
        return first <= month && month <= last;
    }

    IntStream each() {
        return IntStream.rangeClosed(first, last);
    }
}
