package pl.obieg.ledger;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.law.Limitation;

/** Until when dues can be collected (LIM-01), from the measures and reliefs the ledger knows. */
@Repository
public class LimitationTerms {

    /** No due is taken by limitation in the year it falls due and the five after it. */
    private static final int YEARS_IN_ANY_CASE = 5;

    private final JdbcClient jdbc;
    private final Reliefs reliefs;

    LimitationTerms(JdbcClient jdbc, Reliefs reliefs) {
        this.jdbc = jdbc;
        this.reliefs = reliefs;
    }

    /** Of an instalment that is due on the day. */
    public Limitation of(String receivableId, int number, LocalDate dueOn) {
        List<LocalDate> measures = jdbc.sql(
                        "select from_on from ledger.limitation_event where receivable_id = ? and kind = 'MEASURE'")
                .param(receivableId)
                .query(LocalDate.class)
                .list();
        return Limitation.of(dueOn, measures, reliefs.suspensions(receivableId, number));
    }

    /** Whether the instalment could not be collected any more on the day: it had expired (OP art. 59 §1 pkt 9). */
    boolean passed(String receivableId, int number, LocalDate dueOn, LocalDate day) {
        return day.getYear() - dueOn.getYear() > YEARS_IN_ANY_CASE
                && of(receivableId, number, dueOn).passedOn(day);
    }
}
