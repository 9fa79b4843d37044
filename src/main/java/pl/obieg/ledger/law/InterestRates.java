package pl.obieg.ledger.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The yearly rates of interest on arrears by their first day, read once from the table {@code stopa-odsetek}. */
public final class InterestRates implements RateOnDay {

    private final TreeMap<LocalDate, Rate> byFirstDay = new TreeMap<>();

    public InterestRates(Collection<Rate> rates) {
        rates.forEach(rate -> byFirstDay.put(rate.from(), rate));
    }

    @Override
    public Rate on(LocalDate day) {
        Map.Entry<LocalDate, Rate> known = byFirstDay.floorEntry(day);
        if (known == null) {
            throw new IllegalStateException("The table stopa-odsetek knows no rate on " + day);
        }
        return known.getValue();
    }

    /** Oldest first. */
    public Collection<Rate> all() {
        return byFirstDay.values();
    }

    /**
     * A rate until a newer one begins.
     *
     * @param percent of the basic rate per year: {@code 10.5}
     */
    public record Rate(LocalDate from, BigDecimal percent) {}
}
