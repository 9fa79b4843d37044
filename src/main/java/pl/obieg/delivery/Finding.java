package pl.obieg.delivery;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all evidence of one dispatch says together. It is the same in whatever order the evidence came (D14 reads it).
 *
 * @param kind the evidence that decides; {@code INFLOW} if only a forecast is possible, {@code null} if there is none
 * @param date the day that evidence states, or {@code null}
 * @param signed whether the receiver signed; electronic evidence stands for a signature
 * @param twoNotices both notices in order: the second at least 7 days later, the place of deposit named, the letter not
 *     returned before 14 days passed (DEL-11)
 * @param substituteValid whether one who signed instead of the addressee may, see {@link Substitutes}
 * @param returnReason of a letter that came back, by rulebook 4.5, or {@code null}
 * @param conclusive whether nothing more is to be expected
 */
record Finding(
        Evidence.Kind kind,
        LocalDate date,
        LocalDate firstNoticeOn,
        LocalDate secondNoticeOn,
        boolean signed,
        boolean twoNotices,
        boolean substituteValid,
        String returnReason,
        boolean conclusive) {

    /** Key of {@link Evidence#details()}: the card is complete, no separate evidence of notices will follow. */
    static final String STATED_IN_FULL = "statedInFull";

    private static final String NOT_COLLECTED = "NOT_COLLECTED";
    private static final int DAYS_TO_SECOND_NOTICE = 7;
    private static final int DAYS_OF_STORAGE = 14;

    private static final Set<Evidence.Kind> RECEIVED = Set.of(
            Evidence.Kind.COLLECTED,
            Evidence.Kind.SIGNED,
            Evidence.Kind.SUBSTITUTE_SIGNED,
            Evidence.Kind.REFUSED,
            Evidence.Kind.FICTION);

    /**
     * Reads the evidence of one dispatch.
     *
     * @param legalPerson whether the addressee is none of flesh and blood (DEL-12)
     * @param law by which the letter is delivered (DEL-22)
     */
    static Finding of(List<Evidence> evidence, boolean legalPerson, Provisions law) {
        LocalDate first = notice(evidence, Evidence.Kind.FIRST_NOTICE, "firstNoticeOn");
        LocalDate second = notice(evidence, Evidence.Kind.SECOND_NOTICE, "secondNoticeOn");
        List<Finding> findings = evidence.stream()
                .filter(one -> RECEIVED.contains(one.kind())
                        || one.kind() == Evidence.Kind.RETURNED
                        || one.kind() == Evidence.Kind.FAILED)
                .map(one -> read(one, evidence, first, second, legalPerson, law))
                .sorted(BEST_FIRST)
                .toList();
        Optional<Evidence> inflow = evidence.stream()
                .filter(one -> one.kind() == Evidence.Kind.INFLOW && one.date() != null)
                .min(Comparator.comparing(Evidence::date));
        if (!findings.isEmpty()) {
            Finding best = findings.get(0);
            boolean undatedFiction = best.kind == Evidence.Kind.FICTION && best.date == null;
            return undatedFiction && inflow.isPresent() ? forecast(inflow.get(), true) : best;
        }
        return inflow.map(one -> forecast(one, false))
                .orElse(new Finding(null, null, first, second, false, false, true, null, false));
    }

    /** Whether the law sees the letter as delivered by it. */
    boolean effective() {
        if (kind == null || !conclusive) {
            return false;
        }
        return switch (kind) {
            case COLLECTED, REFUSED, FICTION, INFLOW -> date != null;
            case SIGNED -> date != null && signed;
            case SUBSTITUTE_SIGNED -> date != null && signed && substituteValid;
            case RETURNED ->
                "REFUSED".equals(returnReason) ? date != null : NOT_COLLECTED.equals(returnReason) && twoNotices;
            default -> false;
        };
    }

    /** The same for evidence that leads to the same conclusion. */
    String mark() {
        return kind + " " + day() + " " + effective() + (effective() ? "" : " " + returnReason);
    }

    /** The effective one with the earliest day first; then by kind, so that no order of arrival matters. */
    static final Comparator<Finding> BEST_FIRST = Comparator.comparing((Finding one) -> !one.effective())
            .thenComparing(Finding::day, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(one -> !RECEIVED.contains(one.kind))
            .thenComparing(Finding::kind)
            .thenComparing(one -> !one.conclusive)
            .thenComparing(one -> Objects.toString(one.returnReason, ""));

    private LocalDate day() {
        return kind == Evidence.Kind.RETURNED && NOT_COLLECTED.equals(returnReason) && firstNoticeOn != null
                ? firstNoticeOn.plusDays(DAYS_OF_STORAGE)
                : date;
    }

    private static Finding read(
            Evidence one, List<Evidence> all, LocalDate first, LocalDate second, boolean legalPerson, Provisions law) {
        boolean returned = one.kind() == Evidence.Kind.RETURNED;
        String reason = returned
                ? Objects.toString(one.details().get("returnReason"), NOT_COLLECTED)
                : one.details().get("returnReason");
        boolean ordered = first != null
                && second != null
                && ChronoUnit.DAYS.between(first, second) >= DAYS_TO_SECOND_NOTICE
                && stated(all, "depositPlace")
                && (!returned || one.date() == null || !one.date().isBefore(first.plusDays(DAYS_OF_STORAGE)));
        boolean waitsForNotices = returned
                && NOT_COLLECTED.equals(reason)
                && !Boolean.parseBoolean(one.details().get(STATED_IN_FULL))
                && (first == null || second == null || !stated(all, "depositPlace"));
        return new Finding(
                one.kind(),
                one.date(),
                first,
                second,
                !"false".equals(one.details().get("receiverSignature")),
                ordered,
                one.kind() != Evidence.Kind.SUBSTITUTE_SIGNED || Substitutes.valid(one.details(), legalPerson, law),
                reason,
                !waitsForNotices);
    }

    private static Finding forecast(Evidence inflow, boolean conclusive) {
        return new Finding(Evidence.Kind.INFLOW, inflow.date(), null, null, true, false, true, null, conclusive);
    }

    private static boolean stated(List<Evidence> evidence, String key) {
        return evidence.stream()
                .anyMatch(one -> !one.details().getOrDefault(key, "").isBlank());
    }

    private static LocalDate notice(List<Evidence> evidence, Evidence.Kind kind, String key) {
        return evidence.stream()
                .flatMap(one -> one.kind() == kind
                        ? Stream.ofNullable(one.date())
                        : Stream.ofNullable(one.details().get(key))
                                .filter(text -> !text.isBlank())
                                .map(LocalDate::parse))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
