package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import pl.obieg.process.LawGuard;
import pl.obieg.process.LawTables.Row;
import pl.obieg.process.LawTables.Table;

/**
 * INT-02 (OP art. 56 §1), checked for every row before a change of the table {@code stopa-odsetek} comes in force: twice
 * the lombard rate and two points, at least eight, from the day that both columns name, the newest row on top.
 */
@Component
class LawfulInterest implements LawGuard {

    private static final String RATES = "stopa-odsetek";
    private static final BigDecimal TWO = new BigDecimal("2");
    private static final BigDecimal LEAST = new BigDecimal("8");
    private static final Pattern FROM = Pattern.compile(">=\\s*date and time\\(\"(\\d{4}-\\d{2}-\\d{2})T00:00:00\"\\)");
    private static final Pattern NUMBER = Pattern.compile("\"(\\d{1,3}(?:\\.\\d{1,4})?)\"");

    @Override
    public List<String> objections(Proposed law) {
        List<String> objections = new ArrayList<>();
        if (law.brings(RATES)) {
            law.table(RATES).ifPresent(table -> {
                LocalDate above = LocalDate.MAX;
                for (Row row : table.rows()) {
                    String condition = table.condition(row, "day");
                    Optional<LocalDate> from = from(condition);
                    String named = "Stopa odsetek, wiersz „" + condition + "”";
                    if (from.isEmpty()) {
                        objections.add(
                                named + ": warunek powinien brzmieć np. >= date and time(\"2026-03-05T00:00:00\").");
                        continue;
                    }
                    if (!table.outcome(row, "validFrom").equals("\"" + from.get() + "\"")) {
                        objections.add(named + ": pierwszy dzień w wyniku ("
                                + table.outcome(row, "validFrom").replace("\"", "")
                                + ") jest inny niż w warunku (" + from.get() + ").");
                    }
                    if (!from.get().isBefore(above)) {
                        objections.add(named + " stoi pod wierszem od dnia " + above
                                + ": najnowszy wiersz powinien być na górze.");
                    }
                    above = from.get();
                    rate(table, row).ifPresent(wrong -> objections.add(named + ": " + wrong));
                }
            });
        }
        return objections;
    }

    private static Optional<LocalDate> from(String condition) {
        Matcher matcher = FROM.matcher(condition);
        try {
            return matcher.matches() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
        } catch (java.time.DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> rate(Table table, Row row) {
        Optional<BigDecimal> rate = number(table.outcome(row, "rate"));
        String cell = table.outcome(row, "lombardRate");
        // Before the lombard rate stands in the table, the lowest rate held.
        Optional<BigDecimal> lombard = cell.equals("\"-\"") ? Optional.of(BigDecimal.ZERO) : number(cell);
        if (rate.isEmpty() || lombard.isEmpty()) {
            return Optional.of("stopa i stopa lombardowa powinny być liczbami z kropką, w cudzysłowie.");
        }
        BigDecimal lawful = lombard.get().multiply(TWO).add(TWO).max(LEAST);
        return rate.get().compareTo(lawful) == 0
                ? Optional.empty()
                : Optional.of("stopa " + rate.get() + " % nie zgadza się ze stopą lombardową "
                        + cell.replace("\"", "") + " %: dwukrotność i 2 punkty, nie mniej niż 8 %, to "
                        + lawful.stripTrailingZeros().toPlainString() + " % (art. 56 § 1 Ordynacji podatkowej).");
    }

    private static Optional<BigDecimal> number(String cell) {
        Matcher matcher = NUMBER.matcher(cell);
        return matcher.matches() ? Optional.of(new BigDecimal(matcher.group(1))) : Optional.empty();
    }
}
