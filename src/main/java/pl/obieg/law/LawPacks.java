package pl.obieg.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.process.LawTables;
import pl.obieg.process.Refusal;

/**
 * Changes of the law pack. One person proposes tables, sees in words what changes and which examples break; another
 * person approves, and only then the tables come in force, all together.
 */
@Service
public class LawPacks {

    private static final String TABLE = ".dmn";
    private static final String EXAMPLES = ".examples.csv";

    /**
     * What a proposal would do.
     *
     * @param changes one for each table
     * @param broken Polish sentences about examples that would fail
     * @param objections Polish sentences about what forbids it
     * @param examples how many examples were tried
     */
    public record Review(List<TableChange> changes, List<String> broken, List<String> objections, int examples) {

        /** Whether it may be approved. */
        public boolean sound() {
            return broken.isEmpty() && objections.isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LawTables tables;
    private final Proposals proposals;
    private final ObjectProvider<PackGuard> guards;

    LawPacks(JdbcClient jdbc, Clock clock, LawTables tables, Proposals proposals, ObjectProvider<PackGuard> guards) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tables = tables;
        this.proposals = proposals;
        this.guards = guards;
    }

    /**
     * Keeps the files as a proposal.
     *
     * @param files content by file name: tables {@code stawka-podatku.dmn}, examples
     *     {@code stawka-podatku.examples.csv}
     * @param note what it is about, in Polish
     * @return id of the proposal
     * @throws Refusal {@code PACK_UNREADABLE} with a Polish sentence naming the file; nothing is kept then
     */
    @Transactional
    public UUID propose(Map<String, byte[]> files, String note, String login) {
        if (note == null || note.isBlank() || note.length() > 500) {
            throw new Refusal("PACK_UNREADABLE", "Napisz krótko, czego dotyczy zmiana (do 500 znaków).");
        }
        if (files.keySet().stream().noneMatch(name -> name.endsWith(TABLE))) {
            throw new Refusal("PACK_UNREADABLE", "Pakiet nie zawiera żadnej tabeli (plik .dmn).");
        }
        files.forEach(this::check);
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into law.proposal (id, note, status, proposed_by, proposed_at) values (?, ?, 'PROPOSED', ?, ?)")
                .params(id, note.strip(), login, Timestamp.from(clock.instant()))
                .update();
        files.forEach((name, content) -> proposals.insertFile(id, name, content, version(name)));
        return id;
    }

    private void check(String name, byte[] content) {
        try {
            if (name.endsWith(TABLE)) {
                String key = tables.read(content).key();
                if (!name.equals(key + TABLE)) {
                    throw new IllegalArgumentException(
                            "nazwa pliku powinna być taka jak identyfikator tabeli: " + key + TABLE + ".");
                }
            } else if (name.endsWith(EXAMPLES)) {
                ExampleTable.of(content);
            } else {
                throw new IllegalArgumentException("pakiet przyjmuje tylko pliki .dmn i .examples.csv.");
            }
        } catch (IllegalArgumentException unsound) {
            throw new Refusal("PACK_UNREADABLE", "Plik " + name + ": " + unsound.getMessage());
        }
    }

    private Integer version(String file) {
        return tables.inForce().stream()
                .filter(version -> file.equals(version.key() + TABLE))
                .map(LawTables.Version::version)
                .findFirst()
                .orElse(null);
    }

    /** Compares the proposal with the law in force, tries the examples and asks the guards. */
    @Transactional(readOnly = true)
    public Review review(UUID id) {
        Map<String, byte[]> files = proposals.files(id);
        Map<String, byte[]> proposed = keyed(files, TABLE);
        ProposedTables asProposed = new ProposedTables(tables, proposed);
        List<TableChange> changes = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (Map.Entry<String, byte[]> entry : proposed.entrySet()) {
            LawTables.Table table = tables.read(entry.getValue());
            changes.add(TableChange.between(tables.inForce(entry.getKey()), table));
            Optional<byte[]> csv = Optional.ofNullable(files.get(entry.getKey() + EXAMPLES))
                    .or(() -> proposals.examplesInForce(entry.getKey() + EXAMPLES))
                    .or(() -> packaged(entry.getKey() + EXAMPLES));
            if (csv.isEmpty()) {
                broken.add("Tabela „" + table.name() + "”: brak pliku przykładów " + entry.getKey() + EXAMPLES + ".");
                continue;
            }
            ExampleTable examples = ExampleTable.of(csv.get());
            tried += examples.size();
            examples.broken(inputs -> asProposed.ask(entry.getKey(), inputs))
                    .forEach(sentence -> broken.add("Tabela „" + table.name() + "”, " + sentence));
        }
        List<String> objections = new ArrayList<>();
        guards.orderedStream().forEach(guard -> objections.addAll(guard.objections(asProposed)));
        if (changes.stream().allMatch(change -> change.sentences().isEmpty())) {
            objections.add("Pakiet niczego nie zmienia.");
        }
        return new Review(changes, broken, objections, tried);
    }

    /**
     * Brings the proposal in force.
     *
     * @throws Refusal {@code SAME_PERSON}, {@code PACK_DECIDED}, {@code PACK_OUTDATED} if a table was changed since,
     *     {@code PACK_UNSOUND}
     */
    @Transactional
    public void approve(UUID id, String login) {
        Proposals.Proposal proposal = proposals.lock(id);
        refuseDecided(proposal);
        if (proposal.proposedBy().equals(login)) {
            throw new Refusal("SAME_PERSON", "Zmianę prawa zatwierdza inna osoba niż ta, która ją zaproponowała.");
        }
        Map<String, byte[]> files = proposals.files(id);
        Map<String, Integer> bases = proposals.baseVersions(id);
        for (String name : files.keySet()) {
            if (name.endsWith(TABLE) && !java.util.Objects.equals(bases.get(name), version(name))) {
                throw new Refusal(
                        "PACK_OUTDATED",
                        "Od złożenia propozycji tabela " + name + " została zmieniona. Zaproponuj zmianę na nowo.");
            }
        }
        if (!review(id).sound()) {
            throw new Refusal("PACK_UNSOUND", "Pakiet ma zastrzeżenia albo nie przechodzi przykładów.");
        }
        tables.putInForce(keyed(files, TABLE), "pakiet prawny " + id);
        proposals.decide(id, "APPROVED", login, null);
    }

    /** @throws Refusal {@code PACK_DECIDED}, {@code REASON_MISSING} */
    @Transactional
    public void reject(UUID id, String login, String reason) {
        refuseDecided(proposals.lock(id));
        if (reason == null || reason.isBlank()) {
            throw new Refusal("REASON_MISSING", "Podaj powód odrzucenia.");
        }
        proposals.decide(id, "REJECTED", login, reason.strip());
    }

    private static void refuseDecided(Proposals.Proposal proposal) {
        if (!proposal.open()) {
            throw new Refusal("PACK_DECIDED", "O tej propozycji już rozstrzygnięto.");
        }
    }

    private static Map<String, byte[]> keyed(Map<String, byte[]> files, String ending) {
        Map<String, byte[]> keyed = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.endsWith(ending)) {
                keyed.put(name.substring(0, name.length() - ending.length()), content);
            }
        });
        return new LinkedHashMap<>(keyed);
    }

    private static Optional<byte[]> packaged(String name) {
        try (InputStream in = LawPacks.class.getResourceAsStream("/decisions/prawo/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
