package pl.obieg.documents;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Versions for paper. A letter is issued as a sealed electronic document; on paper the words about a seal would be
 * untrue, so the same letter is kept a second time with a line for the signature by hand (SG-01).
 */
@Repository
public class PaperVersions {

    private final JdbcClient jdbc;

    public PaperVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the version for paper of a document that is going to be sealed; the first one stays. */
    public void keep(String unsealedDocumentId, String paperDocumentId) {
        jdbc.sql("""
                insert into documents.paper_version (unsealed_document_id, paper_document_id) values (?, ?)
                on conflict (unsealed_document_id) do nothing
                """).params(unsealedDocumentId, paperDocumentId).update();
    }

    /** The version for paper of a sealed document; empty if it was written once only. */
    public Optional<String> of(String sealedDocumentId) {
        return jdbc.sql("""
                select p.paper_document_id from documents.paper_version p
                join documents.seal s on s.unsealed_document_id = p.unsealed_document_id
                where s.document_id = ? order by s.sealed_at limit 1
                """).param(sealedDocumentId).query(String.class).optional();
    }
}
