package pl.obieg.correspondence.builtin;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.correspondence.CorrespondenceSystem.DocumentKind;
import pl.obieg.process.Refusal;

/** The documents and notes of cases. */
@Repository
public class CaseRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What one who locked a case knows of it. */
    public record CaseState(String caseNumber, boolean closed) {}

    /**
     * Locks the case until the transaction ends.
     *
     * @throws Refusal CASE_NOT_FOUND
     */
    public CaseState lock(String caseNumber) {
        return jdbc.sql("select closed_on is not null from correspondence.case_file where case_number = ? for update")
                .param(caseNumber)
                .query(Boolean.class)
                .optional()
                .map(closed -> new CaseState(caseNumber, closed))
                .orElseThrow(() -> new Refusal("CASE_NOT_FOUND", "Nie ma sprawy o znaku " + caseNumber));
    }

    public boolean exists(String caseNumber) {
        return jdbc.sql("select exists (select 1 from correspondence.case_file where case_number = ?)")
                .param(caseNumber)
                .query(Boolean.class)
                .single();
    }

    /** Puts a document at the end of the case; once. */
    @Transactional
    public void file(String caseNumber, DocumentKind kind, String title, String documentId) {
        lock(caseNumber);
        jdbc.sql("""
                insert into correspondence.case_document (case_number, position, kind, title, document_id, filed_at)
                values (?, (select coalesce(max(position), 0) + 1 from correspondence.case_document
                            where case_number = ?), ?, ?, ?, ?)
                on conflict (case_number, kind, document_id) do nothing
                """)
                .params(caseNumber, caseNumber, kind.name(), title, documentId, Timestamp.from(clock.instant()))
                .update();
    }

    /** Notes a fact; once for each {@code sourceKey}. A fact of a case that is not kept here is left out. */
    @Transactional
    public void note(String caseNumber, String sourceKey, String note) {
        if (exists(caseNumber)) {
            jdbc.sql("""
                    insert into correspondence.case_note (case_number, source_key, note, noted_at)
                    values (?, ?, ?, ?) on conflict do nothing
                    """)
                    .params(caseNumber, sourceKey, note, Timestamp.from(clock.instant()))
                    .update();
        }
    }
}
