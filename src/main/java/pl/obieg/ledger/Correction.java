package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.exchange.Instalment;
import pl.obieg.ledger.Corrections.Made;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Counted;
import pl.obieg.ledger.Redating.Charged;
import pl.obieg.process.Reasons;

/**
 * Changes the instalments of a receivable ({@link Recharge}) and sets its payments anew. Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Correction {

    private final Corrections corrections;
    private final PayerAccounts accounts;
    private final Payments payments;
    private final Redating redating;
    private final Recharge recharge;
    private final Reasons reasons;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    Correction(
            Corrections corrections,
            PayerAccounts accounts,
            Payments payments,
            Redating redating,
            Recharge recharge,
            Reasons reasons,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.corrections = corrections;
        this.accounts = accounts;
        this.payments = payments;
        this.redating = redating;
        this.recharge = recharge;
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

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
        Optional<BigDecimal> done = corrections.by(decisionNumber).map(Made::overpaid);
        if (done.isPresent()) {
            return done.get();
        }
        BigDecimal before = recharge.tax(receivableId);
        Map<LocalDate, BigDecimal> datesBefore = recharge.byDate(receivableId);
        List<Counted> counted = payments.reverse(
                account.caseNumber(),
                "Podatek zmieniono decyzją %s (art. 254 Ordynacji podatkowej).".formatted(decisionNumber));
        redating.clear(account.account());
        List<String> steps =
                new ArrayList<>(recharge.to(receivableId, changed, legalDate, "PT-14, art. 254 Ordynacji podatkowej"));
        Map<LocalDate, BigDecimal> datesAfter = recharge.byDate(receivableId);
        if (afterDelivery.signum() > 0) {
            recharge.addAfterDelivery(receivableId, afterDelivery, legalDate);
            steps.add("%s płatne w 14 dni od doręczenia decyzji, bo nie ma już terminu w roku (PT-66)."
                    .formatted(Zloty.text(afterDelivery)));
        }
        recharge.total(receivableId);
        BigDecimal after = recharge.tax(receivableId);
        redating.settleAnew(charged, account, counted);
        BigDecimal overpaid = payments.overpaid(account.caseNumber());
        Made made = new Made(
                decisionNumber,
                receivableId,
                changeCase,
                before,
                after,
                overpaid,
                legalDate,
                afterDelivery,
                false,
                true);
        corrections.keep(made, datesBefore, datesAfter);
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
