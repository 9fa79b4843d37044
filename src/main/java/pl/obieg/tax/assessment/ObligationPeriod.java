package pl.obieg.tax.assessment;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import pl.obieg.process.Decisions;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/**
 * The part of a tax year in which the obligation stands (D02, table {@code okres-obowiazku}; PT-40 to PT-44).
 *
 * @param from first day, within the year; after {@code to} if the year is not touched
 * @param to last day, within the year
 */
public record ObligationPeriod(LocalDate from, LocalDate to) {

    /** As the event of the declaration says; without an event from the declared start. */
    static ObligationPeriod of(Declaration declaration, Decisions decisions) {
        LocalDate first = LocalDate.of(declaration.year(), 1, 1);
        LocalDate last = first.with(TemporalAdjusters.lastDayOfYear());
        LocalDate event = declaration.eventDate();
        if (declaration.event() == null || event == null) {
            return new ObligationPeriod(later(first, declaration.since()), last);
        }
        List<Map<String, Object>> rows = decisions.ask("okres-obowiazku", Map.of("event", declaration.event()));
        if (rows.isEmpty()) {
            return new ObligationPeriod(later(first, declaration.since()), last);
        }
        Map<String, Object> row = rows.get(0);
        LocalDate from = row.get("obligationFrom") == null
                ? declaration.since()
                : "FIRST_JANUARY_NEXT_YEAR".equals(row.get("obligationFrom"))
                        ? LocalDate.of(event.getYear() + 1, 1, 1)
                        : event.with(TemporalAdjusters.firstDayOfNextMonth());
        LocalDate to = row.get("obligationTo") == null ? last : event.with(TemporalAdjusters.lastDayOfMonth());
        return new ObligationPeriod(later(first, from), to.isBefore(last) ? to : last);
    }

    /** Months in which the object is taxed: as declared, else counted. */
    int monthsOf(TaxObject object) {
        if (object.months() != null) {
            return object.months();
        }
        LocalDate start = later(from, object.from());
        LocalDate end = object.to() != null && object.to().isBefore(to) ? object.to() : to;
        return start.isAfter(end) ? 0 : end.getMonthValue() - start.getMonthValue() + 1;
    }

    /** The day from which instalments count, within the year. */
    LocalDate startWithin(int year) {
        LocalDate last = LocalDate.of(year, 12, 1);
        return from.isAfter(last) ? last : from;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
