package pl.obieg.ledger;

import org.springframework.stereotype.Component;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.OwedToday;

/** Interest and costs of today, for whoever shows a payer his account. */
@Component
class OwedOnAccount implements OwedToday {

    private final Debts debts;
    private final OfficeClock clock;

    OwedOnAccount(Debts debts, OfficeClock clock) {
        this.debts = debts;
        this.clock = clock;
    }

    @Override
    public Sum on(String account) {
        Debts.Owed owed = debts.owed(account, clock.today());
        return new Sum(owed.interest(), owed.costs());
    }
}
