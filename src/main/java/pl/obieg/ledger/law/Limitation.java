package pl.obieg.ledger.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Until when a due can be collected: LIM-01, OP art. 70. Five years from the end of the calendar year of the due date.
 * An enforcement measure the taxpayer was told of breaks the term and it runs anew from the next day; during a
 * suspension it does not run, nor begin. House rule UR-13: a measure before the term has begun breaks nothing, since only a
 * running term can be broken.
 *
 * @param lastDay on which the due can be collected; {@code null} while a suspension lasts
 */
public record Limitation(LocalDate lastDay) {

    private static final int YEARS = 5;
    private static final int MONTHS_NEAR = 6;

    /**
     * Days on which the term does not run: deferral, payment in instalments, court proceedings (OP art. 70 §2, §6).
     *
     * @param to last day; {@code null} while it lasts
     */
    public record Suspension(LocalDate from, LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** @param measures days of enforcement measures the taxpayer was notified of (OP art. 70 §4) */
    public static Limitation of(LocalDate dueOn, List<LocalDate> measures, List<Suspension> suspensions) {
        List<Suspension> pauses = suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from))
                .toList();
        LocalDate start = afterPauses(LocalDate.of(dueOn.getYear() + 1, 1, 1), pauses);
        LocalDate end = end(start, pauses);
        for (LocalDate measure : measures.stream().sorted().toList()) {
            boolean running = start != null && !measure.isBefore(start) && (end == null || !measure.isAfter(end));
            if (running) {
                start = afterPauses(measure.plusDays(1), pauses);
                end = end(start, pauses);
            }
        }
        return new Limitation(end);
    }

    /** Whether nothing can be collected on the day any more. */
    public boolean passedOn(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }

    /** Whether less than six months are left (ARR-05, UPEA art. 6 §1). */
    public boolean nearOn(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay.minusMonths(MONTHS_NEAR));
    }

    /** The first day from {@code day} on that no suspension covers; {@code null} if one lasts. */
    private static LocalDate afterPauses(LocalDate day, List<Suspension> pauses) {
        LocalDate first = day;
        for (Suspension pause : pauses) {
            if (first != null && pause.covers(first)) {
                first = pause.to() == null ? null : pause.to().plusDays(1);
            }
        }
        return first;
    }

    private static LocalDate end(LocalDate start, List<Suspension> pauses) {
        if (start == null) {
            return null;
        }
        LocalDate end = start.plusYears(YEARS).minusDays(1);
        LocalDate counted = start.minusDays(1);
        for (Suspension pause : pauses) {
            LocalDate from = pause.from().isAfter(counted) ? pause.from() : counted.plusDays(1);
            if (!from.isAfter(end) && (pause.to() == null || !pause.to().isBefore(from))) {
                if (pause.to() == null) {
                    return null;
                }
                end = end.plusDays(ChronoUnit.DAYS.between(from, pause.to()) + 1);
                counted = pause.to();
            }
        }
        return end;
    }
}
