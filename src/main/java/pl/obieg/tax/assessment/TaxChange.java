package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pl.obieg.exchange.Instalment;

/**
 * A final decision changed in the course of the year (PT-14, OP art. 254): the old tax and the new side by side. What was
 * due before stays as it was; the difference goes into the instalments that are still to come.
 *
 * @param oldTax full zł
 * @param newTax full zł
 * @param difference new less old
 * @param instalments all dates of the year, the past ones unchanged
 * @param overpaid what the past instalments exceed the new tax by, full zł
 * @param dueAfterDelivery full zł that fall due 14 days after delivery, since no date of the year is left (PT-66)
 */
public record TaxChange(
        BigDecimal oldTax,
        BigDecimal newTax,
        BigDecimal difference,
        List<Line> instalments,
        BigDecimal overpaid,
        BigDecimal dueAfterDelivery) {

    /**
     * One date of payment.
     *
     * @param before by the old decision; 0 if it named no such date
     * @param after by the new one
     */
    public record Line(LocalDate date, BigDecimal before, BigDecimal after) {}

    /**
     * @param before as the final decision has it
     * @param after computed anew for the whole year
     * @param day of the changing decision; instalments due on it or earlier stay
     */
    public static TaxChange of(Assessment before, Assessment after, LocalDate day) {
        Map<LocalDate, BigDecimal> old = new TreeMap<>();
        before.instalments().forEach(part -> old.merge(part.date(), part.amount(), BigDecimal::add));
        BigDecimal past = old.entrySet().stream()
                .filter(part -> !part.getKey().isAfter(day))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = after.taxDue().subtract(past).max(BigDecimal.ZERO);
        List<LocalDate> future = futureDates(old, after, day);
        Map<LocalDate, BigDecimal> fresh = new TreeMap<>();
        if (!future.isEmpty()) {
            InstalmentPlan.split(rest, future).forEach(part -> fresh.put(part.date(), part.amount()));
        }
        List<Line> lines = new ArrayList<>();
        Map<LocalDate, BigDecimal> all = new TreeMap<>(old);
        fresh.forEach(all::putIfAbsent);
        all.keySet().forEach(date -> {
            BigDecimal was = old.getOrDefault(date, BigDecimal.ZERO);
            lines.add(new Line(date, was, date.isAfter(day) ? fresh.getOrDefault(date, BigDecimal.ZERO) : was));
        });
        return new TaxChange(
                before.taxDue(),
                after.taxDue(),
                after.taxDue().subtract(before.taxDue()),
                List.copyOf(lines),
                past.subtract(after.taxDue()).max(BigDecimal.ZERO),
                future.isEmpty() ? rest : BigDecimal.ZERO);
    }

    private static List<LocalDate> futureDates(Map<LocalDate, BigDecimal> old, Assessment after, LocalDate day) {
        List<LocalDate> of = after.instalments().stream().map(Instalment::date).toList();
        List<LocalDate> dates = of.stream().anyMatch(date -> date.isAfter(day)) ? of : List.copyOf(old.keySet());
        return dates.stream().filter(date -> date.isAfter(day)).toList();
    }
}
