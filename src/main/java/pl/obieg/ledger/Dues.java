package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.ledger.law.Allocation.Cost;
import pl.obieg.ledger.law.Allocation.Due;

/** The arrears of a party in all its cases on a day: what a tax certificate speaks of (P10, OP art. 306e). */
@Repository
class Dues {

    /**
     * One arrear.
     *
     * @param instalment number of the instalment; {@code null} for costs of an upomnienie
     * @param dueOn last day to pay it; for costs the day they arose
     * @param principal still to pay, zł
     * @param interest of the day, full zł
     */
    record Line(
            String caseNumber,
            int taxYear,
            Integer instalment,
            LocalDate dueOn,
            BigDecimal principal,
            BigDecimal interest) {

        BigDecimal total() {
            return principal.add(interest);
        }
    }

    private record Owner(String id, String caseNumber, int taxYear) {}

    private final JdbcClient jdbc;
    private final Debts debts;

    Dues(JdbcClient jdbc, Debts debts) {
        this.jdbc = jdbc;
        this.debts = debts;
    }

    /** What is overdue on the day, oldest first; what falls due later is no arrear (OP art. 51 §1). */
    List<Line> arrears(List<String> partyIds, LocalDate day) {
        List<Line> lines = new ArrayList<>();
        for (String account : accounts(partyIds)) {
            for (Due due : debts.dues(account, day)) {
                if (due.dueOn().isBefore(day)) {
                    Owner owner = owner(due.receivableId());
                    lines.add(new Line(
                            owner.caseNumber(),
                            owner.taxYear(),
                            due.number(),
                            due.dueOn(),
                            due.principal(),
                            due.interest().charged()));
                }
            }
            for (Cost cost : debts.costs(account, day)) {
                Owner owner = owner(cost.receivableId());
                lines.add(new Line(
                        owner.caseNumber(), owner.taxYear(), null, cost.arisenOn(), cost.open(), BigDecimal.ZERO));
            }
        }
        return lines.stream()
                .sorted(java.util.Comparator.comparing(Line::dueOn).thenComparing(Line::caseNumber))
                .toList();
    }

    private List<String> accounts(List<String> partyIds) {
        return partyIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select distinct r.account from ledger.receivable r
                join ledger.receivable_party p on p.receivable_id = r.id where p.party_id in (:parties) order by 1
                """).param("parties", partyIds).query(String.class).list();
    }

    private Owner owner(String receivableId) {
        return jdbc.sql("select id, case_number, tax_year from ledger.receivable where id = ?")
                .param(receivableId)
                .query(Owner.class)
                .single();
    }
}
