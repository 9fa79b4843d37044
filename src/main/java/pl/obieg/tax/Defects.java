package pl.obieg.tax;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What may be wrong with a submission, as codes in the variable {@code defects} and as the Polish sentences a clerk or
 * the sender reads.
 */
public final class Defects {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("NO_SIGNATURE", "Pismo nie jest podpisane."),
            Map.entry("SIGNATURE_BROKEN", "Podpis nie zgadza się z treścią pisma."),
            Map.entry("SIGNATURE_UNTRUSTED", "Podpisu nie można potwierdzić w zaufanym źródle."),
            Map.entry("SIGNER_NOT_TAXPAYER", "Podpisała osoba, która nie jest podatnikiem ani go nie reprezentuje."),
            Map.entry("POWER_OF_ATTORNEY_MISSING", "Brakuje pełnomocnictwa osoby, która podpisała pismo."),
            Map.entry("UNKNOWN_FORM", "Urząd nie rozpoznaje wzoru formularza."),
            Map.entry("UNKNOWN_VERSION", "Formularz jest w wersji, której urząd nie przyjmuje."),
            Map.entry("FORM_MISMATCH", "Treść pisma jest innym formularzem, niż podano przy złożeniu."),
            Map.entry("UNREADABLE", "Pliku nie da się odczytać albo wartość w polu jest niewłaściwa."),
            Map.entry("WRONG_OFFICE", "Pismo jest skierowane do innego organu podatkowego."),
            Map.entry("MISSING_YEAR", "Nie podano roku podatkowego."),
            Map.entry("MISSING_TAXPAYER", "Nie podano podatnika albo jego nazwiska lub nazwy."),
            Map.entry("MISSING_IDENTIFIER", "Nie podano numeru PESEL, NIP ani REGON podatnika."),
            Map.entry("MISSING_ADDRESS", "Nie podano pełnego adresu podatnika."),
            Map.entry("MISSING_OBJECTS", "Nie wykazano żadnego przedmiotu opodatkowania."),
            Map.entry("MISSING_MEASURE", "Przedmiot opodatkowania nie ma powierzchni ani wartości."),
            Map.entry("BAD_MEASURE", "Powierzchnia, wysokość albo wartość jest ujemna lub zerowa."),
            Map.entry("BAD_SHARE", "Udział jest niepełny albo większy od całości."),
            Map.entry("BAD_MONTHS", "Liczba miesięcy nie mieści się między 1 a 12."),
            Map.entry(
                    "MIXED_TITLES",
                    "Wskazano razem przedmioty, których podatnikami są różne osoby; każda z nich składa osobny formularz."),
            Map.entry("BAD_YEAR", "Rok podatkowy jest poza zakresem, który urząd rozlicza."),
            Map.entry("BAD_PESEL", "Numer PESEL jest nieprawidłowy."),
            Map.entry("BAD_NIP", "Numer NIP jest nieprawidłowy."),
            Map.entry("BAD_REGON", "Numer REGON jest nieprawidłowy."));

    private Defects() {}

    /** The sentence for one code. */
    public static String sentence(String code) {
        return SENTENCES.getOrDefault(code, "Pismo ma inny brak (" + code + ").");
    }

    /**
     * The sentences for the codes of the variable {@code defects}.
     *
     * @param codes joined by comma; {@code null} and "" give none
     */
    public static List<String> sentences(String codes) {
        if (codes == null || codes.isBlank()) {
            return List.of();
        }
        return Arrays.stream(codes.split(","))
                .map(String::strip)
                .map(Defects::sentence)
                .toList();
    }

    /** All codes with their sentences, for the system's page. */
    public static Map<String, String> all() {
        return SENTENCES;
    }
}
