package pl.obieg.law;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.LawGuard;
import pl.obieg.process.LawTables;
import pl.obieg.process.Refusal;

/**
 * Changes of the law pack: its tables, their examples and the days free from work. One person proposes files, sees in
 * words what changes and which examples break; another person approves, and only then they come in force, all together.
 */
@Service
public class LawPacks {

    /**
     * What a proposal would do.
     *
     * @param changes one for each table
     * @param broken Polish sentences about examples that would fail and rows that none reaches
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
    private final LawInForce inForce;
    private final Proposals proposals;
    private final StatutoryCalendar calendar;
    private final ObjectProvider<LawGuard> guards;

    LawPacks(
            JdbcClient jdbc,
            Clock clock,
            LawTables tables,
            LawInForce inForce,
            Proposals proposals,
            StatutoryCalendar calendar,
            ObjectProvider<LawGuard> guards) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tables = tables;
        this.inForce = inForce;
        this.proposals = proposals;
        this.calendar = calendar;
        this.guards = guards;
    }

    /**
     * Keeps the files as a proposal.
     *
     * @param files content by file name: tables {@code stawka-podatku.dmn}, examples
     *     {@code stawka-podatku.examples.csv}, {@code dni-wolne.csv}; what comes with the program is left out
     * @param note what it is about, in Polish
     * @return id of the proposal
     * @throws Refusal {@code PACK_UNREADABLE} with a Polish sentence naming the file; nothing is kept then
     */
    @Transactional
    public UUID propose(Map<String, byte[]> files, String note, String login) {
        if (note == null || note.isBlank() || note.length() > 500) {
            throw new Refusal("PACK_UNREADABLE", "Napisz krótko, czego dotyczy zmiana (do 500 znaków).");
        }
        Map<String, byte[]> meant = new TreeMap<>(files);
        meant.keySet().removeAll(PackFile.WITH_THE_PROGRAM);
        if (meant.isEmpty()) {
            throw new Refusal("PACK_UNREADABLE", "Pakiet nie zawiera żadnej tabeli (plik .dmn) ani przykładów.");
        }
        meant.forEach(this::check);
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into law.proposal (id, note, status, proposed_by, proposed_at) values (?, ?, 'PROPOSED', ?, ?)")
                .params(id, note.strip(), login, Timestamp.from(clock.instant()))
                .update();
        meant.forEach((name, content) -> proposals.insertFile(id, name, content, version(name)));
        return id;
    }

    /** Those of the files that a proposal leaves out, since they come with the program. */
    public static List<String> leftOut(Map<String, byte[]> files) {
        return files.keySet().stream()
                .filter(PackFile.WITH_THE_PROGRAM::contains)
                .sorted()
                .toList();
    }

    private void check(String name, byte[] content) {
        try {
            if (name.equals(PackFile.FREE_DAYS)) {
                FreeDayChange.check(content);
                return;
            }
            String key = PackFile.key(name);
            if (key.isEmpty()) {
                throw new IllegalArgumentException(
                        "pakiet przyjmuje tylko pliki .dmn, .examples.csv i " + PackFile.FREE_DAYS + ".");
            }
            if (name.endsWith(PackFile.TABLE)) {
                String own = tables.read(content).key();
                if (!own.equals(key)) {
                    throw new IllegalArgumentException(
                            "nazwa pliku powinna być taka jak identyfikator tabeli: " + own + PackFile.TABLE + ".");
                }
            } else {
                ExampleTable.of(content);
            }
            // A table of a procedure would answer in running cases, a new one nobody would ask.
            if (tables.inForce().stream().noneMatch(version -> version.key().equals(key))) {
                throw new IllegalArgumentException("tabela „" + key
                        + "” nie należy do pakietu prawnego. Tabele procedur wdraża się razem z procedurą, a nową"
                        + " tabelę pakietu przynosi program.");
            }
        } catch (IllegalArgumentException unsound) {
            throw new Refusal("PACK_UNREADABLE", "Plik " + name + ": " + unsound.getMessage());
        }
    }

    private Integer version(String file) {
        if (file.endsWith(PackFile.TABLE)) {
            return tables.inForce().stream()
                    .filter(version -> file.equals(version.key() + PackFile.TABLE))
                    .map(LawTables.Version::version)
                    .findFirst()
                    .orElse(null);
        }
        int times = proposals.timesApproved(file);
        return times == 0 ? null : times;
    }

