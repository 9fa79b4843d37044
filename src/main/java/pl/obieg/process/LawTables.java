package pl.obieg.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of the law pack, {@code decisions/prawo}: figures that change with the years, such as rates, prices and
 * thresholds. They belong to no case; the newest version answers, and the rows choose by date. They come in force
 * through {@link #putInForce} alone: a deployment from elsewhere is refused.
 */
public interface LawTables {

    /**
     * @param deployedAt when the version came in force, by the machine's clock
     * @param shipped whether the program brought it, no proposal
     */
    record Version(String key, String name, int version, Instant deployedAt, boolean shipped) {}

    /**
     * A table.
     *
     * @param key the decision's id, which is the file's name without ending
     * @param description what stands under its name
     * @param hitPolicy which of the rows that fit answers: {@code UNIQUE}, {@code FIRST}, {@code COLLECT SUM}
     */
    record Table(
            String key,
            String name,
            String description,
            String hitPolicy,
            List<Column> inputs,
            List<Column> outputs,
            List<Row> rows) {

        /** What the row asks of the input that programs know by this name; empty if it does not matter. */
        public String condition(Row row, String input) {
            return cell(inputs, row.conditions(), input);
        }

        /** What the row gives as the output that programs know by this name; empty if the table has none. */
        public String outcome(Row row, String output) {
            return cell(outputs, row.outcomes(), output);
        }

        private static String cell(List<Column> columns, Map<String, String> cells, String name) {
            return columns.stream()
                    .filter(column -> column.name().equals(name))
                    .map(column -> cells.getOrDefault(column.label(), ""))
                    .findFirst()
                    .orElse("");
        }
    }

    /**
     * A column.
     *
     * @param name by which programs know it; of an input, its expression
     */
    record Column(String label, String name, String type) {}

    /**
     * One row.
     *
     * @param note the annotation
     * @param conditions what must hold, by Polish label, as it stands in the cell; empty cells are left out
     * @param outcomes what then follows, by Polish label
     */
    record Row(String note, Map<String, String> conditions, Map<String, String> outcomes) {}

    /** The tables in force, by name. */
    List<Version> inForce();

    /** @param key of the decision */
    Optional<Table> inForce(String key);

    /** The file in force. */
    Optional<byte[]> source(String key);

    /**
     * Reads a table that is not in force.
     *
     * @throws IllegalArgumentException with a Polish sentence if it is no sound decision table
     */
    Table read(byte[] dmn);

    /**
     * A table to be asked without being in force.
     *
     * @throws IllegalArgumentException with a Polish sentence if it is no sound decision table
     */
    Trial trial(byte[] dmn);

    /** A table that is asked on trial. */
    interface Trial {

        Table table();

        /**
         * What it would answer.
         *
         * @param inputs as {@link Decisions#ask}
         * @throws IllegalArgumentException with a Polish sentence if it cannot answer
         */
        Answer ask(Map<String, ?> inputs);
    }

    /**
     * An answer on trial.
     *
     * @param outcomes of the rows that hit, by output name
     * @param rows that hit, by their place in the table, from 0
     */
    record Answer(List<Map<String, Object>> outcomes, List<Integer> rows) {}

    /**
     * Brings the tables in force together, in the caller's transaction.
     *
     * @param tables content by key
     * @param source word of where they come from, shown in Cockpit
     */
    void putInForce(Map<String, byte[]> tables, String source);
}
