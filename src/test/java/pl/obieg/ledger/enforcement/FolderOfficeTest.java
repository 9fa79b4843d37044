package pl.obieg.ledger.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report;
import pl.obieg.support.TestDatabase;
import pl.obieg.transport.CallJournal;

/** ARR-08, ARR-09: titles, notices and messages pass as files. */
class FolderOfficeTest {

    private static final String NAMESPACE = "http://obieg.example/wzor/etw/1/";

    @TempDir
    private Path folder;

    private FolderOffice office;

    @BeforeEach
    void connect() {
        TestDatabase database = TestDatabase.fresh();
        office = new FolderOffice(
                new EnforcementSettings(
                        "files",
                        null,
                        "",
                        folder,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        "Naczelnik Urzędu Skarbowego",
                        new EnforcementSettings.Creditor("Wójt", "ul. Ratuszowa 1", "9999999999", "Jan Wzorcowy")),
                journal(database),
                new EnforcementXml());
    }

    @Test
    @DisplayName("ARR-08: a title is left as one whole file, once, however often it is sent")
    void titleIsLeftOnce() throws IOException {
        office.submit("TW-2026-000001", "<tytul/>", "TW-2026-000001-1");
        office.submit("TW-2026-000001", "<inny/>", "TW-2026-000001-1");

        assertThat(files("do-organu")).singleElement().satisfies(file -> {
            assertThat(file.getFileName()).hasToString("TW-2026-000001-TW-2026-000001-1.xml");
            assertThat(file).hasContent("<tytul/>");
        });
    }

    @Test
    @DisplayName("ARR-09: a notice is a file of its own")
    void noticeIsAFileOfItsOwn() throws IOException {
        office.notify("TW-2026-000001", "<zawiadomienie/>", "N-1");

        assertThat(files("do-organu"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("TW-2026-000001-zawiadomienie-N-1.xml");
    }

    @Test
    void fileOfMessagesIsPutAwayWhenTheLastOfThemIsKept() throws IOException {
        left("a.xml", message("K-1", "PRZYJETO") + message("K-2", "SRODEK"));

        assertThat(office.reports()).extracting(Report::externalId).containsExactly("K-1", "K-2");
        office.received("K-1");
        assertThat(office.reports()).as("told again until all are kept").hasSize(2);
        office.received("K-1");
        office.received("K-2");

        assertThat(office.reports()).isEmpty();
        assertThat(files("od-organu/odebrane")).hasSize(1);
    }

    @Test
    void fileThatCannotBeReadIsPutAsideAndTheOthersAreTaken() throws IOException {
        left("a.xml", "<komunikat id='K-1'/>");
        left("b.xml", message("K-2", "PRZYJETO"));

        assertThat(office.reports()).extracting(Report::externalId).containsExactly("K-2");
        assertThat(files("od-organu/bledne")).extracting(Path::getFileName).hasToString("[a.xml]");
    }

    private void left(String name, String messages) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("od-organu"));
        Files.writeString(inbox.resolve(name), "<komunikaty xmlns=\"" + NAMESPACE + "\">" + messages + "</komunikaty>");
    }

    private static String message(String id, String kind) {
        return "<komunikat id=\"" + id + "\" numerTytulu=\"TW-2026-000001\" rodzaj=\"" + kind
                + "\" dnia=\"2026-04-21\"/>";
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static CallJournal journal(TestDatabase database) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(JdbcClient.class, database::jdbc);
            context.registerBean(Clock.class, Clock::systemUTC);
            context.registerBean(PlatformTransactionManager.class, database::transactions);
            context.register(CallJournal.class);
            context.refresh();
            return context.getBean(CallJournal.class);
        }
    }
}
