package pl.obieg.process;

import java.util.List;
import java.util.Map;

/**
 * The office's decision tables, as an analyst last approved them. Inside an {@link Operation} the tables of the
 * deployment that the case began with answer; elsewhere the newest ones do.
 */
public interface Decisions {

    /**
     * Asks one table.
     *
     * @param decision the id of the decision, which is the file's name: {@code stawka-podatku}
     * @param inputs values by the names of the table's input expressions: numbers, strings, booleans,
     *     {@code LocalDate}
     * @return the rows that hit, in order, each by output name; empty if none
     * @throws IllegalArgumentException if there is no such decision
     */
    List<Map<String, Object>> ask(String decision, Map<String, ?> inputs);

    /**
     * What a table answered, and which version of it.
     *
     * @param table Polish name
     */
    record Reading(String table, int version, List<Map<String, Object>> rows) {}

    /**
     * As {@link #ask}, but of the newest version and for no case: what is read once to serve many cases. A case that is
     * served says so with {@link #used}.
     */
    default Reading read(String decision, Map<String, ?> inputs) {
        return new Reading(decision, 0, ask(decision, inputs));
    }

    /** The current transaction rests on what was read: the computations it keeps as {@link Reasons} name the table. */
    default void used(Reading reading) {}

    /**
     * Asks a table that must hit exactly one row.
     *
     * @throws IllegalStateException if no row or more than one hits; the message names decision and inputs
     */
    default Map<String, Object> askOne(String decision, Map<String, ?> inputs) {
        List<Map<String, Object>> rows = ask(decision, inputs);
        if (rows.size() != 1) {
            throw new IllegalStateException(
                    "Decision " + decision + " gave " + rows.size() + " rows instead of one for " + inputs);
        }
        return rows.get(0);
    }
}
