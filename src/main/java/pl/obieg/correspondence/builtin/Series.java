package pl.obieg.correspondence.builtin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers without gaps (rule OFF-02). The row of a series stays locked until the transaction that took the number ends,
 * so a number that is rolled back is given to the next one who waits.
 */
@Repository
class Series {

    private final JdbcClient jdbc;

    Series(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the series, from 1; only inside a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(String name) {
        return jdbc.sql("""
                insert into correspondence.series (name, last_number) values (?, 1)
                on conflict (name) do update set last_number = correspondence.series.last_number + 1
                returning last_number
                """).param(name).query(Integer.class).single();
    }
}
