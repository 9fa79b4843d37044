package pl.obieg.tax.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import pl.obieg.process.Decisions;
import pl.obieg.process.Refusal;
import pl.obieg.tax.declaration.Declaration;
import pl.obieg.tax.declaration.TaxObject;

/** What objects of a decision become by an event of the year (D02, table {@code okres-obowiazku}; PT-40 to PT-44). */
@Component
public class ObjectChanges {

    private static final Set<String> SPLITS = Set.of("BUSINESS_USE", "AREA_CHANGE", "USE_CHANGE");
    private static final Set<String> ENDS = Set.of("SALE", "LOSS_OF_POSSESSION", "DEMOLITION", "END_OF_USE");

    private final Decisions decisions;

    public ObjectChanges(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * An event the office learned of.
     *
     * @param objects numbers of the objects it touches, from 1; empty for all
     * @param newArea m² after the change of an area, or m² that a change of use touches; {@code null} if the whole object
     * @param newUsage after the change, or {@code null}
     */
    public record Event(String kind, LocalDate date, Set<Integer> objects, BigDecimal newArea, String newUsage) {}

    /** The objects of a declaration with the days of the year in which they are taxed by it. */
    public List<TaxObject> dated(Declaration declaration) {
        return declaration.objects().stream()
                .map(object -> dated(declaration, object))
                .toList();
    }

    private TaxObject dated(Declaration declaration, TaxObject object) {
        if (object.months() != null) {
            return object;
        }
        ObligationPeriod period = ObligationPeriod.of(declaration, object, decisions);
        LocalDate from = later(period.from(), object.from());
        LocalDate to = object.to() != null && object.to().isBefore(period.to()) ? object.to() : period.to();
        return object.within(from, to);
    }

    /**
     * The objects after the event. One that ends is taxed to the end of the month (PT-43); one that changes is two, the
     * second from the next month on (PT-42). If its use changes in a part, the rest goes on as it was (E4).
     *
     * @throws Refusal {@code EVENT_NEEDS_FORM} for an event that brings new objects: only the owner can declare them;
     *     {@code OBJECT_UNKNOWN} if there is no object of a number; {@code AREA_TOO_LARGE} if the part is more than the whole
     */
    public List<TaxObject> after(Event event, int year, List<TaxObject> objects) {
        if (event.objects().stream().anyMatch(number -> number < 1 || number > objects.size())) {
            throw new Refusal(
                    "OBJECT_UNKNOWN", "Decyzja obejmuje " + objects.size() + " przedmiotów; podaj ich numery od 1.");
        }
        if (!SPLITS.contains(event.kind()) && !ENDS.contains(event.kind())) {
            throw new Refusal(
                    "EVENT_NEEDS_FORM",
                    "Nowy przedmiot musi wykazać podatnik w informacji. Wezwij go do jej złożenia (art. 274a § 1"
                            + " Ordynacji podatkowej).");
        }
        List<TaxObject> after = new ArrayList<>();
        List<TaxObject> added = new ArrayList<>();
        for (int at = 0; at < objects.size(); at++) {
            TaxObject object = objects.get(at);
            if (!event.objects().isEmpty() && !event.objects().contains(at + 1)) {
                after.add(object);
            } else if (ENDS.contains(event.kind())) {
                after.add(ended(event, year, object));
            } else {
                LocalDate monthEnd = event.date().with(TemporalAdjusters.lastDayOfMonth());
                after.add(object.within(object.from(), earlier(monthEnd, object.to())));
                LocalDate since = later(monthEnd.plusDays(1), object.from());
                changed(event, at + 1, object).forEach(part -> added.add(part.within(since, object.to())));
            }
        }
        after.addAll(added);
        return List.copyOf(after);
    }

    private List<TaxObject> changed(Event event, int number, TaxObject object) {
        String usage = event.newUsage() == null && "BUSINESS_USE".equals(event.kind()) ? "BUSINESS" : event.newUsage();
        BigDecimal whole = event.newArea() == null || "AREA_CHANGE".equals(event.kind()) ? null : areaOf(object);
        if (whole == null || usage == null || event.newArea().compareTo(whole) == 0) {
            return List.of(object.changed(whole == null ? event.newArea() : null, usage));
        }
        if (event.newArea().compareTo(whole) > 0) {
            throw new Refusal(
                    "AREA_TOO_LARGE",
                    "Przedmiot nr " + number + " ma " + Polish.decimal(whole)
                            + " m²; sposób wykorzystania nie mógł się zmienić na większej powierzchni.");
        }
        return List.of(object.changed(whole.subtract(event.newArea()), null), object.changed(event.newArea(), usage));
    }

    /** m²; {@code null} of what is measured otherwise. */
    private BigDecimal areaOf(TaxObject object) {
        if (!object.floors().isEmpty()) {
            return UsableArea.of(object, decisions).squareMetres();
        }
        return object.area() != null || object.areaHa() == null
                ? object.area()
                : object.areaHa().movePointRight(4);
    }

    private TaxObject ended(Event event, int year, TaxObject object) {
        Declaration told = new Declaration(
                null, null, year, null, null, event.kind(), event.date(), null, List.of(), null, List.of(object), null);
        LocalDate to = ObligationPeriod.of(told, object, decisions).to();
        return object.within(object.from(), earlier(to, object.to()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}