    /** Compares the proposal with the law in force, tries the examples and asks the guards. */
    @Transactional(readOnly = true)
    public Review review(UUID id) {
        Map<String, byte[]> files = proposals.files(id);
        ProposedTables proposed = proposed(files);
        List<TableChange> changes = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (String key : keys(files)) {
            Optional<byte[]> csv =
                    Optional.ofNullable(files.get(key + PackFile.EXAMPLES)).or(() -> inForce.examples(key));
            try {
                LawTables.Trial table =
                        proposed.trial(key).orElseThrow(() -> new IllegalArgumentException("tej tabeli już nie ma."));
                ExampleTable examples = csv.map(ExampleTable::of)
                        .orElseThrow(() ->
                                new IllegalArgumentException("brak pliku przykładów " + key + PackFile.EXAMPLES + "."));
                tried += examples.size();
                changes.add(change(key, table.table(), examples));
                examples.broken(table)
                        .forEach(sentence ->
                                broken.add("Tabela „" + table.table().name() + "”, " + sentence));
            } catch (IllegalArgumentException unsound) {
                broken.add("Tabela „" + key + "”: " + unsound.getMessage());
            }
        }
        Optional.ofNullable(files.get(PackFile.FREE_DAYS))
                .map(FreeDayChange::text)
                .ifPresent(text -> changes.add(FreeDayChange.between(calendar.freeDaysInForce(), text)));
        List<String> objections = objections(proposed);
        if (broken.isEmpty() && changes.stream().allMatch(TableChange::none)) {
            objections.add("Pakiet niczego nie zmienia.");
        }
        return new Review(changes, broken, objections, tried);
    }

    private TableChange change(String key, LawTables.Table table, ExampleTable examples) {
        return new TableChange(
                table.name(),
                TableChange.between(tables.inForce(key), table),
                inForce.examples(key)
                        .map(before -> examples.changesSince(ExampleTable.of(before)))
                        .orElse(List.of()));
    }

    private List<String> objections(ProposedTables proposed) {
        List<String> objections = new ArrayList<>();
        guards.orderedStream().forEach(guard -> {
            try {
                objections.addAll(guard.objections(proposed));
            } catch (IllegalArgumentException unanswered) {
                objections.add("Tabeli nie można sprawdzić: " + unanswered.getMessage());
            }
        });
        return objections;
    }

    /**
     * Brings the proposal in force.
     *
     * @throws Refusal {@code SAME_PERSON}, {@code PACK_DECIDED}, {@code PACK_OUTDATED} if a table was changed since,
     *     {@code PACK_UNSOUND}
     */
    @Transactional
    public void approve(UUID id, String login) {
        proposals.oneAtATime();
        Proposals.Proposal proposal = proposals.lock(id);
        refuseDecided(proposal);
        if (proposal.proposedBy().equals(login)) {
            throw new Refusal("SAME_PERSON", "Zmianę prawa zatwierdza inna osoba niż ta, która ją zaproponowała.");
        }
        Map<String, byte[]> files = proposals.files(id);
        Map<String, Integer> bases = proposals.baseVersions(id);
        for (String name : files.keySet()) {
            if (!Objects.equals(bases.get(name), version(name))) {
                throw new Refusal(
                        "PACK_OUTDATED",
                        "Od złożenia propozycji plik " + name + " został zmieniony. Zaproponuj zmianę na nowo.");
            }
        }
        Review review = review(id);
        if (!review.sound()) {
            throw new Refusal("PACK_UNSOUND", "Pakiet ma zastrzeżenia albo nie przechodzi przykładów.");
        }
        putInForce(files, "pakiet prawny " + id);
        proposals.decide(id, "APPROVED", login, null, review);
        if (files.containsKey(PackFile.FREE_DAYS)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    calendar.readAnew();
                }
            });
        }
    }

    /** A table that the pack holds unchanged keeps its version. */
    private void putInForce(Map<String, byte[]> files, String source) {
        ProposedTables proposed = proposed(files);
        Map<String, byte[]> changed = new TreeMap<>();
        files.forEach((name, content) -> {
            String key = PackFile.key(name);
            if (name.endsWith(PackFile.TABLE)
                    && !TableChange.between(
                                    tables.inForce(key), proposed.table(key).orElseThrow())
                            .isEmpty()) {
                changed.put(key, content);
            }
        });
        if (!changed.isEmpty()) {
            tables.putInForce(changed, source);
        }
    }

    /** @throws Refusal {@code PACK_DECIDED}, {@code REASON_MISSING} */
    @Transactional
    public void reject(UUID id, String login, String reason) {
        refuseDecided(proposals.lock(id));
        if (reason == null || reason.isBlank()) {
            throw new Refusal("REASON_MISSING", "Podaj powód odrzucenia.");
        }
        proposals.decide(id, "REJECTED", login, reason.strip(), review(id));
    }

    private static void refuseDecided(Proposals.Proposal proposal) {
        if (!proposal.open()) {
            throw new Refusal("PACK_DECIDED", "O tej propozycji już rozstrzygnięto.");
        }
    }

    private ProposedTables proposed(Map<String, byte[]> files) {
        return new ProposedTables(
                tables,
                files.entrySet().stream()
                        .filter(file -> file.getKey().endsWith(PackFile.TABLE))
                        .collect(Collectors.toMap(file -> PackFile.key(file.getKey()), Map.Entry::getValue)));
    }

    /** Of the tables that the files bring, or bring examples for. */
    private static SortedSet<String> keys(Map<String, byte[]> files) {
        SortedSet<String> keys = new TreeSet<>();
        files.keySet().forEach(name -> keys.add(PackFile.key(name)));
        keys.remove("");
        return keys;
    }
}
