package pl.obieg.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is owed today on a payer's account beside the instalments themselves. The module that keeps the money implements it. */
public interface OwedToday {

    /** @param account the payer's NRB, 26 digits; sums are zero for one that is not known */
    Sum on(String account);

    /** Whether cards are taken (PAY-03), a Polish sentence. */
    String cards();

    /**
     * Sums in zł.
     *
     * @param interest on everything overdue, to today
     * @param costs of delivered upomnienia
     * @param reducedUntil the interest is at half the rate, which is earned by paying all of it by this day (INT-03); {@code
     *     null} if it is at the full rate
     */
    record Sum(BigDecimal interest, BigDecimal costs, LocalDate reducedUntil) {}
}
