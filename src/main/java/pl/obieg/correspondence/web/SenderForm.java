package pl.obieg.correspondence.web;

import java.util.Map;
import pl.obieg.exchange.Address;
import pl.obieg.exchange.Identifiers;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;

/**
 * A sender who is not in the client base, as the registry types him. Empty fields are {@code null}.
 *
 * @param senderKind {@code NATURAL} or {@code LEGAL}
 * @param identifier PESEL, NIP or REGON
 */
public record SenderForm(
        String senderKind,
        String firstName,
        String lastName,
        String name,
        String identifier,
        String street,
        String building,
        String flat,
        String postcode,
        String place) {

    private static final int PESEL = 11;
    private static final int NIP = 10;

    static final SenderForm EMPTY = new SenderForm("NATURAL", null, null, null, null, null, null, null, null, null);

    private boolean natural() {
        return !"LEGAL".equals(senderKind);
    }

    private String digits() {
        return identifier == null ? null : identifier.replaceAll("[\\s-]", "");
    }

    /** Adds what the clerk must correct: field and Polish sentence. */
    void check(Map<String, String> errors, Parties parties) {
        if (natural() && (firstName == null || lastName == null)) {
            errors.put(firstName == null ? "firstName" : "lastName", "Podaj imię i nazwisko nadawcy.");
        }
        if (!natural() && name == null) {
            errors.put("name", "Podaj nazwę nadawcy.");
        }
        PaperForm.tooLong(errors, "firstName", firstName, 100);
        PaperForm.tooLong(errors, "lastName", lastName, 100);
        PaperForm.tooLong(errors, "name", name, 300);
        PaperForm.tooLong(errors, "street", street, 200);
        PaperForm.tooLong(errors, "building", building, 20);
        PaperForm.tooLong(errors, "flat", flat, 20);
        PaperForm.tooLong(errors, "place", place, 100);
        checkIdentifier(errors, parties);
        if (postcode != null && !postcode.matches("\\d{2}-\\d{3}")) {
            errors.put("postcode", "Kod pocztowy ma postać 00-000.");
        }
        boolean partly = street != null || building != null || flat != null || postcode != null || place != null;
        if (partly && (building == null || postcode == null || place == null)) {
            errors.putIfAbsent(
                    place == null ? "place" : postcode == null ? "postcode" : "building",
                    "Adres ma co najmniej numer domu, kod pocztowy i miejscowość. Jeżeli pismo go nie podaje, zostaw puste.");
        }
    }

    private void checkIdentifier(Map<String, String> errors, Parties parties) {
        String number = digits();
        if (number == null) {
            return;
        }
        boolean right = natural()
                ? Identifiers.isPesel(number) || Identifiers.isNip(number)
                : Identifiers.isNip(number) || Identifiers.isRegon(number);
        if (!right) {
            errors.put(
                    "identifier",
                    natural() ? "To nie jest prawidłowy PESEL ani NIP." : "To nie jest prawidłowy NIP ani REGON.");
        } else if (parties.byIdentifier(number).isPresent()) {
            errors.put("identifier", "Nadawca o tym numerze jest już w bazie. Wróć i wyszukaj go po numerze.");
        }
    }

    Party party() {
        String number = digits();
        boolean known = place != null;
        Address address = new Address(
                known ? street : null,
                known ? building : null,
                known ? flat : null,
                known ? postcode : null,
                place,
                "PL");
        String pesel = number != null && number.length() == PESEL ? number : null;
        String nip = number != null && number.length() == NIP ? number : null;
        String regon = natural() || pesel != null || nip != null ? null : number;
        return natural()
                ? new Party(null, Party.Kind.NATURAL, firstName, lastName, null, pesel, nip, null, address)
                : Party.legal(name, nip, regon, address);
    }

    /** Without what was typed, since it is personal data. */
    @Override
    public String toString() {
        return "SenderForm[" + senderKind + "]";
    }
}
