package pl.obieg.correspondence.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.correspondence.web.Register.Column;
import pl.obieg.correspondence.web.RegisterView.Cell;
import pl.obieg.process.StaffDirectory;

/** Reads a page of a register. */
@Repository
class RegisterReader {

    static final int PAGE = 25;

    private final JdbcClient jdbc;

    private final StaffDirectory staff;
    private final OfficeClock clock;

    RegisterReader(JdbcClient jdbc, StaffDirectory staff, OfficeClock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param page from 1; one past the end shows the last */
    @Transactional(readOnly = true)
    public RegisterView read(Register register, String query, String sort, boolean descending, int page) {
        String pattern = "%" + query.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String where = " from " + register.table + " where (concat_ws(' ', " + String.join(", ", register.searched)
                + ") ilike ?";
        Map<String, String> names = staff.names();
        String[] logins = named(query.strip(), names);
        Optional<Column> person = register.columns.stream()
                .filter(column -> column.kind() == Register.Kind.PERSON)
                .findFirst();
        // the register keeps logins, people look for names
        where += " or " + person.map(column -> column.sql() + " = any(?)").orElse("cardinality(?::text[]) < 0") + ")";
        int total = jdbc.sql("select count(*)" + where)
                .params(pattern, logins)
                .query(Integer.class)
                .single();
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        Column sorted = register.sortedBy(sort);
        String columns = register.columns.stream().map(Column::sql).collect(Collectors.joining(", "));
        List<List<Cell>> rows = jdbc.sql("select " + columns + where + " order by " + sorted.orderBy(descending) + ", "
                        + register.key + " limit ? offset ?")
                .params(pattern, logins, PAGE, (shown - 1) * PAGE)
                .query((row, number) -> cells(register, row, names))
                .list();
        return new RegisterView(query, sorted.key(), descending, shown, pages, total, rows);
    }

    /** Logins of the staff whose name contains the text. */
    private static String[] named(String text, Map<String, String> names) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return names.entrySet().stream()
                .filter(person -> person.getValue().toLowerCase(Locale.ROOT).contains(wanted))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    private List<Cell> cells(Register register, ResultSet row, Map<String, String> names) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        for (Column column : register.columns) {
            cells.add(cell(column, row, names));
        }
        return cells;
    }

    private Cell cell(Column column, ResultSet row, Map<String, String> names) throws SQLException {
        String text = row.getString(column.sql());
        if (text == null) {
            return new Cell(null, null, false);
        }
        return switch (column.kind()) {
            case TEXT -> new Cell(text, null, false);
            case NUMBER -> new Cell(text, null, true);
            case DAY -> new Cell(Polish.day(row.getObject(column.sql(), LocalDate.class)), null, false);
            case TIME -> {
                Timestamp time = row.getTimestamp(column.sql());
                yield new Cell(Polish.time(time.toInstant()), null, false);
            }
            case CASE -> new Cell(text, Polish.caseHref(text), false);
            case DOCUMENT -> new Cell("Pokaż", "/dokumenty/" + text, false);
            case CHANNEL -> new Cell(Polish.channel(text), null, false);
            case DECISION -> new Cell(Polish.decision(text), null, false);
            case PERSON -> new Cell(names.getOrDefault(text, text), null, false);
            case LETTER -> new Cell(text, Polish.letterHref(text), false);
            case PLACE -> new Cell(text, Polish.placeHref(text), false);
            case STORE -> new Cell(Polish.store(text), null, false);
            case DUE -> {
                LocalDate due = row.getObject(column.sql(), LocalDate.class);
                yield new Cell(Polish.day(due) + (due.isBefore(clock.today()) ? " – po terminie" : ""), null, false);
            }
            case STATUS -> new Cell(Polish.status(text), null, false);
        };
    }
}
