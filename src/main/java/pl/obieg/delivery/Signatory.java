package pl.obieg.delivery;

import java.time.LocalDate;
import java.util.List;

/**
 * An authorisation in writing to sign letters in the name of the organ (OP art. 143), or the organ itself.
 *
 * @param login of the person in the office's staff
 * @param person first and last name, as on the letter
 * @param post as on the letter
 * @param basis the authorisation: number and day
 * @param validTo last day, {@code null} if until further notice
 */
public record Signatory(
        long id,
        String login,
        String person,
        String post,
        List<LetterKind> kinds,
        String basis,
        LocalDate validFrom,
        LocalDate validTo) {

    boolean maySign(LetterKind kind, LocalDate day) {
        return kinds.contains(kind) && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
