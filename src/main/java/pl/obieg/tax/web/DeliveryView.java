package pl.obieg.tax.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.obieg.exchange.Receipt;
import pl.obieg.tax.assessment.DecisionReceipts;
import pl.obieg.tax.assessment.DecisionRegister;
import pl.obieg.tax.assessment.Polish;

/** How the decision reached an addressee, in Polish words for the template. */
final class DeliveryView {

    private static final Map<String, String> STATUSES = Map.of(
            "DELIVERED", "doręczono",
            "SUBSTITUTE", "doręczono zastępczo",
            "DEEMED", "uznano za doręczone",
            "REFUSED", "odmowa przyjęcia (doręczono)",
            "FAILED", "nie doręczono",
            "DEFECTIVE", "potwierdzenie wadliwe");

    private static final Map<String, String> CHANNELS = Map.of(
            "ADE", "e-Doręczenia",
            "ADE_QERDS", "e-Doręczenia",
            "EPUAP", "ePUAP",
            "REGISTERED", "list polecony",
            "OFFICE", "odbiór w urzędzie",
            "COURIER", "goniec",
            "SOLTYS", "sołtys",
            "BY_HAND", "poza systemem");

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("SENT", "w drodze"),
            Map.entry("INFLOW", "wpłynęło do skrzynki"),
            Map.entry("FIRST_NOTICE", "awizowano"),
            Map.entry("SECOND_NOTICE", "awizowano powtórnie"),
            Map.entry("SIGNED", "odebrano za podpisem"),
            Map.entry("SUBSTITUTE_SIGNED", "odebrał ktoś za adresata"),
            Map.entry("COLLECTED", "odebrano elektronicznie"),
            Map.entry("FICTION", "upływ 14 dni"),
            Map.entry("REFUSED", "odmowa przyjęcia"),
            Map.entry("RETURNED", "zwrot"),
            Map.entry("FAILED", "nie udało się doręczyć"));

    private static final Map<String, String> ROLES = Map.of(
            "ADDRESSEE", "adresat",
            "ADULT_HOUSEHOLD", "dorosły domownik",
            "NEIGHBOUR", "sąsiad",
            "MANAGER", "zarządca domu",
            "CARETAKER", "dozorca",
            "AUTHORISED", "osoba upoważniona",
            "EMPLOYEE_OF_SEAT", "pracownik w siedzibie");

    private static final Map<String, String> REASONS = Map.of(
            "NOT_COLLECTED", "nie podjęto w terminie",
            "REFUSED", "odmowa",
            "MOVED", "adresat wyprowadził się",
            "UNKNOWN", "adresat nieznany",
            "DEAD", "adresat zmarł",
            "ADDRESS_INCOMPLETE", "adres niepełny lub błędny",
            "CAMPAIGN_ENDED", "koniec akcji gońców");

    private static final Map<String, String> PLACES = Map.of(
            "BOX", "skrzynka",
            "DOOR", "drzwi",
            "ENTRANCE", "wejście na posesję",
            "POST_OFFICE", "placówka pocztowa",
            "GMINA_OFFICE", "urząd gminy");

    private DeliveryView() {}

    static Map<String, Object> of(
            DecisionRegister.Addressee addressee, String name, List<DecisionReceipts.Attempt> attempts) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", name);
        view.put("status", addressee.status() == null ? "w toku" : word(STATUSES, addressee.status()));
        view.put("legalDate", day(addressee.legalDate()));
        view.put("appealDeadline", day(addressee.appealDeadline()));
        view.put("contradicts", attempts.stream().anyMatch(DecisionReceipts.Attempt::contradicts));
        view.put("deliveryId", addressee.deliveryId() == null ? "" : addressee.deliveryId());
        view.put("attempts", attempts.stream().map(DeliveryView::attempt).toList());
        return view;
    }

    private static Map<String, Object> attempt(DecisionReceipts.Attempt attempt) {
        Receipt receipt = attempt.receipt();
        List<String> facts = new ArrayList<>();
        add(facts, "odbiorca: ", receiver(receipt));
        add(facts, "podpis: ", receipt.receiverSigned() == null ? null : receipt.receiverSigned() ? "jest" : "brak");
        add(facts, "przyczyna braku podpisu: ", receipt.signatureMissingReason());
        add(facts, "pierwsze awizo: ", date(receipt.firstNoticeOn()));
        add(facts, "drugie awizo: ", date(receipt.secondNoticeOn()));
        add(facts, "zawiadomienie: ", word(PLACES, receipt.noticePlacedWhere()));
        add(facts, "złożono: ", word(PLACES, receipt.depositPlace()));
        add(facts, "przyczyna zwrotu: ", word(REASONS, receipt.returnReason()));
        add(facts, "doręczający: ", receipt.delivererName());
        add(facts, "wpisał: ", receipt.enteredBy());
        add(facts, "wpisano: ", date(receipt.enteredOn()));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("number", receipt.number());
        view.put("channel", word(CHANNELS, receipt.channel()));
        view.put("sentOn", date(receipt.sentOn()));
        view.put("kind", word(KINDS, receipt.kind()));
        view.put("statedOn", day(receipt.statedOn()));
        view.put("facts", String.join("; ", facts));
        view.put("evidenceId", receipt.evidenceId() == null ? "" : receipt.evidenceId());
        return view;
    }

    private static String receiver(Receipt receipt) {
        String role = word(ROLES, receipt.receiverRole());
        if (receipt.receiverName() == null) {
            return role;
        }
        return role == null ? receipt.receiverName() : receipt.receiverName() + " (" + role + ")";
    }

    private static void add(List<String> facts, String label, String value) {
        if (value != null) {
            facts.add(label + value);
        }
    }

    private static String word(Map<String, String> words, String code) {
        return code == null ? null : words.getOrDefault(code, code);
    }

    private static String day(LocalDate date) {
        return date == null ? "–" : Polish.date(date);
    }

    private static String date(LocalDate date) {
        return date == null ? null : Polish.date(date);
    }
}
