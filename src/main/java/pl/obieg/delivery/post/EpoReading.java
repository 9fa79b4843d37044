package pl.obieg.delivery.post;

import static pl.obieg.delivery.post.EnClient.children;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence;
import pl.obieg.delivery.PostalWords;

/** Reads an electronic receipt (EPO) of the post as evidence with the keys of the ZPO data (rulebook 4.5). */
final class EpoReading {

    private EpoReading() {}

    /** Everything the receipt says so far; notices are repeated in each later state and keep their id. */
    static List<Evidence> read(Element epo) {
        String number = epo.getAttribute("numerNadania");
        Optional<Element> info = children(epo, "EPOInfo").stream().findFirst();
        Optional<Element> notice =
                info.flatMap(one -> children(one, "awizoPrzesylki").stream().findFirst());
        List<Evidence> evidence = new ArrayList<>();
        notice.ifPresent(one -> {
            first(one).ifPresent(day -> evidence.add(evidence(number, Evidence.Kind.FIRST_NOTICE, day, notices(one))));
            second(one)
                    .ifPresent(day -> evidence.add(evidence(number, Evidence.Kind.SECOND_NOTICE, day, notices(one))));
        });
        String status = epo.getAttribute("statusEPO");
        if ("DORECZONA".equals(status)) {
            info.flatMap(one -> children(one, "doreczeniePrzesylki").stream().findFirst())
                    .ifPresent(one -> evidence.add(delivered(number, one)));
        } else if ("ZWROT".equals(status)) {
            info.flatMap(one -> children(one, "zwrotPrzesylki").stream().findFirst())
                    .ifPresent(one -> evidence.add(returned(number, one, notice)));
        }
        return evidence;
    }

    private static Evidence delivered(String number, Element delivery) {
        String receiver = delivery.getAttribute("podmiotDoreczenia");
        Map<String, String> details = new LinkedHashMap<>();
        details.put("receiverRole", PostalWords.role(receiver));
        details.put("receiverName", delivery.getAttribute("osobaOdbierajaca"));
        details.put("receiverSignature", String.valueOf(PostalWords.signed(receiver)));
        return evidence(number, PostalWords.handedTo(receiver), day(delivery.getAttribute("data")), details);
    }

    private static Evidence returned(String number, Element back, Optional<Element> notice) {
        String cause = back.getAttribute("przyczyna");
        String reason = PostalWords.reason(cause);
        Map<String, String> details = new LinkedHashMap<>();
        notice.ifPresent(one -> {
            details.putAll(notices(one));
            first(one).ifPresent(day -> details.put("firstNoticeOn", day.toString()));
            second(one).ifPresent(day -> details.put("secondNoticeOn", day.toString()));
        });
        details.put("returnReason", reason);
        details.put("postReason", cause);
        details.put("statedInFull", "true");
        Evidence.Kind kind = "REFUSED".equals(reason) ? Evidence.Kind.REFUSED : Evidence.Kind.RETURNED;
        return evidence(number, kind, day(back.getAttribute("data")), details);
    }

    private static Evidence evidence(String number, Evidence.Kind kind, LocalDate date, Map<String, String> details) {
        details.put("registeredNo", number);
        return new Evidence("REGISTERED", number, number + ":" + kind + ":" + date, kind, date, details, null);
    }

    private static Map<String, String> notices(Element notice) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("depositPlace", "POST_OFFICE");
        String place = PostalWords.place(notice.getAttribute("miejscePozostawienia"));
        if (place != null) {
            details.put("noticePlacedWhere", place);
        }
        return details;
    }

    private static Optional<LocalDate> first(Element notice) {
        return Optional.ofNullable(day(notice.getAttribute("dataPierwszegoAwizowania")));
    }

    private static Optional<LocalDate> second(Element notice) {
        return Optional.ofNullable(day(notice.getAttribute("dataDrugiegoAwizowania")));
    }

    /** Day in Warsaw of an {@code xsd:date} or {@code xsd:dateTime} with or without zone; {@code null} if empty. */
    static LocalDate day(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (!text.contains("T")) {
            return LocalDate.parse(text.substring(0, 10));
        }
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(text)
                        .atZoneSameInstant(OfficeClock.WARSAW)
                        .toLocalDate()
                : LocalDateTime.parse(text).toLocalDate();
    }
}
