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
