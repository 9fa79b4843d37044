package pl.obieg.portal.applications;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.OfficeLetters;

/** Letters the office sent to the citizen, and what became of his applications, as the facts tell. */
@Repository
@Transactional
public class OfficialLetters {

    /**
     * A letter.
     *
     * @param name kind and title: "Zaświadczenie o niezaleganiu w podatkach"
     * @param number of a decision or order, else {@code null}
     */
    public record Letter(String caseNumber, String name, String number, String documentId, LocalDate issuedOn) {}

    private final JdbcClient jdbc;

    OfficialLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CaseFact.LetterIssued fact) {
        if (fact.kind() == OfficeLetters.Kind.FILE_DECISION) {
            return;
        }
        jdbc.sql("""
                insert into portal.letter (letter_id, case_number, kind, title, number, document_id, issued_on,
                        party_ids)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (letter_id) do update set
                        document_id = excluded.document_id, issued_on = excluded.issued_on
                """)
                .params(
                        fact.letterId(),
                        fact.caseNumber(),
                        fact.kind().name(),
                        fact.title(),
                        fact.number(),
                        fact.documentId(),
                        fact.issuedOn(),
                        fact.partyIds().toArray(String[]::new))
                .update();
    }

    @EventListener
    void on(CaseFact.ApplicationTaken fact) {
        jdbc.sql("update portal.application set case_number = ? where submission_id = ?")
                .params(fact.caseNumber(), fact.submissionId())
                .update();
    }

    @EventListener
    void on(CaseFact.StampDutySettled fact) {
        jdbc.sql("update portal.application set duty_paid_on = ? where case_number = ?")
                .params(fact.paidOn(), fact.caseNumber())
                .update();
    }

    /** All letters addressed to the party, the newest first. */
    @Transactional(readOnly = true)
    public List<Letter> to(String partyId) {
        return jdbc.sql("""
                select * from portal.letter where party_ids @> array[?]::text[] order by issued_on desc, letter_id
                """)
                .param(partyId)
                .query((row, number) -> new Letter(
                        row.getString("case_number"),
                        name(row.getString("kind"), row.getString("title")),
                        row.getString("number"),
                        row.getString("document_id"),
                        row.getObject("issued_on", LocalDate.class)))
                .list();
    }

    /** Whether the document is a letter addressed to the party. */
    @Transactional(readOnly = true)
    public boolean mayRead(String partyId, String documentId) {
        return to(partyId).stream().anyMatch(letter -> letter.documentId().equals(documentId));
    }

    private static String name(String kind, String title) {
        OfficeLetters.Kind known = OfficeLetters.Kind.valueOf(kind);
        String text = known == OfficeLetters.Kind.LETTER ? title : known.polish() + " " + title;
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
