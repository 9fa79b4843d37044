package pl.obieg.tax.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who owes a DN-1, DR-1 or DL-1 and has not filed it (PT-04, PT-07), exempt or not (PT-06): the list made after the term of the
 * year, and what became of each. One row for taxpayer, form and year, so that the list may be made as often as one likes.
 */
@Repository
public class MissingDeclarations {

    private static final int YEARS_BACK = 5;

    private final JdbcClient jdbc;
    private final FilingManner manner;

    public MissingDeclarations(JdbcClient jdbc, FilingManner manner) {
        this.jdbc = jdbc;
        this.manner = manner;
    }

    /**
     * A payer to be called (OP art. 274a § 1).
     *
     * @param form he owes
     * @param lastDeclarationId his newest of the years before
     * @param event of that declaration; after a sale there may be nothing left to declare; {@code null} if none
     */
    public record Missing(String partyId, String form, String lastDeclarationId, String caseNumber, String event) {}

    /**
     * A taxpayer on the list.
     *
     * @param caseNumber opened for him, {@code null} before
     * @param lastCaseNumber of his newest declaration
     */
    public record Listed(
            String id, String partyId, int taxYear, String form, String caseNumber, String lastCaseNumber) {}

    /** The first day after the last of the terms: of the DN-1, 31 January or the next working day. */
    public LocalDate listDay(int year) {
        return manner.yearlyTerm(FilingDuty.PROPERTY.form(), year).plusDays(1);
    }

    /**
     * Bodies known as owners from a declaration of the last years without one for this year; a person counts if he filed as
     * a body does (PT-05). Empty until the terms of the year have passed.
     */
    public List<Missing> on(LocalDate day) {
        if (day.isBefore(listDay(day.getYear()))) {
            return List.of();
        }
        return jdbc.sql("""
                with known as (
                    select t.party_id, d.id, d.case_number, d.event, d.tax_year, d.received_on, t.kind, t.position,
                           d.form as filed,
                           case d.form when 'IN-1' then 'DN-1' when 'IR-1' then 'DR-1' when 'IL-1' then 'DL-1'
                                       else d.form end as form
                    from tax.declaration d join tax.declaration_taxpayer t on t.declaration_id = d.id
                    where d.tax_year between :year - :back and :year - 1)
                select distinct on (k.party_id, k.form) k.party_id, k.form, k.id, k.case_number, k.event
                from known k
                where (k.kind <> 'NATURAL' or k.filed = k.form and k.position = 0)
                  and not exists (select 1 from tax.declaration n
                                  join tax.declaration_taxpayer nt on nt.declaration_id = n.id
                                  where n.form = k.form and n.tax_year = :year and nt.party_id = k.party_id)
                order by k.party_id, k.form, k.tax_year desc, k.received_on desc, k.id
                """)
                .param("year", day.getYear())
                .param("back", YEARS_BACK)
                .query((row, number) -> new Missing(
                        row.getString("party_id"),
                        row.getString("form"),
                        row.getString("id"),
                        row.getString("case_number"),
                        row.getString("event")))
                .list();
    }

    /** Puts him on the list of the year; the id, unless he stood on it before. */
    Optional<String> list(Missing missing, int year, LocalDate today) {
        return jdbc.sql("""
                insert into tax.missing_declaration (id, party_id, tax_year, form, last_declaration_id, found_on)
                values (?, ?, ?, ?, ?, ?) on conflict (party_id, tax_year, form) do nothing returning id
                """)
                .params(
                        UUID.randomUUID().toString(),
                        missing.partyId(),
                        year,
                        missing.form(),
                        missing.lastDeclarationId(),
                        today)
                .query(String.class)
                .optional();
    }

    /** @throws IllegalArgumentException if there is none */
    Listed get(String id) {
        return jdbc.sql("""
                select m.id, m.party_id, m.tax_year, m.form, m.case_number, d.case_number as last_case_number
                from tax.missing_declaration m join tax.declaration d on d.id = m.last_declaration_id where m.id = ?
                """)
                .param(id)
                .query(Listed.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No missing declaration " + id));
    }

    /** Cases that wait for a declaration of one of the taxpayers. */
    List<String> casesWaitingFor(List<String> partyIds, String form, int year) {
        return jdbc.sql(
                        "select case_number from tax.missing_declaration where tax_year = :year"
                                + " and form = :form and party_id in (:parties) and case_number is not null and ended_on is null")
                .param("year", year)
                .param("form", form)
                .param("parties", partyIds)
                .query(String.class)
                .list();
    }

    boolean isFiled(Listed listed) {
        return jdbc.sql("""
                select exists (select from tax.declaration d
                               join tax.declaration_taxpayer t on t.declaration_id = d.id
                               where d.form = ? and d.tax_year = ? and t.party_id = ?)
                """)
                .params(listed.form(), listed.taxYear(), listed.partyId())
                .query(Boolean.class)
                .single();
    }

    /** The case of a declaration that came after all, while the office deals with its absence in this case. */
    Optional<String> filedAfterAll(String caseNumber) {
        return jdbc.sql("""
                select d.case_number
                from tax.missing_declaration m join tax.declaration d on d.form = m.form and d.tax_year = m.tax_year
                join tax.declaration_taxpayer t on t.declaration_id = d.id and t.party_id = m.party_id
                where m.case_number = ? order by d.received_on, d.id limit 1
                """).param(caseNumber).query(String.class).optional();
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
