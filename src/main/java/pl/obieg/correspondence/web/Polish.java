package pl.obieg.correspondence.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.web.util.UriUtils;
import pl.obieg.calendar.OfficeClock;

/** Codes, dates and addresses as a clerk reads them. */
final class Polish {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final Map<String, String> CHANNELS = Map.of(
            "EPUAP", "ePUAP",
            "ADE", "e-Doręczenia",
            "PORTAL", "portal mieszkańca",
            "PAPER", "na papierze",
            "REGISTERED", "list polecony (ZPO)",
            "REGISTERED_ABROAD", "list polecony za granicę",
            "ADE_QERDS", "e-Doręczenia (adres z wniosku)",
            "COURIER", "goniec",
            "SOLTYS", "sołtys",
            "PUH", "usługa hybrydowa (PUH)");
    private static final Map<String, String> STATUSES = Map.of(
            "DELIVERED", "doręczono",
            "SUBSTITUTE", "doręczono zastępczo",
            "DEEMED", "uznano za doręczone",
            "REFUSED", "odmowa przyjęcia",
            "FAILED", "nie doręczono",
            "DEFECTIVE", "wadliwe");

    private static final Map<String, String> DECISIONS = Map.of(
            "USTALAJACA", "ustalająca",
            "FILE_DECISION", "umarzająca, bez doręczenia",
            "OKRESLAJACA", "określająca",
            "ZMIENIAJACA", "zmieniająca",
            "UMARZAJACA", "umarzająca",
            "DECISION", "decyzja",
            "ORDER", "postanowienie");

    private Polish() {}

    static String day(LocalDate date) {
        return date == null ? null : DAY.format(date);
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(OfficeClock.WARSAW));
    }

    static String channel(String code) {
        return CHANNELS.getOrDefault(code, code);
    }

    static String status(String code) {
        return STATUSES.getOrDefault(code, code);
    }

    /** Kinds come from the procedures as identifiers: {@code USTALAJACA}. */
    static String decision(String code) {
        return DECISIONS.getOrDefault(code, code);
    }

    static String store(String code) {
        return code.equals("SIN") ? "nośniki danych" : "chronologiczny";
    }

    /** {@code RPW/17/2026} → {@code /ezd/wplywy/17/2026} */
    static String letterHref(String letterNumber) {
        return "/ezd/wplywy" + letterNumber.substring(letterNumber.indexOf('/'));
    }

    /** {@code SCh/17/2026} → {@code /ezd/sklad/SCh/17/2026} */
    static String placeHref(String place) {
        return "/ezd/sklad/" + place;
    }

    static String caseHref(String caseNumber) {
        return "/ezd/sprawy/" + UriUtils.encodePathSegment(caseNumber, "UTF-8");
    }
}
