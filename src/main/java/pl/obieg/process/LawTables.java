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

    /** @param deployedAt when the version came in force, by the machine's clock */
    record Version(String key, String name, int version, Instant deployedAt) {}

    /** @param key the decision's id, which is the file's name without ending */
    record Table(String key, String name, List<Row> rows) {}

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
     * What a table that is not in force would answer.
     *
     * @return the rows that hit, by output name
     * @throws IllegalArgumentException with a Polish sentence if it cannot be asked
     */
    List<Map<String, Object>> tryOut(byte[] dmn, Map<String, ?> inputs);

    /**
     * Brings the tables in force together, in the caller's transaction.
     *
     * @param tables content by key
     * @param source word of where they come from, shown in Cockpit
     */
    void putInForce(Map<String, byte[]> tables, String source);
}
