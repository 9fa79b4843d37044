package pl.obieg.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Counted;
import pl.obieg.ledger.Redating.Charged;
import pl.obieg.ledger.law.Arrear.FreeSpan;
import pl.obieg.process.Reasons;

/**
 * Another tax on a receivable after a ruling ({@link Recharge}). The dates stay; parts that are not owed any more remain
 * with 0 zł, since earlier allocations speak of them. Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class RulingCorrection {

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final Payments payments;
    private final Debts debts;
    private final Redating redating;
    private final Recharge recharge;
    private final Reasons reasons;
    private final OfficeClock clock;

    RulingCorrection(
            JdbcClient jdbc,
            PayerAccounts accounts,
            Payments payments,
            Debts debts,
            Redating redating,
            Recharge recharge,
            Reasons reasons,
            OfficeClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.payments = payments;
        this.debts = debts;
        this.redating = redating;
        this.recharge = recharge;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * @param planned the new instalments, or {@code null}: the tax stays
     * @param ofChange the ruling is about a changing decision: what it brings back is not due before it is told
     * @return what of the payments of the case is left over, zł
     */
    BigDecimal apply(
            String receivableId,
            String appealCase,
            String outcome,
            List<Instalment> planned,
            boolean ofChange,
            List<FreeSpan> spans) {
        Charged receivable = redating.charged(receivableId);
        PayerAccount account = accounts.byNrb(receivable.account()).orElseThrow();
        accounts.lock(account);
        BigDecimal oldTax = recharge.tax(receivableId);
        BigDecimal newTax = planned == null
                ? oldTax
                : planned.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!note(receivableId, appealCase, outcome, oldTax, newTax)) {
            return payments.overpaid(account.caseNumber());
        }
        List<Counted> counted = payments.reverse(
                account.caseNumber(),
                "Rozstrzygnięcie po odwołaniu (%s): podatek %s zamiast %s."
                        .formatted(appealCase, Zloty.text(newTax), Zloty.text(oldTax)));
        redating.clear(account.account());
        List<String> changes = planned == null
                ? List.of()
                : recharge.to(
                        receivableId,
                        recharge.withOthersAtNothing(receivableId, planned),
                        ofChange && receivable.dueFrom() != null ? clock.today() : receivable.dueFrom(),
                        "P05, art. 233 Ordynacji podatkowej");
        recharge.total(receivableId);
        spans.forEach(span -> debts.stopInterest(receivableId, span));
        redating.settleAnew(receivable, account, counted);
        BigDecimal overpaid = payments.overpaid(account.caseNumber());
        explain(receivable, oldTax, newTax, changes, spans, overpaid);
        return overpaid;
    }

    private boolean note(String receivableId, String appealCase, String outcome, BigDecimal oldTax, BigDecimal newTax) {
        return jdbc.sql("""
                insert into ledger.ruling (receivable_id, appeal_case, outcome, old_tax, new_tax, applied_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                        .params(receivableId, appealCase, outcome, oldTax, newTax, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private void explain(
            Charged before,
            BigDecimal oldTax,
            BigDecimal newTax,
            List<String> changes,
            List<FreeSpan> spans,
            BigDecimal overpaid) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Podatek przed rozstrzygnięciem", Zloty.text(oldTax));
        inputs.put("Podatek po rozstrzygnięciu", Zloty.text(newTax));
        List<String> steps = new ArrayList<>();
        steps.add("P05: przypis zmieniono na " + Zloty.text(newTax) + ", wpłaty zaliczono od nowa (PAY-04, PAY-05).");
        steps.addAll(changes);
        spans.forEach(span -> steps.add("INT-05: od " + Zloty.day(span.from()) + " do " + Zloty.day(span.to())
                + " nie nalicza się odsetek (" + span.basis() + ")."));
        steps.add(
                overpaid.signum() == 0
                        ? "OVP-01: nadpłata nie powstała."
                        : "OVP-01: wpłaty przewyższają podatek, nadpłata " + Zloty.text(overpaid) + ".");
        reasons.keep(before.caseNumber(), before.id(), "Rozstrzygnięcie po odwołaniu w księgowości", inputs, steps);
    }
}
