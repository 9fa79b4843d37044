package pl.obieg.ledger.bank;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;
import pl.obieg.ledger.BankLine;
import pl.obieg.ledger.BankSettings;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.StatementProfile;
import pl.obieg.ledger.bank.Statement.Movement;

/** Turns the bytes of a bank file into lines in the office's words, by the profile of the bank. */
@Component
class StatementReader {

    private static final int REFERENCE_LENGTH = 80;
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final BankSettings settings;
    private final StatementProfile profile;

    StatementReader(BankSettings settings) {
        this.settings = settings;
        this.profile = settings.profile();
    }

    /** @throws BadBankFile if any part of the file cannot be read or does not add up */
    List<BankLine> read(byte[] bytes) {
        List<BankLine> lines = new ArrayList<>();
        for (Statement statement : Mt940.read(decode(bytes))) {
            if (!settings.accounts().isEmpty() && !settings.accounts().contains(statement.account())) {
                throw new BadBankFile("Wyciąg dotyczy rachunku " + Nrb.spaced(statement.account())
                        + ", którego nie ma na liście rachunków urzędu.");
            }
            for (int i = 0; i < statement.movements().size(); i++) {
                lines.add(line(statement, i));
            }
        }
        return lines;
    }

    private String decode(byte[] bytes) {
        try {
            return profile.encoding()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new BadBankFile("Plik nie jest zapisany w kodowaniu " + profile.encoding() + ".");
        }
    }

    private BankLine line(Statement statement, int position) {
        Movement movement = statement.movements().get(position);
        LineDetails details = LineDetails.of(movement.details(), profile);
        String sender = details.compact(profile.senderAccount());
        return new BankLine(
                statement.account(),
                reference(statement, position, details),
                movement.credit(),
                movement.amount(),
                movement.valueDate(),
                paidOn(details, movement),
                payerAccount(details),
                sender == null ? null : cut(sender.replaceFirst("^PL", ""), 34),
                cut(details.text(profile.sender()), 300),
                cut(details.text(profile.title()), 500));
    }

    /** The bank's number of the transaction, else its reference of the line, else the place in the statement. */
    private String reference(Statement statement, int position, LineDetails details) {
        String number = details.compact(profile.reference());
        if (number == null) {
            number = statement.movements().get(position).bankReference();
        }
        return number.isEmpty()
                ? "wyciąg " + statement.number() + " poz. " + (position + 1)
                : cut(number, REFERENCE_LENGTH);
    }

    private LocalDate paidOn(LineDetails details, Movement movement) {
        String day = profile.debitedOn().isBlank() ? null : details.compact(profile.debitedOn());
        if (day == null) {
            return movement.valueDate();
        }
        try {
            return day.contains(".") ? LocalDate.parse(day, DOTTED) : LocalDate.parse(day);
        } catch (DateTimeParseException unreadable) {
            throw new BadBankFile("Nieczytelna data obciążenia rachunku płatnika (" + profile.debitedOn() + ").");
        }
    }

    /** NRB, or client part of a mass-payment id, or {@code null}. */
    private String payerAccount(LineDetails details) {
        for (String label : profile.payerAccount()) {
            String value = details.compact(label);
            if (value != null) {
                String digits = value.replaceFirst("^PL", "");
                if (Nrb.isValid(digits)) {
                    return digits;
                }
                Matcher id = profile.massPaymentId().matcher(value);
                if (id.matches()) {
                    return id.group(1);
                }
            }
        }
        return null;
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
