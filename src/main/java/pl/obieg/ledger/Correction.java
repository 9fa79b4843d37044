package pl.obieg.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Counted;
import pl.obieg.ledger.Redating.Charged;
import pl.obieg.process.Reasons;

/**
 * Changes the instalments of a receivable and sets its payments anew. An instalment keeps its due date; what a raise adds
 * to it after that date can no longer be met is an instalment of its own (PT-65). Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Correction {

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final Payments payments;
    private final Redating redating;
    private final DueDates dueDates;
    private final Reasons reasons;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    Correction(
            JdbcClient jdbc,
            PayerAccounts accounts,
            Payments payments,
            Redating redating,
            DueDates dueDates,
            Reasons reasons,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.payments = payments;
        this.redating = redating;
        this.dueDates = dueDates;
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

    /** An instalment as it stands. */
    private record Part(int number, LocalDate calendarOn, LocalDate dueOn, BigDecimal amount) {}

    /** @return what the payments of the account exceed what is owed by, zł; the same decision again changes nothing */
    BigDecimal correct(
            String receivableId,
            String changeCase,
            String decisionNumber,
            List<Instalment> changed,
            BigDecimal afterDelivery,
            LocalDate legalDate) {
        Charged charged = redating.charged(receivableId);
        PayerAccount account = accounts.byNrb(charged.account()).orElseThrow();
        accounts.lock(account);
        Optional<BigDecimal> done = jdbc.sql("select overpaid from ledger.correction where decision_number = ?")
                .param(decisionNumber)
                .query(BigDecimal.class)
                .optional();
        if (done.isPresent()) {
            return done.get();
        }
        BigDecimal before = sum(receivableId);
        List<Counted> counted = payments.reverse(
                account.caseNumber(),
                "Podatek zmieniono decyzją %s (art. 254 Ordynacji podatkowej).".formatted(decisionNumber));
        redating.clear(account.account());
        List<String> steps = change(receivableId, changed, afterDelivery, legalDate);
        BigDecimal after = sum(receivableId);
        jdbc.sql("update ledger.receivable set charged = :sum, balance = :sum where id = :id")
                .param("sum", after)
                .param("id", receivableId)
                .update();
        redating.settleAnew(charged, account, counted, instalments(receivableId));
        BigDecimal overpaid = payments.overpaid(account.caseNumber());
        jdbc.sql("insert into ledger.correction values (?, ?, ?, ?, ?, ?)")
                .params(decisionNumber, receivableId, before, after, overpaid, Timestamp.from(clock.instant()))
                .update();
        keepReason(changeCase, receivableId, decisionNumber, before, after, overpaid, steps);
        events.publishEvent(new CaseFact.TaxCorrected(
                charged.caseNumber(),
                receivableId,
                changeCase,
                decisionNumber,
                before,
                after,
                overpaid,
                clock.today()));
        return overpaid;
    }

    private List<String> change(
            String receivableId, List<Instalment> changed, BigDecimal afterDelivery, LocalDate legalDate) {
        List<String> steps = new ArrayList<>();
        for (Instalment target : changed) {
            List<Part> same = parts(receivableId).stream()
                    .filter(part -> part.calendarOn().equals(target.date()))
                    .toList();
            BigDecimal now = same.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal difference = target.amount().subtract(now);
            if (difference.signum() < 0) {
                lower(receivableId, same, difference.negate());
            } else if (difference.signum() > 0) {
                raise(receivableId, same, target.date(), difference, legalDate);
            }
            if (difference.signum() != 0) {
                steps.add("Rata z terminem %s: było %s, jest %s (PT-14, art. 254 Ordynacji podatkowej)."
                        .formatted(Zloty.day(target.date()), Zloty.text(now), Zloty.text(target.amount())));
            }
        }
        if (afterDelivery.signum() > 0) {
            raise(receivableId, List.of(), legalDate, afterDelivery, legalDate);
            steps.add("%s płatne w 14 dni od doręczenia decyzji, bo nie ma już terminu w roku (PT-66)."
                    .formatted(Zloty.text(afterDelivery)));
        }
        return steps;
    }

    private void lower(String receivableId, List<Part> same, BigDecimal difference) {
        BigDecimal left = difference;
        for (int at = same.size() - 1; at >= 0 && left.signum() > 0; at--) {
            BigDecimal cut = left.min(same.get(at).amount());
            setAmount(receivableId, same.get(at).number(), same.get(at).amount().subtract(cut));
            left = left.subtract(cut);
        }
    }

    private void raise(
            String receivableId, List<Part> same, LocalDate calendarOn, BigDecimal difference, LocalDate legalDate) {
        LocalDate dueOn = dueDates.dueOn(calendarOn, legalDate);
        Optional<Part> one =
                same.stream().filter(part -> part.dueOn().equals(dueOn)).findFirst();
        if (one.isPresent()) {
            setAmount(receivableId, one.get().number(), one.get().amount().add(difference));
            return;
        }
        jdbc.sql("""
                insert into ledger.instalment (receivable_id, number, calendar_on, due_on, amount)
                select receivable_id, max(number) + 1, :calendarOn, :dueOn, :amount
                from ledger.instalment where receivable_id = :id group by receivable_id
                """)
                .param("calendarOn", calendarOn)
                .param("dueOn", dueOn)
                .param("amount", difference)
                .param("id", receivableId)
                .update();
    }

    private void setAmount(String receivableId, int number, BigDecimal amount) {
        jdbc.sql("update ledger.instalment set amount = ? where receivable_id = ? and number = ?")
                .params(amount, receivableId, number)
                .update();
    }

    private List<Part> parts(String receivableId) {
        return jdbc.sql("select number, calendar_on, due_on, amount from ledger.instalment where receivable_id = ?"
                        + " order by number")
                .param(receivableId)
                .query(Part.class)
                .list();
    }

    private List<Instalment> instalments(String receivableId) {
        return parts(receivableId).stream()
                .map(part -> new Instalment(part.number(), part.dueOn(), part.amount()))
                .toList();
    }

    private BigDecimal sum(String receivableId) {
        return parts(receivableId).stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void keepReason(
            String changeCase,
            String receivableId,
            String decisionNumber,
            BigDecimal before,
            BigDecimal after,
            BigDecimal overpaid,
            List<String> steps) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Decyzja zmieniająca", decisionNumber);
        inputs.put("Przypisano dotąd", Zloty.text(before));
        inputs.put("Przypisano po zmianie", Zloty.text(after));
        List<String> all = new ArrayList<>(steps);
        if (overpaid.signum() > 0) {
            all.add("Wpłaty przewyższają należność o %s: to nadpłata (OVP-01, art. 72 § 1 pkt 1 Ordynacji podatkowej)."
                    .formatted(Zloty.text(overpaid)));
        }
        reasons.keep(changeCase, receivableId, "Korekta przypisu podatku", inputs, all);
    }
}
