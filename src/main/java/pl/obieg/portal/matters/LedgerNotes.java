package pl.obieg.portal.matters;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the office decided about paying: reliefs and their end, write-offs. Who may see a case may see them. */
@Repository
public class LedgerNotes {

    /** One sentence of the office. */
    public record Note(LocalDate notedOn, String sentence) {}

    private final JdbcClient jdbc;

    LedgerNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which it happened. */
    public List<Note> of(String caseNumber) {
        return jdbc.sql("select noted_on, sentence from portal.ledger_note where case_number = ?"
                        + " order by noted_on, note_id")
                .param(caseNumber)
                .query(Note.class)
                .list();
    }
}
