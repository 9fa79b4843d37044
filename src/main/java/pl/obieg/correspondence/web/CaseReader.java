package pl.obieg.correspondence.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.correspondence.CorrespondenceSystem.DocumentKind;
import pl.obieg.correspondence.Retention;
import pl.obieg.exchange.CaseDeliveries;
import pl.obieg.process.StaffDirectory;

/** Reads a case file. */
@Repository
class CaseReader {

    private static final String EVENTS = """
            select at, text, clerk from (
              select registered_at as at, 1 as place, 0 as position,
                     'Zarejestrowano pismo ' || letter_number as text, null as clerk
                from correspondence.incoming where case_number = :case
              union all select recorded_at, 3, id, 'Dekretacja: ' || org_unit, clerk
                from correspondence.assignment where case_number = :case
              union all select filed_at, 2, position, 'Dołączono: ' || title, null
                from correspondence.case_document where case_number = :case
              union all select registered_at, 4, ordinal, 'Zarejestrowano decyzję ' || decision_number, null
                from correspondence.decision where case_number = :case
              union all select registered_at, 5, number, 'Zarejestrowano przesyłkę ' || outgoing_number, null
                from correspondence.outgoing where case_number = :case
              union all select noted_at, 6, 0, note, null
                from correspondence.case_note where case_number = :case
              union all select noted_at, 7, id, task || ' – ' || label || ': ' || note, clerk
                from correspondence.remark where case_number = :case or case_number is null and submission_id in
                  (select submission_id from correspondence.incoming where case_number = :case)
            ) happened order by at, place, position
            """;

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final Optional<CaseDeliveries> deliveries;

    CaseReader(JdbcClient jdbc, StaffDirectory staff, Optional<CaseDeliveries> deliveries) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.deliveries = deliveries;
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> read(String caseNumber) {
        return jdbc.sql("""
                select f.*, c.title as class_title, coalesce(f.category, c.category) as kept_as
                from correspondence.case_file f
                join correspondence.jrwa_class c on c.symbol = f.jrwa_class where case_number = ?
                """)
                .param(caseNumber)
                .query((row, number) -> facts(row))
                .optional()
                .map(facts -> new CaseView(
                        facts,
                        assignments(caseNumber),
                        documents(caseNumber),
                        decisions(caseNumber),
                        deliveries.map(shown -> shown.ofCase(caseNumber)).orElse(List.of()),
                        events(caseNumber)));
    }

    private CaseView.Facts facts(ResultSet row) throws SQLException {
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        String category = row.getString("kept_as");
        return new CaseView.Facts(
                row.getString("case_number"),
                row.getString("title"),
                row.getString("from_whom"),
                row.getString("letter_number"),
                row.getString("jrwa_class") + " – " + row.getString("class_title"),
                day(row, "opened_on"),
                row.getString("handling_unit"),
                name(row.getString("clerk")),
                day(row, "task_deadline"),
                closedOn != null,
                Polish.day(closedOn),
                row.getString("outcome"),
                Retention.inWords(category),
                closedOn == null ? List.of() : Retention.of(category, closedOn).steps());
    }

    private List<CaseView.Assignment> assignments(String caseNumber) {
        return jdbc.sql("select * from correspondence.assignment where case_number = ? order by id")
                .param(caseNumber)
                .query((row, number) -> new CaseView.Assignment(
                        time(row, "recorded_at"),
                        row.getString("org_unit"),
                        name(row.getString("clerk")),
                        day(row, "task_deadline"),
                        row.getString("instruction")))
                .list();
    }

    private List<CaseView.Document> documents(String caseNumber) {
        return jdbc.sql("select * from correspondence.case_document where case_number = ? order by position")
                .param(caseNumber)
                .query((row, number) -> new CaseView.Document(
                        row.getInt("position"),
                        DocumentKind.valueOf(row.getString("kind")).polish(),
                        row.getString("title"),
                        time(row, "filed_at"),
                        "/dokumenty/" + row.getString("document_id")))
                .list();
    }

    private List<CaseView.Decision> decisions(String caseNumber) {
        return jdbc.sql("select * from correspondence.decision where case_number = ? order by ordinal")
                .param(caseNumber)
                .query((row, number) -> new CaseView.Decision(
                        row.getString("decision_number"),
                        row.getString("register_number"),
                        Polish.decision(row.getString("kind")),
                        day(row, "issued_on"),
                        row.getString("document_id") == null ? null : "/dokumenty/" + row.getString("document_id")))
                .list();
    }

    private List<CaseView.Event> events(String caseNumber) {
        return jdbc.sql(EVENTS)
                .param("case", caseNumber)
                .query((row, number) -> new CaseView.Event(
                        time(row, "at"),
                        row.getString("text")
                                + (row.getString("clerk") == null ? "" : ", " + name(row.getString("clerk")))))
                .list();
    }

    private String name(String login) {
        return login == null ? null : staff.nameOf(login);
    }

    private static String day(ResultSet row, String column) throws SQLException {
        return Polish.day(row.getObject(column, LocalDate.class));
    }

    private static String time(ResultSet row, String column) throws SQLException {
        return Polish.time(row.getTimestamp(column).toInstant());
    }
}
