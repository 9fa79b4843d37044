package pl.obieg.correspondence.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.correspondence.web.Register.Column;
import pl.obieg.correspondence.web.RegisterView.Cell;

/** Reads a page of a register. */
@Repository
class RegisterReader {

    static final int PAGE = 25;

    private final JdbcClient jdbc;

    RegisterReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param page from 1; one past the end shows the last */
    @Transactional(readOnly = true)
    public RegisterView read(Register register, String query, String sort, boolean descending, int page) {
        String pattern = "%" + query.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String where = " from " + register.table + " where concat_ws(' ', " + String.join(", ", register.searched)
                + ") ilike ?";
        int total = jdbc.sql("select count(*)" + where)
                .param(pattern)
                .query(Integer.class)
                .single();
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        Column sorted = register.sortedBy(sort);
        String columns = register.columns.stream().map(Column::sql).collect(Collectors.joining(", "));
        List<List<Cell>> rows = jdbc.sql("select " + columns + where + " order by " + sorted.orderBy(descending) + ", "
                        + register.key + " limit ? offset ?")
                .params(pattern, PAGE, (shown - 1) * PAGE)
                .query((row, number) -> cells(register, row))
                .list();
        return new RegisterView(query, sorted.key(), descending, shown, pages, total, rows);
    }

    private static List<Cell> cells(Register register, ResultSet row) throws SQLException {
        List<Cell> cells = new ArrayList<>();
        for (Column column : register.columns) {
            cells.add(cell(column, row));
        }
        return cells;
    }

    private static Cell cell(Column column, ResultSet row) throws SQLException {
        String text = row.getString(column.sql());
        if (text == null) {
            return new Cell(null, null, false);
        }
        return switch (column.kind()) {
            case TEXT -> new Cell(text, null, false);
            case NUMBER -> new Cell(text, null, true);
            case DAY -> new Cell(Polish.day(row.getObject(column.sql(), java.time.LocalDate.class)), null, false);
            case TIME -> {
                Timestamp time = row.getTimestamp(column.sql());
                yield new Cell(Polish.time(time.toInstant()), null, false);
            }
            case CASE -> new Cell(text, Polish.caseHref(text), false);
            case DOCUMENT -> new Cell("Pokaż", "/dokumenty/" + text, false);
            case CHANNEL -> new Cell(Polish.channel(text), null, false);
            case STATUS -> new Cell(Polish.status(text), null, false);
        };
    }
}
