package pl.obieg.delivery.edoreczenia;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.delivery.Evidence.Kind;
import pl.obieg.delivery.edoreczenia.UserAgentMessage.EvidenceEntry;

/**
 * What an entry of the list of evidence proves, by rule R9 of the project document 5.27 and DEL-06. The codes come with
 * and without dots.
 */
final class EvidenceMeaning {

    private static final String DEEMED = "Uznana za doręczoną";
    private static final String DELIVERED = "Doręczona";

    private EvidenceMeaning() {}

    /** Whether it proves anything for the office; D.3 (a notification) and codes of other services do not. */
    static boolean matters(EvidenceEntry entry) {
        return switch (code(entry)) {
            case "A1", "A2", "B1", "B2", "B3", "D1", "D2", "E1", "E2" -> true;
            case "BPWX", "BPWP", "BPOX", "BPOP" -> true;
            case "HPN", "HDW", "HEPO" -> true;
            default -> false;
        };
    }

    /** Whether it is the operator's evidence of receipt (dowód otrzymania), after which nothing more is to come. */
    static boolean isReceipt(EvidenceEntry entry) {
        return code(entry).startsWith("BPO");
    }

    /** Whether it is the receipt of the hybrid service, whose file alone says what became of the letter. */
    static boolean isHybridReceipt(EvidenceEntry entry) {
        return code(entry).equals("HEPO");
    }

    /** Whether it is the operator's business evidence as a PDF; all others are XML. */
    static boolean isPdf(EvidenceEntry entry) {
        return List.of("BPWP", "BPOP").contains(code(entry));
    }

    /**
     * @param all the whole list the entry stands in
     * @param status of the message by R9, asked for only if the list alone does not decide
     * @return empty if it cannot be told yet
     */
    static Optional<Kind> kind(EvidenceEntry entry, List<EvidenceEntry> all, Supplier<String> status) {
        return switch (code(entry)) {
            case "A1", "B1", "BPWX", "BPWP", "HPN" -> Optional.of(Kind.SENT);
            case "D1" -> Optional.of(Kind.INFLOW);
            case "E1" -> Optional.of(Kind.COLLECTED);
            case "BPOX", "BPOP" -> receipt(entry, all, status);
            case "A2", "B2", "B3", "D2", "E2", "HDW" -> Optional.of(Kind.FAILED);
            default -> Optional.empty();
        };
    }

    /** A receipt proves collection if E.1 came before it, else the lapse of the term (R9: "bez dowodu E.1"). */
    private static Optional<Kind> receipt(EvidenceEntry receipt, List<EvidenceEntry> all, Supplier<String> status) {
        if (speaksOfLapse(receipt)) {
            return Optional.of(Kind.FICTION);
        }
        Optional<Instant> collected = all.stream()
                .filter(entry -> code(entry).equals("E1"))
                .map(EvidenceMeaning::instant)
                .min(Instant::compareTo);
        if (collected.isPresent()) {
            return Optional.of(collected.get().isAfter(instant(receipt)) ? Kind.FICTION : Kind.COLLECTED);
        }
        return switch (String.valueOf(status.get())) {
            case DEEMED -> Optional.of(Kind.FICTION);
            case DELIVERED -> Optional.of(Kind.COLLECTED);
            default -> Optional.empty();
        };
    }

    private static boolean speaksOfLapse(EvidenceEntry entry) {
        return entry.reasonDetails() != null
                && entry.reasonDetails().stream()
                        .filter(java.util.Objects::nonNull)
                        .map(reason -> reason.toLowerCase(Locale.ROOT))
                        .anyMatch(reason -> reason.contains("upływ") || reason.contains("fikcj"));
    }

    static String code(EvidenceEntry entry) {
        return String.valueOf(entry.type()).replace(".", "").toUpperCase(Locale.ROOT);
    }

    static Instant instant(EvidenceEntry entry) {
        try {
            return OffsetDateTime.parse(entry.eventDate()).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            return LocalDateTime.parse(entry.eventDate())
                    .atZone(OfficeClock.WARSAW)
                    .toInstant();
        }
    }

    /** The day of the event in Warsaw. */
    static LocalDate date(EvidenceEntry entry) {
        return instant(entry).atZone(OfficeClock.WARSAW).toLocalDate();
    }
}
