package pl.obieg.ledger.web;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param pages at least 1
 */
public record Paging(int number, int pages, long rows) {

    static final int SIZE = 25;

    /** The page asked for, or the nearest there is. */
    static Paging of(int asked, long rows) {
        int pages = (int) Math.max(1, (rows + SIZE - 1) / SIZE);
        return new Paging(Math.min(Math.max(1, asked), pages), pages, rows);
    }

    int offset() {
        return (number - 1) * SIZE;
    }

    /** A LIKE pattern for text anywhere, with {@code !} as escape. */
    static String pattern(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
