package pl.obieg.delivery.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import pl.obieg.delivery.Arrangement;
import pl.obieg.delivery.Representative;
import pl.obieg.exchange.Address;

/** An arrangement as a clerk types it. Empty fields are {@code null}. */
public record ArrangementForm(
        Arrangement.Kind kind,
        String caseNumber,
        String representativeName,
        Representative.Role representativeRole,
        boolean professional,
        String ade,
        String street,
        String building,
        String flat,
        String postcode,
        String place,
        String country,
        String basis,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validFrom,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validTo) {

    private static final int LONGEST_BASIS = 300;
    private static final int LONGEST_NAME = 200;

    static ArrangementForm emptyFor(String caseNumber) {
        return new ArrangementForm(
                null, caseNumber, null, null, false, null, null, null, null, null, null, null, null, null, null);
    }

    /** What the clerk must correct: field and Polish sentence. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (kind == null) {
            errors.put("kind", "Wskaż, czego dotyczy wpis.");
            return errors;
        }
        if (kind.ofOneCase() && caseNumber == null) {
            errors.put("caseNumber", "Ten wpis dotyczy pisma w jednej sprawie: podaj jej znak.");
        }
        if (kind == Arrangement.Kind.REPRESENTATIVE) {
            representative(errors);
        }
        if (kind == Arrangement.Kind.ADDRESS && !addressGiven()) {
            errors.put("building", "Podaj numer domu, kod pocztowy i miejscowość.");
        }
        if (basis == null || basis.length() > LONGEST_BASIS) {
            errors.put("basis", "Wpisz, skąd to wiadomo, najwyżej " + LONGEST_BASIS + " znaków.");
        }
        lengths(errors);
        if (validFrom == null) {
            errors.put("validFrom", "Podaj dzień, od którego wpis obowiązuje.");
        } else if (validTo != null && validTo.isBefore(validFrom)) {
            errors.put("validTo", "Koniec nie może być wcześniejszy niż początek.");
        }
        return errors;
    }

    private void representative(Map<String, String> errors) {
        if (representativeName == null || representativeName.length() > LONGEST_NAME) {
            errors.put("representativeName", "Wpisz, do kogo idą pisma, najwyżej " + LONGEST_NAME + " znaków.");
        }
        if (representativeRole == null) {
            errors.put("representativeRole", "Wskaż, w jakim charakterze działa.");
        }
        if (professional && ade == null) {
            errors.put("ade", "Zawodowemu pełnomocnikowi doręcza się elektronicznie: podaj jego adres.");
        }
        if (ade == null && !addressGiven()) {
            errors.put(
                    "building", "Podaj adres pocztowy pełnomocnika (numer domu, kod, miejscowość) albo elektroniczny.");
        }
    }

    private void lengths(Map<String, String> errors) {
        limit(errors, "caseNumber", caseNumber, 60, "Znak sprawy może mieć");
        limit(errors, "ade", ade, 200, "Adres do doręczeń elektronicznych może mieć");
        limit(errors, "street", street, 200, "Ulica może mieć");
        limit(errors, "building", building, 20, "Numer domu może mieć");
        limit(errors, "flat", flat, 20, "Numer lokalu może mieć");
        limit(errors, "postcode", postcode, 10, "Kod pocztowy może mieć");
        limit(errors, "place", place, 100, "Miejscowość może mieć");
        limit(errors, "country", country, 2, "Kraj to kod, który może mieć");
    }

    private static void limit(Map<String, String> errors, String field, String value, int most, String what) {
        if (value != null && value.length() > most) {
            errors.putIfAbsent(field, what + " najwyżej " + most + " znaków.");
        }
    }

    private boolean addressGiven() {
        return building != null && postcode != null && place != null;
    }

    Arrangement arrangement(String partyId) {
        boolean agent = kind == Arrangement.Kind.REPRESENTATIVE;
        boolean located = agent || kind == Arrangement.Kind.ADDRESS;
        return new Arrangement(
                0,
                partyId,
                caseNumber,
                kind,
                agent ? new Representative(representativeName, representativeRole) : null,
                agent && professional,
                agent ? ade : null,
                located && addressGiven()
                        ? new Address(street, building, flat, postcode, place, country == null ? "PL" : country)
                        : null,
                basis,
                validFrom,
                validTo,
                null,
                null);
    }
}
