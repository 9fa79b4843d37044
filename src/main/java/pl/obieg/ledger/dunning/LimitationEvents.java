package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What breaks the limitation term of receivables (LIM-01, OP art. 70 §4). */
@Repository
public class LimitationEvents {

    private final JdbcClient jdbc;
    private final Dunnings dunnings;

    LimitationEvents(JdbcClient jdbc, Dunnings dunnings) {
        this.jdbc = jdbc;
        this.dunnings = dunnings;
    }

    /**
     * Notes a measure at every receivable of the round; the same day again changes nothing.
     *
     * @param day the debtor was notified of it
     * @param basis Polish phrase
     */
    public void broken(String dunningId, LocalDate day, String basis) {
        dunnings.dues(dunningId).stream()
                .map(Dunning.DueKey::receivableId)
                .distinct()
                .forEach(receivableId ->
                        jdbc.sql("""
                        insert into ledger.limitation_event (receivable_id, kind, from_on, basis)
                        values (?, 'MEASURE', ?, ?) on conflict do nothing
                        """).params(receivableId, day, basis).update());
    }
}
