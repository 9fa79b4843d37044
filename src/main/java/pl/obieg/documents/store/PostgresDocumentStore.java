package pl.obieg.documents.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.documents.DocumentStore;
import pl.obieg.documents.StoredDocument;

/** Documents in the office's PostgreSQL, each under the SHA-256 of its bytes. The first name it came with is kept. */
@Repository
public class PostgresDocumentStore implements DocumentStore {

    private static final int LONGEST_NAME = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    public PostgresDocumentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String put(byte[] content, String fileName, String mediaType) {
        String id = sha256(content);
        jdbc.sql("""
                insert into documents.document (id, file_name, media_type, size, content, stored_at)
                values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
                .params(id, plainName(fileName), mediaType, content.length, content, Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public StoredDocument get(String id) {
        return jdbc.sql("select id, file_name, media_type, content from documents.document where id = ?")
                .param(id)
                .query((row, number) -> new StoredDocument(
                        row.getString("id"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No document " + id));
    }

    /** Without folders and control characters, which a sender may have put there. */
    private static String plainName(String fileName) {
        String name = fileName == null ? "" : fileName.replaceAll("[\\p{Cntrl}\"]", "");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        if (name.isEmpty()) {
            return "dokument";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
