package pl.obieg.ledger.bank;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pl.obieg.ledger.BankLine;
import pl.obieg.ledger.Settlement;

/**
 * Takes in files of the bank. A file is one transaction: all its lines or none. The same bytes a second time change
 * nothing, a line known from another file changes nothing, and a file that cannot be trusted is kept with the reason
 * and books nothing. A rejected file may be given again, for instance after the profile was corrected.
 */
@Service
public class BankFileImport {

    /** What became of a file. */
    public enum Outcome {
        IMPORTED,
        REJECTED,
        ALREADY_IMPORTED
    }

    /** @param message Polish sentence for the clerk */
    public record Result(Outcome outcome, String bankFileId, String message) {}

    private record Known(String id, String status) {}

    /** Any constant of our own: imports wait for each other, so that their locks on accounts cannot tangle. */
    private static final long IMPORT_LOCK = 0x0B1E_6001L;

    private static final Logger LOG = LoggerFactory.getLogger(BankFileImport.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final StatementReader reader;
    private final Settlement settlement;
    private final TransactionTemplate wholeFile;

    BankFileImport(
            JdbcClient jdbc,
            Clock clock,
            StatementReader reader,
            Settlement settlement,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.reader = reader;
        this.settlement = settlement;
        this.wholeFile = new TransactionTemplate(transactions);
        this.wholeFile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Imports the file and commits, or changes nothing and throws if something technical failed. */
    public Result importFile(String name, byte[] bytes) {
        Result result = wholeFile.execute(status -> importInTransaction(name, bytes));
        LOG.info("Bank file {}: {}", result.bankFileId(), result.outcome());
        return result;
    }

    private Result importInTransaction(String name, byte[] bytes) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(IMPORT_LOCK)
                .query((row, index) -> true)
                .single();
        String sha256 = sha256(bytes);
        Optional<Known> known = jdbc.sql("select id, status from ledger.bank_file where sha256 = ?")
                .param(sha256)
                .query(Known.class)
                .optional();
        if (known.isPresent() && "IMPORTED".equals(known.get().status())) {
            return new Result(
                    Outcome.ALREADY_IMPORTED,
                    known.get().id(),
                    "Ten plik został już wczytany wcześniej. Nic nie zmieniono.");
        }
        String id = known.map(Known::id).orElseGet(() -> insert(name, sha256, bytes));
        try {
            return book(id, reader.read(bytes));
        } catch (BadBankFile bad) {
            update(id, "REJECTED", bad.getMessage(), 0, 0);
            return new Result(Outcome.REJECTED, id, "Plik odrzucony, nic nie zaksięgowano. " + bad.getMessage());
        }
    }

    private Result book(String id, List<BankLine> lines) {
        int fresh = 0;
        for (BankLine line : lines) {
            if (settlement.takeIn(line, id)) {
                fresh++;
            }
        }
        int repeated = lines.size() - fresh;
        update(id, "IMPORTED", null, fresh, repeated);
        return new Result(
                Outcome.IMPORTED,
                id,
                "Plik wczytany. Nowych operacji: " + fresh + ", znanych wcześniej i pominiętych: " + repeated + ".");
    }

    private String insert(String name, String sha256, byte[] bytes) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into ledger.bank_file (id, name, sha256, content, status, received_at)
                values (?, ?, ?, ?, 'REJECTED', ?)
                """)
                .params(
                        id,
                        name.length() > 300 ? name.substring(0, 300) : name,
                        sha256,
                        bytes,
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private void update(String id, String status, String reason, int fresh, int repeated) {
        jdbc.sql("update ledger.bank_file set status = ?, reason = ?, new_lines = ?, known_lines = ? where id = ?")
                .params(status, reason, fresh, repeated, id)
                .update();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
