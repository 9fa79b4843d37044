package pl.obieg.tax.assessment;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> ENDS = Set.of("SALE", "LOSS_OF_POSSESSION", "DEMOLITION", "END_OF_USE");
    private static final Set<String> CHANGES = Set.of("BUSINESS_USE", "AREA_CHANGE", "USE_CHANGE");

    /**
     * Of one object, as the event of the declaration says; without an event that touches it, from the declared start. A
     * change during a known obligation ({@link Declaration#since}) leaves what has no dates of its own taxed throughout:
     * the changed part is two objects, each with its months (E4). An end touches all objects, unless the form dates the end
     * of some of them: then only those are meant, and what it leaves open goes on (PT-43, UR-30).
     */
    static ObligationPeriod of(Declaration declaration, TaxObject object, Decisions decisions) {
        LocalDate first = LocalDate.of(declaration.year(), 1, 1);
        LocalDate last = first.with(TemporalAdjusters.lastDayOfYear());
        LocalDate event = declaration.eventDate();
        if (declaration.event() == null || event == null) {
            return new ObligationPeriod(later(first, declaration.since()), last);
        }
        boolean dated = object.from() != null || object.to() != null;
        if (CHANGES.contains(declaration.event()) && (dated || declaration.since() != null)) {
            return new ObligationPeriod(later(first, declaration.since()), last);
        }
        if (ENDS.contains(declaration.event()) && goesOn(object, declaration)) {
            return new ObligationPeriod(later(first, declaration.since()), last);
        }
        List<Map<String, Object>> rows =
                decisions.ask("okres-obowiazku", Map.of("event", declaration.event(), "kind", object.kind()));
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

    private static boolean goesOn(TaxObject object, Declaration declaration) {
        LocalDate end = declaration.eventDate().with(TemporalAdjusters.lastDayOfMonth());
        boolean datesSome = declaration.objects().stream().anyMatch(one -> isEnded(one, end));
        return datesSome && !isEnded(object, end);
    }

    private static boolean isEnded(TaxObject object, LocalDate end) {
        return object.to() != null && !object.to().isAfter(end);
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

    /** Which months these are; a declared number of them counts from the start, or back from a declared end. */
    Months spanOf(TaxObject object) {
        int months = monthsOf(object);
        int first = later(from, object.from()).getMonthValue();
        if (object.months() != null && object.from() == null && object.to() != null) {
            first = object.to().getMonthValue() - months + 1;
        }
        int begun = months == 0 ? first : Math.max(1, Math.min(first, 13 - months));
        return new Months(begun, begun + months - 1);
    }

    /** First day of the object's tax within the year; 1 December if it is not taxed in it. */
    LocalDate startOf(TaxObject object, int year) {
        LocalDate latest = LocalDate.of(year, 12, 1);
        LocalDate start = later(from, object.from());
        return start.isAfter(latest) ? latest : start;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
