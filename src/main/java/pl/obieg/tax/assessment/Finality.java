package pl.obieg.tax.assessment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pl.obieg.calendar.StatutoryCalendar;

/**
 * When a decision to several addressees becomes final: each has 14 days from his own delivery (OP art. 223 § 2 pkt 1),
 * and the last of these terms must have passed without an appeal (PT-53, OP art. 128). Who could not be reached for good
 * is no party to what was delivered to the others, and holds nothing up (OP art. 91–92).
 *
 * @param appealEnds last day for an appeal by addressee; those not reached yet are absent
 * @param finalOn first day on which no appeal is possible any more; empty while an addressee is not reached
 */
public record Finality(Map<String, LocalDate> appealEnds, Optional<LocalDate> finalOn) {

    private static final int APPEAL_DAYS = 14;

    /** The last day for an appeal after a delivery. */
    public static LocalDate appealEnd(LocalDate deliveredOn, StatutoryCalendar calendar) {
        return calendar.endOfDays(deliveredOn, APPEAL_DAYS);
    }

    /** @param deliveredOn legal day of delivery by addressee; {@code null} if he is not reached yet */
    public static Finality of(Map<String, LocalDate> deliveredOn, StatutoryCalendar calendar) {
        Map<String, LocalDate> ends = new LinkedHashMap<>();
        deliveredOn.forEach((party, day) -> {
            if (day != null) {
                ends.put(party, appealEnd(day, calendar));
            }
        });
        boolean allReached = !deliveredOn.isEmpty() && ends.size() == deliveredOn.size();
        Optional<LocalDate> last = ends.values().stream().max(LocalDate::compareTo);
        return new Finality(Map.copyOf(ends), allReached ? last.map(day -> day.plusDays(1)) : Optional.empty());
    }

    /** Of this decision and another one together: the later of both. */
    public Finality and(Finality other) {
        Map<String, LocalDate> ends = new LinkedHashMap<>(appealEnds);
        other.appealEnds.forEach((party, day) -> ends.merge(party, day, (a, b) -> a.isAfter(b) ? a : b));
        return new Finality(
                Map.copyOf(ends), finalOn.flatMap(day -> other.finalOn.map(later -> later.isAfter(day) ? later : day)));
    }

    /** Whether it is final on the day. */
    public boolean isFinalOn(LocalDate day) {
        return finalOn.filter(first -> !day.isBefore(first)).isPresent();
    }

    /**
     * The same with the appeals against the decision: while one runs it is not final (OP art. 128); a ruling makes it so
     * at once, if no other addressee can still appeal.
     *
     * @param running whether an appeal runs
     * @param lastEnded when the last appeal ended; empty if there was none
     */
    public Finality withAppeals(boolean running, Optional<LocalDate> lastEnded) {
        if (running) {
            return new Finality(appealEnds, Optional.empty());
        }
        return new Finality(
                appealEnds,
                finalOn.map(day -> lastEnded.filter(end -> end.isAfter(day)).orElse(day)));
    }
}
