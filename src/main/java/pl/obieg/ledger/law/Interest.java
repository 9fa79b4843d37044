package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Interest on one arrear, with the periods that give it: D09, INT-01 to INT-05 (OP art. 53 §4, 54 §1, 56, 56a, 63 §1).
 * It runs from the day after the due date to the day of payment, {@code O = K × days × rate / 365} for each period of
 * one rate; the exact sum is rounded to full zł, half up, and nothing is charged if it is not above the limit.
 *
 * @param periods oldest first; empty if nothing runs
 * @param raw the sum before rounding, zł, shown with four decimals
 * @param charged full zł
 * @param free days between on which none runs, oldest first
 */
public record Interest(List<Period> periods, BigDecimal raw, BigDecimal charged, List<Arrear.FreeSpan> free) {

    /** On days that are all charged. */
    public Interest(List<Period> periods, BigDecimal raw, BigDecimal charged) {
        this(periods, raw, charged, List.of());
    }

    private static final BigDecimal YEAR = new BigDecimal("36500");

    /**
     * Days of one rate.
     *
     * @param to last day
     * @param percent per year, the reduced one if it applies
     * @param rateFrom since when the rate's row of the table holds
     * @param raw zł, shown with four decimals
     */
    public record Period(
            LocalDate from, LocalDate to, long days, BigDecimal percent, LocalDate rateFrom, BigDecimal raw) {}

    /**
     * @param notAbove up to this raw amount nothing is charged (OP art. 54 §1 pkt 5), zł
     * @throws IllegalStateException if the rate of a day is not known
     */
    public static Interest of(Arrear arrear, LocalDate paidOn, RateOnDay rates, BigDecimal notAbove) {
        Deque<Period> periods = new ArrayDeque<>();
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate first = arrear.dueOn().plusDays(1);
        LocalDate end = paidOn;
        while (arrear.principal().signum() > 0 && !end.isBefore(first)) {
            LocalDate last = end;
            Arrear.FreeSpan free = arrear.freeSpans().stream()
                    .filter(span -> span.covers(last))
                    .findFirst()
                    .orElse(null);
            if (free != null) {
                end = free.from().minusDays(1);
                continue;
            }
            InterestRates.Rate rate = rates.on(last);
            LocalDate begin = later(first, later(rate.from(), lastFreeDayBefore(arrear, last)));
            long days = ChronoUnit.DAYS.between(begin, last) + 1;
            BigDecimal percent = rate.percent().multiply(arrear.rate().factor());
            BigDecimal product = arrear.principal().multiply(percent).multiply(BigDecimal.valueOf(days));
            sum = sum.add(product);
            periods.addFirst(new Period(begin, last, days, percent.stripTrailingZeros(), rate.from(), shown(product)));
            end = begin.minusDays(1);
        }
        boolean charges = sum.compareTo(notAbove.multiply(YEAR)) > 0;
        return new Interest(
                List.copyOf(periods),
                shown(sum),
                charges ? sum.divide(YEAR, 0, RoundingMode.HALF_UP) : BigDecimal.ZERO,
                free(arrear, first, paidOn));
    }

    private static List<Arrear.FreeSpan> free(Arrear arrear, LocalDate first, LocalDate last) {
        return arrear.freeSpans().stream()
                .filter(span -> !span.from().isAfter(last)
                        && (span.to() == null || !span.to().isBefore(first)))
                .map(span -> new Arrear.FreeSpan(
                        later(first, span.from()),
                        span.to() == null || span.to().isAfter(last) ? last : span.to(),
                        span.basis()))
                .sorted(Comparator.comparing(Arrear.FreeSpan::from))
                .toList();
    }

    /** The day after the newest free span that ended before the day. */
    private static LocalDate lastFreeDayBefore(Arrear arrear, LocalDate day) {
        return arrear.freeSpans().stream()
                .filter(span -> span.to() != null && span.to().isBefore(day))
                .map(span -> span.to().plusDays(1))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static BigDecimal shown(BigDecimal product) {
        return product.divide(YEAR, 4, RoundingMode.HALF_UP);
    }
}
