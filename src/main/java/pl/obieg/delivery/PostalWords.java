package pl.obieg.delivery;

import java.util.Map;
import java.util.Set;

/**
 * The words of the designated operator's electronic receipts (EPO) and what they mean by rulebook 4.5. The receipt of a
 * registered letter and that of the hybrid service use the same ones.
 */
public final class PostalWords {

    private static final Set<String> ADDRESSEE = Set.of(
            "ADRESAT",
            "ADRESAT_KTORY_NIE_MOGL",
            "PELNOMOCNIK_POCZTOWY",
            "PELNOMOCNIK_ADRESATA",
            "PRZEDSTAWICIEL_USTAWOWY",
            "PRZEDSTAWICIEL_ADRESATA",
            "PROKURENT",
            "UPOWAZNIONY_PRACOWNIK",
            "OSOBA_UPRAWNIONA_DO_REPREZENTACJI",
            "OSOBA_UPRAWNIONA_DO_ODBIORU",
            "OSOBA_UPOWAZNIONA_DO_ODB_KORESP",
            "OSOBA_UPOWAZNIONA_DO_REPREZENT_ADRESATA",
            "OSOBA_UPOWAZNIONA_PRZEZ_PRACODAWCE",
            "KIEROWNIK_JEDNOSTKI_LUB_UPOWAZNIONY");

    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("ADRESAT", "ADDRESSEE"),
            Map.entry("ADRESAT_KTORY_NIE_MOGL", "ADDRESSEE"),
            Map.entry("PELNOLETNI_DOMOWNIK", "ADULT_HOUSEHOLD"),
            Map.entry("DOROSLY_DOMOWNIK", "ADULT_HOUSEHOLD"),
            Map.entry("SASIAD", "NEIGHBOUR"),
            Map.entry("DOZORCA_DOMU", "CARETAKER"),
            Map.entry("ADMINISTRACJA_DOMU", "MANAGER"),
            Map.entry("ZARZADCA_DOMU", "MANAGER"),
            Map.entry("UPOWAZNIONY_PRACOWNIK", "EMPLOYEE_OF_SEAT"),
            Map.entry("OSOBA_UPOWAZNIONA_PRZEZ_PRACODAWCE", "EMPLOYEE_OF_SEAT"));

    private static final Map<String, String> PLACES = Map.of(
            "SKRZYNKA_ODDAWCZA", "BOX",
            "SKRYTKA_POCZTOWA", "BOX",
            "DRZWI_MIESZKANIA", "DOOR",
            "DRZWI_INNEGO_POMIESZCZENIA", "DOOR",
            "DRZWI_BIURA", "DOOR",
            "PRZY_WEJSCIU_NA_POSESJE", "ENTRANCE",
            "INNE_WIDOCZNE_MIEJSCE", "ENTRANCE");

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("ODMOWA", "REFUSED"),
            Map.entry("ADRESAT_NIE_PODJAL", "NOT_COLLECTED"),
            Map.entry("NIE_PODJETO", "NOT_COLLECTED"),
            Map.entry("ADRESAT_NIE_ZGLASZA_SIE", "NOT_COLLECTED"),
            Map.entry("ADRESAT_WYPROWADZIL_SIE", "MOVED"),
            Map.entry("ADRESAT_ZMARL", "DEAD"),
            Map.entry("ADRESAT_NIEZNANY", "UNKNOWN"),
            Map.entry("ADRESAT_NIEODNALEZIONY", "UNKNOWN"),
            Map.entry("ADRES_NIEPELNY", "ADDRESS_INCOMPLETE"),
            Map.entry("ADRES_BLEDNY", "ADDRESS_INCOMPLETE"),
            Map.entry("ADRES_NIEZGODNY", "ADDRESS_INCOMPLETE"),
            Map.entry("ADRES_NIEZNALEZIONY", "ADDRESS_INCOMPLETE"));

    private PostalWords() {}

    /** Who received it: {@code receiverRole}. */
    public static String role(String receiver) {
        return ROLES.getOrDefault(receiver, "AUTHORISED");
    }

    /** Where a notice was left: {@code noticePlacedWhere}; {@code null} for other words. */
    public static String place(String word) {
        return PLACES.get(word);
    }

    /** Why it came back: {@code returnReason}; {@code UNCLEAR} for other words. */
    public static String reason(String cause) {
        return REASONS.getOrDefault(cause, "UNCLEAR");
    }

    /** Whether the addressee or one acting for him received it; a box or a door is no substitute either. */
    public static Evidence.Kind handedTo(String receiver) {
        return receiver.isEmpty() || ADDRESSEE.contains(receiver) || PLACES.containsKey(receiver)
                ? Evidence.Kind.SIGNED
                : Evidence.Kind.SUBSTITUTE_SIGNED;
    }

    /** An EPO is signed on the postman's device; a letter left in a box bears no signature. */
    public static boolean signed(String receiver) {
        return !PLACES.containsKey(receiver);
    }
}
