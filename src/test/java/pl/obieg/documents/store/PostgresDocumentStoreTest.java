package pl.obieg.documents.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;
import pl.obieg.support.TestDatabase;

class PostgresDocumentStoreTest {

    private static TestDatabase database;
    private final DocumentStore store = new PostgresDocumentStore(database.jdbc(), Clock.systemUTC());

    @BeforeAll
    static void migrate() {
        database = TestDatabase.fresh();
    }

    @Test
    void givesBackBytesNameAndType() {
        String id = store.put(bytes("treść"), "decyzja ustalająca.pdf", "application/pdf");
        StoredDocument document = store.get(id);
        assertThat(id).matches("[0-9a-f]{64}");
        assertThat(document.content()).isEqualTo(bytes("treść"));
        assertThat(document.fileName()).isEqualTo("decyzja ustalająca.pdf");
        assertThat(document.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void keepsTheSameBytesOnceUnderTheirFirstName() {
        String first = store.put(bytes("to samo"), "a.xml", "application/xml");
        String second = store.put(bytes("to samo"), "b.xml", "text/xml");
        assertThat(second).isEqualTo(first);
        assertThat(store.get(first).fileName()).isEqualTo("a.xml");
        assertThat(database.jdbc()
                        .sql("select count(*) from documents.document where id = ?")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesNoFolderFromASendersFileName() {
        assertThat(store.get(store.put(bytes("1"), "../../etc/pa\nsswd", "text/plain"))
                        .fileName())
                .isEqualTo("passwd");
        assertThat(store.get(store.put(bytes("2"), "C:\\pisma\\wniosek.pdf", "application/pdf"))
                        .fileName())
                .isEqualTo("wniosek.pdf");
        assertThat(store.get(store.put(bytes("3"), null, "application/pdf")).fileName())
                .isEqualTo("dokument");
    }

    @Test
    void doesNotKnowAnIdThatWasNeverStored() {
        assertThatThrownBy(() -> store.get("0".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
