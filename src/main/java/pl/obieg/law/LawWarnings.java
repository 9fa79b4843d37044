package pl.obieg.law;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import pl.obieg.process.LawTables;
import pl.obieg.process.LawTables.Row;
import pl.obieg.process.LawTables.Table;

/** What in the tables in force somebody must still look up: figures nobody has checked lately (UR-26), and substitutes. */
@Service
public class LawWarnings {

    /** Begins the note of a row whose true figure was not at hand. */
    private static final String SUBSTITUTE = "WARTOŚĆ ZASTĘPCZA";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.MM.yyyy");

    private final LawTables tables;

    LawWarnings(LawTables tables) {
        this.tables = tables;
    }

    /** Polish sentences. */
    public List<String> on(LocalDate day) {
        List<String> warnings = new ArrayList<>();
        tables.inForce("sprawdzono-do")
                .ifPresent(table -> table.rows().forEach(row -> {
                    LocalDate until = LocalDate.parse(bare(table.outcome(row, "checkedUntil")));
                    if (day.isAfter(until)) {
                        String key = bare(table.condition(row, "table"));
                        warnings.add("Tabelę „"
                                + tables.inForce(key).map(Table::name).orElse(key) + "” sprawdzono do dnia "
                                + DAY.format(until) + ". Sprawdź: " + bare(table.outcome(row, "source"))
                                + ", a potem wpisz nową wartość albo tylko nowy dzień w tabeli „" + table.name()
                                + "”.");
                    }
                }));
        for (LawTables.Version version : tables.inForce()) {
            tables.inForce(version.key())
                    .ifPresent(table -> table.rows().stream()
                            .filter(row -> row.note().contains(SUBSTITUTE))
                            .forEach(row -> warnings.add(substitute(table, row))));
        }
        return warnings;
    }

    private static String substitute(Table table, Row row) {
        return "Tabela „" + table.name() + "”, " + TableChange.when(row) + ": " + row.note() + ".";
    }

    private static String bare(String cell) {
        return cell.replace("\"", "");
    }
}
