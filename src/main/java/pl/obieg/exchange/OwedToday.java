package pl.obieg.exchange;

import java.math.BigDecimal;

/** What is owed today on a payer's account beside the instalments themselves. The module that keeps the money implements it. */
public interface OwedToday {

    /** @param account the payer's NRB, 26 digits; sums are zero for one that is not known */
    Sum on(String account);

    /**
     * Sums in zł.
     *
     * @param interest on everything overdue, to today
     * @param costs of delivered upomnienia
     */
    record Sum(BigDecimal interest, BigDecimal costs) {}
}
