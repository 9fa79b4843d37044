package pl.obieg.ledger.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders that let a decision be carried out before it is final (OP art. 239b), one per case. */
@Repository
class Rigours {

    /** The tax of a decision. */
    record Tax(String receivableId, String account, int taxYear) {}

    private final JdbcClient jdbc;

    Rigours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was charged by decision in the case, the newest. */
    Optional<Tax> taxOf(String caseNumber) {
        return jdbc.sql("select id as receivable_id, account, tax_year from ledger.receivable"
                        + " where case_number = ? and regime <> 'SELF' order by charged_at desc limit 1")
                .param(caseNumber)
                .query(Tax.class)
                .optional();
    }

    /** Whether the decision changed the tax, or determined it in another case than the one it is charged in. */
    boolean changed(String receivableId, String decisionNumber) {
        return jdbc.sql("select exists (select from ledger.correction where receivable_id = ?"
                        + " and legal_date is not null and starts_with(?, change_case || '.'))")
                .params(receivableId, decisionNumber)
                .query(Boolean.class)
                .single();
    }

    List<String> debtors(String receivableId) {
        return jdbc.sql("select party_id from ledger.receivable_party where receivable_id = ? order by party_id")
                .param(receivableId)
                .query(String.class)
                .list();
    }

    /** In place of a former draft of the same case. */
    void drafted(String caseNumber, String receivableId, String decisionNumber, String ground) {
        jdbc.sql("""
                insert into ledger.rigour (case_number, receivable_id, decision_number, ground) values (?, ?, ?, ?)
                on conflict (case_number) do update set receivable_id = excluded.receivable_id,
                    decision_number = excluded.decision_number, ground = excluded.ground
                """).params(caseNumber, receivableId, decisionNumber, ground).update();
    }

    void given(String caseNumber, String orderNumber, LocalDate day) {
        jdbc.sql("update ledger.rigour set order_number = ?, given_on = ? where case_number = ?")
                .params(orderNumber, day, caseNumber)
                .update();
    }
}
