package pl.obieg.law;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.process.LawTables;

/** The files of the law pack as they are in force, and as the program ships them. */
@Service
public class LawInForce {

    private final LawTables tables;
    private final Proposals proposals;
    private final StatutoryCalendar calendar;

    LawInForce(LawTables tables, Proposals proposals, StatutoryCalendar calendar) {
        this.tables = tables;
        this.proposals = proposals;
        this.calendar = calendar;
    }

    /**
     * A table of which the program ships another version than the one a proposal brought in force.
     *
     * @param key of the table, or {@code dni-wolne}
     * @param sentences what the shipped one would change
     */
    public record ShippedOtherwise(String key, String name, List<String> sentences) {}

    /** The examples of a table: those approved last, else the program's. */
    Optional<byte[]> examples(String key) {
        String name = key + PackFile.EXAMPLES;
        return proposals.approved(name).or(() -> shipped(name));
    }

    /** The table of days free from work. */
    public LawTables.Table freeDays() {
        return FreeDayChange.table(calendar.freeDaysInForce());
    }

    /** The same as a file. */
    public byte[] freeDaysFile() {
        return calendar.freeDaysInForce().getBytes(StandardCharsets.UTF_8);
    }

    /** The whole pack in a ZIP archive, to be changed and proposed again. */
    public byte[] archive() {
        Map<String, byte[]> files = new TreeMap<>();
        for (LawTables.Version version : tables.inForce()) {
            tables.source(version.key()).ifPresent(dmn -> files.put(version.key() + PackFile.TABLE, dmn));
            examples(version.key()).ifPresent(csv -> files.put(version.key() + PackFile.EXAMPLES, csv));
        }
        files.put(PackFile.FREE_DAYS, freeDaysFile());
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return archive.toByteArray();
    }

    /** Where the program's own version never came in force, since two persons had approved another one before. */
    public List<ShippedOtherwise> shippedOtherwise() {
        List<ShippedOtherwise> otherwise = new ArrayList<>();
        for (LawTables.Version version : tables.inForce()) {
            if (!version.shipped()) {
                shipped(version.key() + PackFile.TABLE)
                        .map(dmn -> TableChange.between(tables.inForce(version.key()), tables.read(dmn)))
                        .filter(sentences -> !sentences.isEmpty())
                        .ifPresent(sentences ->
                                otherwise.add(new ShippedOtherwise(version.key(), version.name(), sentences)));
            }
        }
        proposals
                .approved(PackFile.FREE_DAYS)
                .flatMap(unused -> shipped(PackFile.FREE_DAYS))
                .map(csv -> FreeDayChange.between(calendar.freeDaysInForce(), FreeDayChange.text(csv)))
                .filter(change -> !change.none())
                .ifPresent(
                        change -> otherwise.add(new ShippedOtherwise("dni-wolne", change.table(), change.sentences())));
        return otherwise;
    }

    /** The program's own files of a table, to be proposed. */
    public Map<String, byte[]> shippedFiles(String key) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of(key + PackFile.TABLE, key + PackFile.EXAMPLES, key + ".csv")) {
            if (key.matches("[a-z0-9-]+") && !PackFile.WITH_THE_PROGRAM.contains(name)) {
                shipped(name).ifPresent(content -> files.put(name, content));
            }
        }
        return files;
    }

    private static Optional<byte[]> shipped(String name) {
        try (InputStream in = LawInForce.class.getResourceAsStream("/decisions/prawo/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
