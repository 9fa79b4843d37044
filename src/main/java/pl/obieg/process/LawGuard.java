package pl.obieg.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A module's own check of the law pack before a change of it comes in force, such as: no council rate above the year's
 * maximum.
 */
public interface LawGuard {

    /** The law as it would be: the tables of the proposal, and for the rest those in force. */
    interface Proposed {

        /** The table by its key; empty if there is none. */
        Optional<LawTables.Table> table(String key);

        /**
         * What the table would answer, by output name; no row if there is no such table.
         *
         * @throws IllegalArgumentException with a Polish sentence if it cannot answer
         */
        List<Map<String, Object>> ask(String key, Map<String, ?> inputs);

        /** Whether the proposal brings this table. */
        boolean brings(String key);
    }

    /** @return Polish sentences about what forbids the change; empty if nothing does */
    List<String> objections(Proposed law);
}
