package pl.obieg.delivery.web;

import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.delivery.PrintSignings;

/** The Polish words for codes of the register. */
final class DeliveryWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static final Map<String, String> STATUSES = words(
            "PREPARED", "Przygotowane",
            "SENT", "Wysłane",
            "DELIVERED", "Doręczone",
            "SUBSTITUTE", "Doręczone zastępczo",
            "DEEMED", "Uznane za doręczone",
            "REFUSED", "Odmowa przyjęcia",
            "FAILED", "Niedoręczone",
            "DEFECTIVE", "Potwierdzenie wadliwe");

    static final Map<String, String> CHANNELS = words(
            "ADE", "e-Doręczenia",
            "ADE_QERDS", "e-Doręczenia (adres z wniosku)",
            "EPUAP", "ePUAP",
            "REGISTERED", "List polecony",
            "REGISTERED_ABROAD", "List polecony za granicę",
            "PUH", "Publiczna usługa hybrydowa",
            "OFFICE", "Odbiór w urzędzie",
            "COURIER", "Goniec",
            "SOLTYS", "Sołtys",
            "BY_HAND", "Poza systemem");

    static final Map<String, String> KINDS = words(
            "SENT", "Nadano",
            "INFLOW", "Wpłynęło do skrzynki",
            "COLLECTED", "Odebrano elektronicznie",
            "FICTION", "Upływ 14 dni",
            "FIRST_NOTICE", "Pierwsze awizo",
            "SECOND_NOTICE", "Drugie awizo",
            "SIGNED", "Odebrano za podpisem",
            "SUBSTITUTE_SIGNED", "Odebrał ktoś za adresata",
            "REFUSED", "Odmowa przyjęcia",
            "RETURNED", "Zwrot",
            "FAILED", "Nie udało się doręczyć");

    /** Results of D14 after which the letter counts as delivered. */
    static final List<String> EFFECTIVE = List.of("DELIVERED", "SUBSTITUTE", "DEEMED", "REFUSED");

    /** Channels whose receipt is a card. */
    static final List<String> PAPER =
            List.of("REGISTERED", "REGISTERED_ABROAD", "PUH", "OFFICE", "COURIER", "SOLTYS", "BY_HAND");

    private DeliveryWords() {}

    /** One print as a sentence: "Podpisał(a) 12.02.2026: Jan Nowak, wójt (upoważnienie 3/2026)." */
    static String signing(PrintSignings.Signing print) {
        String remark = print.remark() == null || print.remark().isBlank() ? "" : " " + print.remark();
        return print.signed()
                ? "Podpisał(a) własnoręcznie " + DAY.format(print.signedOn()) + ": " + print.person() + ", "
                        + print.post() + " (" + print.basis() + ")." + remark
                : "Nie podpisano wydruku:" + remark;
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            words.put(pairs[at], pairs[at + 1]);
        }
        return Collections.unmodifiableMap(words);
    }
}
