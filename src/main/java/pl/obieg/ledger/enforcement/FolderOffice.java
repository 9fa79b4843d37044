package pl.obieg.ledger.enforcement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import pl.obieg.transport.CallJournal;

/**
 * The enforcement office behind a folder: titles and notices are left in {@code do-organu}, files of messages are taken
 * from {@code od-organu} and moved to {@code od-organu/odebrane} when all their messages are kept, or to {@code
 * od-organu/bledne} when they cannot be read.
 */
@Component
@ConditionalOnProperty(name = "obieg.systems.enforcement.binding", havingValue = "files")
class FolderOffice implements EnforcementOffice {

    private static final Logger LOG = LoggerFactory.getLogger(FolderOffice.class);

    private final Path outbox;
    private final Path inbox;
    private final CallJournal journal;
    private final EnforcementXml xml;
    private final Map<Path, List<String>> open = new HashMap<>();

    FolderOffice(EnforcementSettings settings, CallJournal journal, EnforcementXml xml) {
        if (settings.folder() == null) {
            throw new IllegalStateException("obieg.systems.enforcement.folder is missing");
        }
        this.outbox = settings.folder().resolve("do-organu");
        this.inbox = settings.folder().resolve("od-organu");
        this.journal = journal;
        this.xml = xml;
    }

    @Override
    public String submit(String titleNumber, String etw, String idempotencyKey) {
        return journal.once(
                "enforcement", "tytuly", idempotencyKey, () -> leave(titleNumber + "-" + idempotencyKey, etw));
    }

    @Override
    public void notify(String titleNumber, String notice, String idempotencyKey) {
        journal.once(
                "enforcement",
                "zawiadomienia",
                idempotencyKey,
                () -> leave(titleNumber + "-zawiadomienie-" + idempotencyKey, notice));
    }

    @Override
    public synchronized List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        open.clear();
        try {
            Files.createDirectories(inbox);
            try (Stream<Path> files = Files.list(inbox)) {
                for (Path file : files.filter(one -> one.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    reports.addAll(read(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return reports;
    }

    /** A file that does not fit the schema must not keep the others waiting. */
    private List<Report> read(Path file) throws IOException {
        try {
            List<Report> told = xml.reports(Files.readAllBytes(file));
            if (told.isEmpty()) {
                archive(file, "odebrane");
            } else {
                open.put(
                        file,
                        new ArrayList<>(told.stream().map(Report::externalId).toList()));
            }
            return told;
        } catch (IllegalArgumentException unreadable) {
            LOG.error("The file {} of the enforcement office cannot be read and is put aside", file.getFileName());
            archive(file, "bledne");
            return List.of();
        }
    }

    @Override
    public synchronized void received(String externalId) {
        open.forEach((file, left) -> {
            if (left.remove(externalId) && left.isEmpty()) {
                archive(file, "odebrane");
            }
        });
    }

    private void archive(Path file, String folder) {
        try {
            Path target = Files.createDirectories(inbox.resolve(folder)).resolve(file.getFileName());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Under another name first, so that nobody sees half a file. */
    private String leave(String name, String content) {
        try {
            Files.createDirectories(outbox);
            Path unfinished = outbox.resolve(name + ".part");
            Files.writeString(unfinished, content, StandardCharsets.UTF_8);
            Files.move(unfinished, outbox.resolve(name + ".xml"), StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
