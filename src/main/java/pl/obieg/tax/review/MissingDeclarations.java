package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.StatutoryCalendar;

/**
 * Who owes a DN-1 and has not filed it (PT-04): the list made after the term of the year, and what became of each. One row
 * for taxpayer and year, so that the list may be made as often as one likes.
 */
@Repository
public class MissingDeclarations {

    private static final int YEARS_BACK = 5;

    private final JdbcClient jdbc;
    private final StatutoryCalendar calendar;

    public MissingDeclarations(JdbcClient jdbc, StatutoryCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * A payer to be called (OP art. 274a § 1).
     *
     * @param lastDeclarationId his newest of the years before
     * @param event of that declaration; after a sale there may be nothing left to declare; {@code null} if none
     */
    public record Missing(String partyId, String lastDeclarationId, String caseNumber, String event) {}

    /**
     * A taxpayer on the list.
     *
     * @param caseNumber opened for him, {@code null} before
     * @param lastCaseNumber of his newest declaration
     */
    public record Listed(String id, String partyId, int taxYear, String caseNumber, String lastCaseNumber) {}

    /** The first day after the term: 31 January or the next working day. */
    public LocalDate listDay(int year) {
        return calendar.orNextWorkingDay(LocalDate.of(year, 1, 31)).plusDays(1);
    }

    /**
     * Bodies known as owners from a declaration of the last years without a DN-1 for this one; a person counts if he filed a
     * DN-1 (PT-05). Empty until the term of the year has passed.
     */
    public List<Missing> on(LocalDate day) {
        if (day.isBefore(listDay(day.getYear()))) {
            return List.of();
        }
        return jdbc.sql("""
                select distinct on (t.party_id) t.party_id, d.id, d.case_number, d.event
                from tax.declaration d
                join tax.declaration_taxpayer t on t.declaration_id = d.id
                where d.tax_year between :year - :back and :year - 1
                  and (t.kind <> 'NATURAL' or d.form = 'DN-1' and t.position = 0)
                  and not exists (select 1 from tax.declaration n
                                  join tax.declaration_taxpayer nt on nt.declaration_id = n.id
                                  where n.form = 'DN-1' and n.tax_year = :year and nt.party_id = t.party_id)
                order by t.party_id, d.tax_year desc, d.received_on desc, d.id
                """)
                .param("year", day.getYear())
                .param("back", YEARS_BACK)
                .query((row, number) -> new Missing(
                        row.getString("party_id"),
                        row.getString("id"),
                        row.getString("case_number"),
                        row.getString("event")))
                .list();
    }

    /** Puts him on the list of the year; the id, unless he stood on it before. */
    Optional<String> list(Missing missing, int year, LocalDate today) {
        return jdbc.sql("""
                insert into tax.missing_declaration (id, party_id, tax_year, last_declaration_id, found_on)
                values (?, ?, ?, ?, ?) on conflict (party_id, tax_year) do nothing returning id
                """)
                .params(UUID.randomUUID().toString(), missing.partyId(), year, missing.lastDeclarationId(), today)
                .query(String.class)
                .optional();
    }

    /** @throws IllegalArgumentException if there is none */
    Listed get(String id) {
        return jdbc.sql("""
                select m.id, m.party_id, m.tax_year, m.case_number, d.case_number as last_case_number
                from tax.missing_declaration m join tax.declaration d on d.id = m.last_declaration_id where m.id = ?
                """)
                .param(id)
                .query(Listed.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No missing declaration " + id));
    }

    /** Cases that wait for a declaration of one of the taxpayers. */
    List<String> casesWaitingFor(List<String> partyIds, int year) {
        return jdbc.sql("select case_number from tax.missing_declaration where tax_year = :year"
                        + " and party_id in (:parties) and case_number is not null and ended_on is null")
                .param("year", year)
                .param("parties", partyIds)
                .query(String.class)
                .list();
    }

    boolean isFiled(String partyId, int year) {
        return jdbc.sql("""
                select exists (select from tax.declaration d
                               join tax.declaration_taxpayer t on t.declaration_id = d.id
                               where d.form = 'DN-1' and d.tax_year = ? and t.party_id = ?)
                """).params(year, partyId).query(Boolean.class).single();
    }

    void open(String id, String caseNumber) {
        jdbc.sql("update tax.missing_declaration set case_number = ? where id = ?")
                .params(caseNumber, id)
                .update();
    }

    void end(String id, String outcome, LocalDate today) {
        jdbc.sql("update tax.missing_declaration set outcome = ?, ended_on = ? where id = ?")
                .params(outcome, today, id)
                .update();
    }
}
