package pl.obieg.correspondence.web;

import java.util.List;

/**
 * One page of a register, ready to be shown.
 *
 * @param query what was searched for, "" if nothing
 * @param sort key of the column it is sorted by
 * @param page from 1
 * @param total rows that match
 */
public record RegisterView(
        String query, String sort, boolean descending, int page, int pages, int total, List<List<Cell>> rows) {

    /** A text, with a link if there is one to follow. Both may be {@code null}. */
    public record Cell(String text, String href, boolean number) {}
}
