package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.StatutoryCalendar;

/** Who filed a DN-1 last year and none this year (PT-04): the list a clerk works off from 1 February on. */
@Repository
public class MissingDeclarations {

    private final JdbcClient jdbc;
    private final StatutoryCalendar calendar;

    public MissingDeclarations(JdbcClient jdbc, StatutoryCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /**
     * A payer to be called (OP art. 274a § 1).
     *
     * @param lastDeclarationId his newest of last year
     * @param event of that declaration; after a sale there may be nothing left to declare; {@code null} if none
     */
    public record Missing(String partyId, String lastDeclarationId, String caseNumber, String event) {}

    /** Empty until the term of the year, 31 January or the next working day, has passed. */
    public List<Missing> on(LocalDate day) {
        if (!day.isAfter(calendar.orNextWorkingDay(LocalDate.of(day.getYear(), 1, 31)))) {
            return List.of();
        }
        return jdbc.sql("""
                select distinct on (t.party_id) t.party_id, d.id, d.case_number, d.event
                from tax.declaration d
                join tax.declaration_taxpayer t on t.declaration_id = d.id and t.position = 0
                where d.form = 'DN-1' and d.tax_year = :year - 1
                  and not exists (select 1 from tax.declaration n
                                  join tax.declaration_taxpayer nt on nt.declaration_id = n.id and nt.position = 0
                                  where n.form = 'DN-1' and n.tax_year = :year and nt.party_id = t.party_id)
                order by t.party_id, d.received_on desc, d.id
                """)
                .param("year", day.getYear())
                .query((row, number) -> new Missing(
                        row.getString("party_id"),
                        row.getString("id"),
                        row.getString("case_number"),
                        row.getString("event")))
                .list();
    }
}
