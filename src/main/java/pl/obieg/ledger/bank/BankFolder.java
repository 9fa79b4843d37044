package pl.obieg.ledger.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.ledger.BankSettings;
import pl.obieg.ledger.bank.BankFileImport.Outcome;

/**
 * Watches the folder where the bank's programme leaves statements. A file is moved to {@code archive} or
 * {@code rejected} only after its import has been committed; if a node dies in between, the next look finds the file
 * known and archives it. One node looks at a time; another takes over when it dies, since the lock ends with its
 * transaction.
 */
@Component
@ConditionalOnProperty("obieg.systems.bank.inbox")
class BankFolder {

    static final long POLL_LOCK = 0x0B1E_6002L;
    private static final Logger LOG = LoggerFactory.getLogger(BankFolder.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BankSettings settings;
    private final BankFileImport bankFiles;
    private final TransactionTemplate oneNode;

    BankFolder(
            JdbcClient jdbc,
            Clock clock,
            BankSettings settings,
            BankFileImport bankFiles,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.bankFiles = bankFiles;
        this.oneNode = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${obieg.systems.bank.poll-delay:30s}")
    void poll() {
        oneNode.executeWithoutResult(status -> {
            boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(POLL_LOCK)
                    .query(Boolean.class)
                    .single();
            if (mine) {
                completeFiles().forEach(this::take);
            }
        });
    }

    private void take(Path file) {
        try {
            Outcome outcome = bankFiles
                    .importFile(file.getFileName().toString(), Files.readAllBytes(file))
                    .outcome();
            move(file, outcome == Outcome.REJECTED ? "rejected" : "archive");
        } catch (IOException | RuntimeException technical) {
            // The file stays where it is and is tried again; the others must not wait for it. The message of a database
            // error may quote a row, so only its kind is logged.
            LOG.error(
                    "A bank file could not be taken in and stays in the inbox: {}",
                    technical.getClass().getName());
        }
    }

    private List<Path> completeFiles() {
        try {
            Files.createDirectories(settings.inbox());
            try (Stream<Path> files = Files.list(settings.inbox())) {
                return files.filter(this::isComplete).sorted().toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean isComplete(Path file) {
        try {
            return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".sta")
                    && Files.isRegularFile(file)
                    && !Files.getLastModifiedTime(file)
                            .toInstant()
                            .isAfter(clock.instant().minus(settings.quietPeriod()));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Never replaces a file of the same name: the later one gets a number. */
    private void move(Path file, String folder) throws IOException {
        Path target = Files.createDirectories(settings.inbox().resolve(folder));
        String name = file.getFileName().toString();
        for (int copy = 1; ; copy++) {
            try {
                Files.move(file, target.resolve(copy == 1 ? name : copy + "-" + name));
                return;
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} already holds a file of this name", folder);
            }
        }
    }
}
