package pl.obieg.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.obieg.process.LawGuard;
import pl.obieg.process.LawTables;

/** The law as it would be if the proposal were in force; each table is read once. */
final class ProposedTables implements LawGuard.Proposed {

    private final LawTables tables;
    private final Map<String, byte[]> proposed;
    private final Map<String, Optional<LawTables.Trial>> read = new HashMap<>();

    ProposedTables(LawTables tables, Map<String, byte[]> proposed) {
        this.tables = tables;
        this.proposed = proposed;
    }

    @Override
    public Optional<LawTables.Table> table(String key) {
        return trial(key).map(LawTables.Trial::table);
    }

    @Override
    public List<Map<String, Object>> ask(String key, Map<String, ?> inputs) {
        return trial(key).map(trial -> trial.ask(inputs).outcomes()).orElse(List.of());
    }

    @Override
    public boolean brings(String key) {
        return proposed.containsKey(key);
    }

    Optional<LawTables.Trial> trial(String key) {
        return read.computeIfAbsent(
                key,
                unread -> Optional.ofNullable(proposed.get(key))
                        .or(() -> tables.source(key))
                        .map(tables::trial));
    }
}
