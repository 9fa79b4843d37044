package pl.obieg.ledger.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.obieg.process.LawGuard;

/** Figures and days that {@link LegalFigures} could not read must not come in force: "16,00" would stop the ledger. */
@Component
class ReadableFigures implements LawGuard {

    @Override
    public List<String> objections(Proposed law) {
        List<String> objections = new ArrayList<>();
        if (law.brings("progi-i-koszty")) {
            law.table("progi-i-koszty")
                    .ifPresent(table -> table.rows().stream()
                            .filter(row -> !table.outcome(row, "value").matches("\"\\d+(\\.\\d+)?\""))
                            .forEach(row -> objections.add("Progi i koszty, " + table.condition(row, "figure")
                                    + ": wartość powinna być liczbą z kropką, w cudzysłowie, np. \"16.00\".")));
        }
        if (law.brings("sprawdzono-do")) {
            law.table("sprawdzono-do")
                    .ifPresent(table -> table.rows().stream()
                            .filter(row -> !isDay(table.outcome(row, "checkedUntil")))
                            .forEach(row -> objections.add("Do kiedy sprawdzono, " + table.condition(row, "table")
                                    + ": dzień powinien być zapisany w cudzysłowie, np. \"2026-03-05\".")));
            if (law.ask("sprawdzono-do", Map.of("table", "stopa-odsetek")).isEmpty()) {
                objections.add("W tabeli „Do kiedy sprawdzono” brakuje wiersza stopa-odsetek (UR-26).");
            }
        }
        return objections;
    }

    private static boolean isDay(String cell) {
        try {
            return cell.matches("\"[^\"]+\"") && LocalDate.parse(cell.replace("\"", "")) != null;
        } catch (DateTimeException noDay) {
            return false;
        }
    }
}
