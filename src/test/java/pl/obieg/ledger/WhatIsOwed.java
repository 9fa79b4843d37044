package pl.obieg.ledger;

import java.util.List;

/** What a receivable says: who owes it, and what falls due when. */
final class WhatIsOwed {

    private WhatIsOwed() {}

    static List<String> debtors(LedgerFixture ledger, String receivableId) {
        return ledger.jdbc
                .sql("select party_id from ledger.receivable_party where receivable_id = ? order by 1")
                .param(receivableId)
                .query(String.class)
                .list();
    }

    /** "2026-03-16 242", by their days; what is at nothing is left out. */
    static List<String> instalments(LedgerFixture ledger, String receivableId) {
        return ledger.jdbc
                .sql("select due_on || ' ' || round(amount) from ledger.instalment"
                        + " where receivable_id = ? and amount > 0 order by due_on, number")
                .param(receivableId)
                .query(String.class)
                .list();
    }
}
