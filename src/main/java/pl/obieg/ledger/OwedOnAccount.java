package pl.obieg.ledger;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.OwedToday;

/** Interest and costs of today, for whoever shows a payer his account. */
@Component
class OwedOnAccount implements OwedToday {

    private final Debts debts;
    private final ReducedRates reducedRates;
    private final CardSettings cards;
    private final OfficeClock clock;

    OwedOnAccount(Debts debts, ReducedRates reducedRates, CardSettings cards, OfficeClock clock) {
        this.debts = debts;
        this.reducedRates = reducedRates;
        this.cards = cards;
        this.clock = clock;
    }

    @Override
    public Sum on(String account) {
        Debts.Owed owed = debts.owed(account, clock.today());
        LocalDate reducedUntil = owed.interest().signum() == 0
                ? null
                : reducedRates.open(account, clock.today()).stream()
                        .map(ReducedRates.Open::reducedUntil)
                        .findFirst()
                        .orElse(null);
        return new Sum(owed.interest(), owed.costs(), reducedUntil);
    }

    @Override
    public String cards() {
        return cards.text(clock.today());
    }
}
