package pl.obieg.ledger.bank;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.Zloty;
import pl.obieg.ledger.bank.Mt940Fields.Field;
import pl.obieg.ledger.bank.Statement.Movement;

/**
 * Reads SWIFT MT940 statements in złoty. A statement whose opening balance and movements do not give its closing
 * balance is refused: then lines are missing, doubled or changed.
 */
final class Mt940 {

    private static final String AMOUNT = "(\\d{1,12},\\d{0,2})";
    private static final Pattern BALANCE = Pattern.compile("([CD])(\\d{6})([A-Z]{3})" + AMOUNT);
    private static final Pattern LINE = Pattern.compile(
            "(\\d{6})(?:\\d{4})?(R?[CD])[A-Z]?" + AMOUNT + "[A-Z][A-Z0-9]{3}([^/]*(?:/(?!/)[^/]*)*)(?://(.*))?");

    private final List<Statement> statements = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private boolean open;
    private int openedAt;
    private String account;
    private String number;
    private BigDecimal opening;
    private BigDecimal closing;
    private Movement pending;

    private Mt940() {}

    /** @throws BadBankFile if any part of it cannot be read or does not add up */
    static List<Statement> read(String text) {
        Mt940 reader = new Mt940();
        Mt940Fields.of(text).forEach(reader::take);
        reader.end();
        if (reader.statements.isEmpty()) {
            throw new BadBankFile("Plik nie zawiera żadnego wyciągu MT940.");
        }
        return List.copyOf(reader.statements);
    }

    private void take(Field field) {
        if (!open && !"20".equals(field.tag())) {
            throw BadBankFile.at(field.lineNumber(), "wyciąg musi zaczynać się od pola :20:.");
        }
        switch (field.tag()) {
            case "20" -> begin(field);
            case "25" -> account = account(field);
            case "28", "28C" -> number = field.first();
            case "60F", "60M" -> opening = balance(field);
            case "61" -> line(field);
            case "86" -> details(field);
            case "62F", "62M" -> closing = balance(field);
            case "-" -> end();
            default -> flush();
        }
    }

    private void begin(Field field) {
        end();
        open = true;
        openedAt = field.lineNumber();
    }

    private void end() {
        if (!open) {
            return;
        }
        flush();
        require(account != null, "brak rachunku (pole :25:).");
        require(opening != null, "brak salda początkowego (pole :60F:).");
        require(closing != null, "wyciąg urywa się – brak salda końcowego (pole :62F:).");
        Statement statement =
                new Statement(account, number == null ? "" : number, opening, closing, List.copyOf(movements));
        require(
                statement.computedClosing().compareTo(closing) == 0,
                "saldo początkowe %s i operacje dają %s, a bank podał saldo końcowe %s."
                        .formatted(Zloty.text(opening), Zloty.text(statement.computedClosing()), Zloty.text(closing)));
        statements.add(statement);
        movements.clear();
        open = false;
        account = null;
        number = null;
        opening = null;
        closing = null;
    }

    private void require(boolean given, String polishReason) {
        if (!given) {
            throw BadBankFile.at(openedAt, polishReason);
        }
    }

    private void line(Field field) {
        flush();
        if (opening == null || closing != null) {
            throw BadBankFile.at(field.lineNumber(), "operacja poza saldem początkowym i końcowym.");
        }
        Matcher parts = LINE.matcher(field.first());
        if (!parts.matches()) {
            throw BadBankFile.at(field.lineNumber(), "nieczytelna operacja (pole :61:).");
        }
        BigDecimal amount = amount(parts.group(3));
        if (amount.signum() == 0) {
            throw BadBankFile.at(field.lineNumber(), "operacja na kwotę 0 zł.");
        }
        String mark = parts.group(2);
        boolean credit = "C".equals(mark) || "RD".equals(mark);
        String reference = parts.group(5) == null ? "" : parts.group(5).strip();
        pending = new Movement(date(parts.group(1), field), amount, credit, reference, "");
    }

    private void details(Field field) {
        if (pending != null && closing == null) {
            movements.add(new Movement(
                    pending.valueDate(), pending.amount(), pending.credit(), pending.bankReference(), field.joined()));
            pending = null;
        }
    }

    private void flush() {
        if (pending != null) {
            movements.add(pending);
            pending = null;
        }
    }

    private BigDecimal balance(Field field) {
        flush();
        Matcher parts = BALANCE.matcher(field.first());
        if (!parts.matches()) {
            throw BadBankFile.at(field.lineNumber(), "nieczytelne saldo (pole :" + field.tag() + ":).");
        }
        if (!"PLN".equals(parts.group(3))) {
            throw BadBankFile.at(
                    field.lineNumber(), "wyciąg w walucie " + parts.group(3) + "; przyjmowane są tylko złote.");
        }
        BigDecimal amount = amount(parts.group(4));
        return "C".equals(parts.group(1)) ? amount : amount.negate();
    }

    private static String account(Field field) {
        String digits = field.first().replaceFirst("^/?(?:PL)?", "").replace(" ", "");
        if (!Nrb.isValid(digits)) {
            throw BadBankFile.at(field.lineNumber(), "błędny numer rachunku (pole :25:).");
        }
        return digits;
    }

    private static BigDecimal amount(String withComma) {
        return new BigDecimal(withComma.replace(',', '.') + (withComma.endsWith(",") ? "0" : "")).setScale(2);
    }

    private static LocalDate date(String yymmdd, Field field) {
        try {
            return LocalDate.of(
                    2000 + Integer.parseInt(yymmdd.substring(0, 2)),
                    Integer.parseInt(yymmdd.substring(2, 4)),
                    Integer.parseInt(yymmdd.substring(4)));
        } catch (DateTimeException impossible) {
            throw BadBankFile.at(field.lineNumber(), "niemożliwa data " + yymmdd + ".");
        }
    }
}
