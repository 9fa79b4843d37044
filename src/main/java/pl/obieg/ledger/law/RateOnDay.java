package pl.obieg.ledger.law;

import java.time.LocalDate;

/** Where the rate of a day is read: the cached table, or the decision table itself. */
@FunctionalInterface
public interface RateOnDay {

    /** @throws IllegalStateException if no rate is known for the day */
    InterestRates.Rate on(LocalDate day);
}
