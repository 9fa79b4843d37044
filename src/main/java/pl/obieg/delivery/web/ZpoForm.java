package pl.obieg.delivery.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A paper receipt as a clerk types it (rulebook 4.5). Empty fields are {@code null}.
 *
 * @param attempt number of the attempt the card is of; {@code null}: the last one on paper
 */
public record ZpoForm(
        Integer attempt,
        Outcome outcome,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate deliveredOn,
        String receiverName,
        ReceiverRole receiverRole,
        boolean receiverSignature,
        String signatureMissingReason,
        NoticePlace noticePlacedWhere,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate firstNoticeOn,
        DepositPlace depositPlace,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate secondNoticeOn,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate returnedOn,
        ReturnReason returnReason,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate refusalOn,
        String delivererName) {

    /** Before anything was typed. */
    static final ZpoForm EMPTY =
            new ZpoForm(null, null, null, null, null, true, null, null, null, null, null, null, null, null, null);

    /** What the card says in the end. */
    public enum Outcome {
        RECEIVED("Odebrano"),
        REFUSED("Odmówiono przyjęcia"),
        RETURNED("Zwrócono");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }
    }

    /** Who received it. */
    public enum ReceiverRole {
        ADDRESSEE("Adresat"),
        ADULT_HOUSEHOLD("Dorosły domownik"),
        NEIGHBOUR("Sąsiad"),
        MANAGER("Zarządca domu"),
        CARETAKER("Dozorca"),
        AUTHORISED("Osoba upoważniona"),
        EMPLOYEE_OF_SEAT("Pracownik w siedzibie");

        private final String label;

        ReceiverRole(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }

        /** Whether the letter reached somebody instead of the addressee (DEL-10). */
        boolean substitute() {
            return this == ADULT_HOUSEHOLD || this == NEIGHBOUR || this == MANAGER || this == CARETAKER;
        }
    }

    /** Where the notice was left. */
    public enum NoticePlace {
        BOX("Skrzynka"),
        DOOR("Drzwi"),
        ENTRANCE("Wejście na posesję");

        private final String label;

        NoticePlace(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }
    }

    /** Where the letter was deposited. */
    public enum DepositPlace {
        POST_OFFICE("Placówka pocztowa"),
        GMINA_OFFICE("Urząd gminy");

        private final String label;

        DepositPlace(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }
    }

    /** Why it came back. */
    public enum ReturnReason {
        NOT_COLLECTED("Nie podjęto w terminie"),
        MOVED("Adresat wyprowadził się"),
        UNKNOWN("Adresat nieznany"),
        DEAD("Adresat zmarł"),
        ADDRESS_INCOMPLETE("Adres niepełny lub błędny");

        private final String label;

        ReturnReason(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }
    }

    /** What the clerk must correct: field and Polish sentence. A card that is itself defective may be entered. */
    public Map<String, String> errors(LocalDate today) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (outcome == null) {
            errors.put("outcome", "Wskaż, co stwierdza potwierdzenie.");
            return errors;
        }
        if (outcome == Outcome.RECEIVED && receiverRole == null) {
            errors.put("receiverRole", "Wskaż, kto odebrał pismo.");
        }
        if (outcome == Outcome.RECEIVED && !receiverSignature && blank(signatureMissingReason)) {
            errors.put("signatureMissingReason", "Podaj przyczynę braku podpisu.");
        }
        if (outcome == Outcome.REFUSED && refusalOn == null) {
            errors.put("refusalOn", "Podaj datę odmowy.");
        }
        if (outcome == Outcome.RETURNED && returnReason == null) {
            errors.put("returnReason", "Wskaż przyczynę zwrotu.");
        }
        if (secondNoticeOn != null && (firstNoticeOn == null || !secondNoticeOn.isAfter(firstNoticeOn))) {
            errors.put("secondNoticeOn", "Drugie awizo musi być późniejsze niż pierwsze.");
        }
        if (returnedOn != null && firstNoticeOn != null && returnedOn.isBefore(firstNoticeOn)) {
            errors.put("returnedOn", "Zwrot nie może być wcześniejszy niż pierwsze awizo.");
        }
        past(errors, "deliveredOn", deliveredOn, today);
        past(errors, "firstNoticeOn", firstNoticeOn, today);
        past(errors, "secondNoticeOn", secondNoticeOn, today);
        past(errors, "returnedOn", returnedOn, today);
        past(errors, "refusalOn", refusalOn, today);
        tooLong(errors, "receiverName", receiverName, 200);
        tooLong(errors, "delivererName", delivererName, 200);
        tooLong(errors, "signatureMissingReason", signatureMissingReason, 300);
        return errors;
    }

    /** A defect the clerk should know of before saving; {@code null} if there is none (rule for D14). */
    public String warning() {
        if (outcome == Outcome.RECEIVED && (deliveredOn == null || !receiverSignature)) {
            return "Potwierdzenie bez daty lub podpisu jest wadliwe; doręczenie trzeba będzie wyjaśnić.";
        }
        boolean twoNotices = firstNoticeOn != null
                && secondNoticeOn != null
                && ChronoUnit.DAYS.between(firstNoticeOn, secondNoticeOn) >= 7
                && depositPlace != null;
        return outcome == Outcome.RETURNED && returnReason == ReturnReason.NOT_COLLECTED && !twoNotices
                ? "Bez dwóch awiz w odstępie co najmniej 7 dni i miejsca złożenia nie ma fikcji doręczenia."
                : null;
    }

    private static void past(Map<String, String> errors, String field, LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today)) {
            errors.putIfAbsent(field, "Data nie może być z przyszłości.");
        }
    }

    private static void tooLong(Map<String, String> errors, String field, String text, int most) {
        if (text != null && text.length() > most) {
            errors.put(field, "Wpisz najwyżej " + most + " znaków.");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
