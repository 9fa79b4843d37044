package pl.obieg.ledger.enforcement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * First names of a debtor's parents, which a title states if they are known (ARR-08, UPEA art. 27 §1 pkt 2). A clerk writes
 * them on the debtor's page; personal data, so they are in no procedure.
 */
@Repository
public class DebtorParents {

    private static final Parents UNKNOWN = new Parents("", "");

    private final JdbcClient jdbc;

    DebtorParents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where not known. */
    public record Parents(String father, String mother) {

        /** For the printed title. */
        String text() {
            return father.isEmpty() || mother.isEmpty() ? father + mother : father + ", " + mother;
        }
    }

    public Parents of(String partyId) {
        return jdbc.sql("select coalesce(father, '') as father, coalesce(mother, '') as mother"
                        + " from ledger.debtor_parents where party_id = ?")
                .param(partyId)
                .query(Parents.class)
                .optional()
                .orElse(UNKNOWN);
    }

    @Transactional
    public void keep(String partyId, Parents parents) {
        jdbc.sql("insert into ledger.debtor_parents values (?, ?, ?) on conflict (party_id) do update set"
                        + " father = excluded.father, mother = excluded.mother")
                .params(partyId, parents.father().strip(), parents.mother().strip())
                .update();
    }
}
