package pl.obieg.ledger;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import pl.obieg.process.Reasons;

/**
 * A delivery was found defective later, so the decision was delivered on another day: due dates (D08), interest (D09),
 * the way payments were set (D10) and costs of dunning follow. What was done before stays as history. Runs in the
 * caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Redating {

    /** A receivable by decision. */
    record Charged(String id, String caseNumber, int taxYear, String account, String regime, LocalDate legalDate) {

        /** The day its due dates count from (PT-65); {@code null} if they are those of the statute. */
        LocalDate dueFrom() {
            return Redating.dueFrom(regime, legalDate);
        }
    }

    /** Only a decision that establishes a tax moves its due dates; one that determines it does not (PT-12, OP art. 21). */
    static LocalDate dueFrom(String regime, LocalDate legalDate) {
        return "DECISION".equals(regime) ? legalDate : null;
    }

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final Payments payments;
    private final Settlement settlement;
    private final DueDates dueDates;
    private final Reasons reasons;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    Redating(
            JdbcClient jdbc,
            PayerAccounts accounts,
            Receivables receivables,
            Payments payments,
            Settlement settlement,
            DueDates dueDates,
            Reasons reasons,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.receivables = receivables;
        this.payments = payments;
        this.settlement = settlement;
        this.dueDates = dueDates;
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

    /** The decision was in fact delivered on another day; the same day again changes nothing. */
    void redate(String receivableId, LocalDate legalDate) {
        redate(
                receivableId,
                legalDate,
                "Zmiana daty doręczenia decyzji z %s na %s (art. 47 § 1 Ordynacji podatkowej).");
    }

    /**
     * The decision turned out not to be delivered yet, so nothing is due: until it is, the tax is dated as if it were
     * delivered on a coming day.
     */
    void suspend(String receivableId, LocalDate notBefore) {
        redate(
                receivableId,
                notBefore,
                "Doręczenie decyzji z %s okazało się wadliwe; do ponownego doręczenia terminy liczy się od %s.");
    }

    private void redate(String receivableId, LocalDate legalDate, String why) {
        PayerAccount account = accounts.byNrb(charged(receivableId).account()).orElseThrow();
        accounts.lock(account);
        Charged before = charged(receivableId);
        if (legalDate.equals(before.legalDate())) {
            return;
        }
        List<Counted> counted = payments.reverse(
                account.caseNumber(), why.formatted(Zloty.day(before.legalDate()), Zloty.day(legalDate)));
        List<Instalment> instalments = move(before, legalDate);
        clear(account.account());
        lapseCosts(receivableId);
        tell(before);
        events.publishEvent(new CaseFact.TaxRedated(before.caseNumber(), before.id(), legalDate, instalments));
        settlement.setAgain(account, counted);
    }

    /**
     * Sets the payments of an account anew after its instalments were changed, and tells what follows.
     *
     * @param counted what the payments counted for before {@link Payments#reverse}
     */
    void settleAnew(Charged charged, PayerAccount account, List<Counted> counted) {
        tell(charged);
        settlement.setAgain(account, counted);
    }

    /** Debtors are those whom the decision reached (PT-53, OP art. 91–92). */
    void owedBy(String receivableId, List<String> partyIds) {
        if (partyIds == null
                || partyIds.isEmpty()
                || receivables.parties(receivableId).equals(Set.copyOf(partyIds))) {
            return;
        }
        receivables.setParties(receivableId, partyIds);
        tell(charged(receivableId));
    }

    Charged charged(String receivableId) {
        return jdbc.sql(
                        "select id, case_number, tax_year, account, regime, legal_date from ledger.receivable where id = ?")
                .param(receivableId)
                .query(Charged.class)
                .single();
    }

    private List<Instalment> move(Charged charged, LocalDate legalDate) {
        LocalDate dueFrom = dueFrom(charged.regime(), legalDate);
        List<Instalment> planned = jdbc.sql("select number, calendar_on as date, amount from ledger.instalment"
                        + " where receivable_id = ? and relief_id is null order by number")
                .param(charged.id())
                .query(Instalment.class)
                .list();
        reasons.keep(
                charged.caseNumber(),
                charged.id(),
                "Terminy płatności rat po zmianie daty doręczenia",
                Map.of(
                        "Dzień doręczenia decyzji", Zloty.day(legalDate),
                        "Wcześniej przyjęty dzień", Zloty.day(charged.legalDate())),
                planned.stream().map(each -> dueDates.why(each, dueFrom)).toList());
        List<Instalment> instalments = planned.stream()
                .map(each -> new Instalment(each.number(), dueDates.dueOn(each.date(), dueFrom), each.amount()))
                .toList();
        instalments.forEach(
                each -> jdbc.sql("update ledger.instalment set due_on = ? where receivable_id = ? and number = ?")
                        .params(each.date(), charged.id(), each.number())
                        .update());
        jdbc.sql("update ledger.receivable set legal_date = ? where id = ?")
                .params(legalDate, charged.id())
                .update();
        jdbc.sql("insert into ledger.redating (receivable_id, old_legal_date, new_legal_date, redated_at)"
                        + " values (?, ?, ?, ?)")
                .params(charged.id(), charged.legalDate(), legalDate, Timestamp.from(clock.instant()))
                .update();
        return instalments;
    }

    /** As {@link Receivables#clear}. */
    void clear(String account) {
        receivables.clear(account);
    }

    /** An upomnienie issued when nothing it names was overdue yet costs the payer nothing. */
    private void lapseCosts(String receivableId) {
        jdbc.sql("""
                update ledger.collection_cost c set lapsed_on = ?
                where c.receivable_id = ? and c.lapsed_on is null
                  and (not exists (select from ledger.dunning d where d.cost_id = c.id)
                       or exists (select from ledger.dunning d join ledger.dunning_due dd on dd.dunning_id = d.id
                                  where d.cost_id = c.id and dd.receivable_id = c.receivable_id))
                  and not exists (
                    select from ledger.instalment i
                    where i.receivable_id = c.receivable_id and i.due_on < coalesce(
                        (select min(d.issued_on) from ledger.dunning d where d.cost_id = c.id), c.arisen_on)
                      and (not exists (select from ledger.dunning d where d.cost_id = c.id)
                           or exists (select from ledger.dunning d
                                      join ledger.dunning_due dd on dd.dunning_id = d.id
                                      where d.cost_id = c.id and dd.receivable_id = i.receivable_id
                                        and dd.instalment_number = i.number)))
                """).params(clock.today(), receivableId).update();
    }

    /** Tells the instalments as they are now. */
    private void tell(Charged charged) {
        receivables.charged(charged.id()).ifPresent(events::publishEvent);
    }
}
