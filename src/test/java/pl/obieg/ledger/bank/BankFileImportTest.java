package pl.obieg.ledger.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.obieg.ledger.bank.SampleStatements.bytes;
import static pl.obieg.ledger.bank.SampleStatements.onePayment;
import static pl.obieg.ledger.bank.SampleStatements.payment;
import static pl.obieg.ledger.bank.SampleStatements.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.obieg.ledger.BankSettings;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.StatementProfile;
import pl.obieg.ledger.bank.BankFileImport.Outcome;
import pl.obieg.ledger.bank.BankFileImport.Result;

class BankFileImportTest {

    private static final String CASE = "FN.3120.1.2026";

    private final LedgerFixture ledger = new LedgerFixture();
    private final BankFileImport bankFiles = bankFiles();

    @TempDir
    private Path folder;

    @Test
    void aPaymentInAFileSettlesTheReceivableItNames() {
        String receivable = ledger.charge(CASE, "64");

        Result result = bankFiles.importFile("1.sta", bytes(onePayment()));

        assertThat(result.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("0");
        assertThat(ledger.messages("ReceivableSettled")).hasSize(1);
    }

    @Test
    void theSameBytesUnderAnotherNameChangeNothing() {
        bankFiles.importFile("1.sta", bytes(onePayment()));
        int told = ledger.events.size();

        Result again = bankFiles.importFile("inna nazwa.sta", bytes(onePayment()));

        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_IMPORTED);
        assertThat(again.message()).contains("już wczytany");
        assertThat(ledger.count("payment")).isEqualTo(1);
        assertThat(ledger.count("bank_file")).isEqualTo(1);
        assertThat(ledger.events).hasSize(told);
    }

    @Test
    void aLineKnownFromAnotherFileIsBookedOnce() {
        bankFiles.importFile("1.sta", bytes(onePayment()));
        String second = statement(
                "100,00",
                "200,00",
                payment("000000000001", "64,00", "260309001.000001"),
                payment("000000000002", "36,00", "260309002.000001"));

        Result result = bankFiles.importFile("2.sta", bytes(second));

        assertThat(result.message()).contains("Nowych operacji: 1").contains("pominiętych: 1");
        assertThat(ledger.count("payment")).isEqualTo(2);
    }

