package pl.obieg.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.obieg.process.LawTables;

/** The law as it would be if the proposal were in force: its own tables, and for the rest those in force. */
public final class ProposedTables {

    private final LawTables tables;
    private final Map<String, byte[]> proposed;

    ProposedTables(LawTables tables, Map<String, byte[]> proposed) {
        this.tables = tables;
        this.proposed = proposed;
    }

    /** The table by its key; empty if there is none. */
    public Optional<LawTables.Table> table(String key) {
        byte[] own = proposed.get(key);
        return own == null ? tables.inForce(key) : Optional.of(tables.read(own));
    }

    /** What the table would answer, by output name; no row if there is no such table. */
    public List<Map<String, Object>> ask(String key, Map<String, ?> inputs) {
        byte[] own = proposed.get(key);
        return Optional.ofNullable(own)
                .or(() -> tables.source(key))
                .map(dmn -> tables.tryOut(dmn, inputs))
                .orElse(List.of());
    }

    /** Whether the proposal brings this table. */
    public boolean brings(String key) {
        return proposed.containsKey(key);
    }
}