    @Test
    void aBadFileStaysVisibleAndBooksNothing() {
        String halfBad = statement("100,00", "200,00", payment("000000000001", "64,00", "1.1"), ":61:nieczytelne\n");

        Result result = bankFiles.importFile("zły.sta", bytes(halfBad));

        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.message()).contains("nieczytelna operacja");
        assertThat(ledger.count("payment")).isZero();
        assertThat(ledger.events).isEmpty();
        assertThat(ledger.jdbc
                        .sql("select status || ': ' || reason from ledger.bank_file where name = 'zły.sta'")
                        .query(String.class)
                        .single())
                .startsWith("REJECTED: Wiersz ");
    }

    @Test
    void aRejectedFileIsTakenOnceTheSettingsAreRight() {
        BankSettings others = new BankSettings(
                "99900009",
                "0001",
                List.of("56114010810000267002001001"),
                null,
                Duration.ofSeconds(30),
                Duration.ZERO,
                StatementProfile.mbank());
        BankFileImport strict = new BankFileImport(
                ledger.jdbc,
                LedgerFixture.CLOCK,
                new StatementReader(others),
                ledger.settlement,
                ledger.database.transactions());
        assertThat(strict.importFile("1.sta", bytes(onePayment())).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(strict.importFile("1.sta", bytes(onePayment())).outcome()).isEqualTo(Outcome.REJECTED);

        Result result = bankFiles.importFile("1.sta", bytes(onePayment()));

        assertThat(result.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(ledger.count("bank_file")).isEqualTo(1);
        assertThat(ledger.count("payment")).isEqualTo(1);
    }

    @Test
    void aTechnicalFailureLeavesNoTrace() {
        ledger.jdbc
                .sql("alter table ledger.payment add check (reference <> 'poison')")
                .update();
        String poisoned = statement(
                "0,00", "100,00", payment("000000000001", "64,00", "1.1"), payment("000000000002", "36,00", "poison"));

        assertThatThrownBy(() -> bankFiles.importFile("1.sta", bytes(poisoned))).isInstanceOf(RuntimeException.class);

        assertThat(ledger.count("payment")).isZero();
        assertThat(ledger.count("bank_file")).isZero();
    }

    @Test
    void theSameFileFromSeveralSidesAtOnceIsBookedOnce() throws Exception {
        String receivable = ledger.charge(CASE, "164");
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<java.util.concurrent.Callable<Outcome>> sides = Stream.generate(
                            () -> (java.util.concurrent.Callable<Outcome>) () -> bankFiles
                                    .importFile("1.sta", bytes(onePayment()))
                                    .outcome())
                    .limit(6)
                    .toList();
            List<Outcome> outcomes = new java.util.ArrayList<>();
            for (var each : threads.invokeAll(sides)) {
                outcomes.add(each.get());
            }
            assertThat(outcomes).containsOnlyOnce(Outcome.IMPORTED);
        } finally {
            threads.shutdownNow();
        }
        assertThat(ledger.balance(receivable)).isEqualByComparingTo("100");
    }

    @Test
    void theFolderIsEmptiedIntoArchiveAndRejected() throws IOException {
        Path inbox = folder.resolve("skrzynka");
        BankFolder watched = watch(inbox);
        watched.poll();
        Files.write(inbox.resolve("1.sta"), bytes(onePayment()));
        Files.write(inbox.resolve("2.STA"), bytes("to nie jest wyciąg"));
        Files.write(inbox.resolve("3.sta.part"), bytes(onePayment()));

        watched.poll();

        assertThat(names(inbox.resolve("archive"))).containsExactly("1.sta");
        assertThat(names(inbox.resolve("rejected"))).containsExactly("2.STA");
        assertThat(inbox.resolve("3.sta.part")).exists();
        assertThat(ledger.count("payment")).isEqualTo(1);
    }

    @Test
    void aFileOfTheSameNameNeverReplacesAnArchivedOne() throws IOException {
        BankFolder watched = watch(folder);
        Files.write(folder.resolve("1.sta"), bytes(onePayment()));
        watched.poll();
        Files.write(
                folder.resolve("1.sta"), bytes(statement("164,00", "200,00", payment("000000000002", "36,00", "2.1"))));

        watched.poll();

        assertThat(names(folder.resolve("archive"))).containsExactly("1.sta", "2-1.sta");
    }

    @Test
    void aFileThatCannotBeBookedNowStaysAndDoesNotStopTheOthers() throws IOException {
        ledger.jdbc
                .sql("alter table ledger.payment add constraint poison check (reference <> 'poison')")
                .update();
        Files.write(folder.resolve("1.sta"), bytes(statement("0,", "5,", payment("000000000001", "5,", "poison"))));
        Files.write(folder.resolve("2.sta"), bytes(onePayment()));
        BankFolder watched = watch(folder);

        watched.poll();

        assertThat(folder.resolve("1.sta")).exists();
        assertThat(names(folder.resolve("archive"))).containsExactly("2.sta");
        ledger.jdbc.sql("alter table ledger.payment drop constraint poison").update();
        watched.poll();
        assertThat(names(folder.resolve("archive"))).containsExactly("1.sta", "2.sta");
    }

    @Test
    void whileOneNodeLooksAnotherDoesNot() throws IOException {
        Files.write(folder.resolve("1.sta"), bytes(onePayment()));
        BankFolder watched = watch(folder);

        ledger.transaction.executeWithoutResult(status -> {
            ledger.jdbc
                    .sql("select pg_advisory_xact_lock(?)")
                    .param(BankFolder.POLL_LOCK)
                    .query((row, index) -> true)
                    .single();
            runElsewhere(watched::poll);
            assertThat(folder.resolve("1.sta")).exists();
        });
        watched.poll();
        assertThat(folder.resolve("1.sta")).doesNotExist();
    }

    private static void runElsewhere(Runnable work) {
        try {
            Thread other = new Thread(work);
            other.start();
            other.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private BankFileImport bankFiles() {
        return new BankFileImport(
                ledger.jdbc,
                LedgerFixture.CLOCK,
                new StatementReader(ledger.settings),
                ledger.settlement,
                ledger.database.transactions());
    }

    private BankFolder watch(Path inbox) {
        // Files written by the test are newer than the fixed clock of the fixture.
        return new BankFolder(
                ledger.jdbc,
                java.time.Clock.systemUTC(),
                LedgerFixture.settings(inbox),
                bankFiles,
                ledger.database.transactions());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
