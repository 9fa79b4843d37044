package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.Reasons;

/**
 * A tax that taxpayers count themselves is owed once a year: what a later declaration or a determining decision says takes
 * the place of what was charged (OP art. 81, art. 21 § 2–3). A raise is due on the days of the tax act and bears interest
 * from them (PT-12); what was paid too much is an overpayment (OVP-01). Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class DeclaredCorrection {

    static final String BASIS = "PT-12, art. 81 i art. 21 § 2–3 Ordynacji podatkowej";

    private final JdbcClient jdbc;
    private final Corrections corrections;
    private final PayerAccounts accounts;
    private final Payments payments;
    private final Redating redating;
    private final Recharge recharge;
    private final ReducedRates reducedRates;
    private final SuspendedInterest suspendedInterest;
    private final Reasons reasons;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    DeclaredCorrection(
            JdbcClient jdbc,
            Corrections corrections,
            PayerAccounts accounts,
            Payments payments,
            Redating redating,
            Recharge recharge,
            ReducedRates reducedRates,
            SuspendedInterest suspendedInterest,
            Reasons reasons,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.corrections = corrections;
        this.accounts = accounts;
        this.payments = payments;
        this.redating = redating;
        this.recharge = recharge;
        this.reducedRates = reducedRates;
        this.suspendedInterest = suspendedInterest;
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

    /** The tax of the year that was declared or determined, of the same kind (JRWA class of its case) and exactly these taxpayers. */
    Optional<String> charged(String caseNumber, int taxYear, List<String> partyIds) {
        if (partyIds.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select r.id from ledger.receivable r
                where r.regime in ('SELF', 'DETERMINED') and r.tax_year = :year
                  and split_part(r.case_number, '.', 2) = split_part(:case, '.', 2)
                  and array(select p.party_id::text from ledger.receivable_party p where p.receivable_id = r.id
                            order by 1) = array(select x from unnest(array[:parties]::text[]) x order by 1)
                order by r.charged_at, r.id limit 1
                """)
                .param("year", taxYear)
                .param("case", caseNumber)
                .param("parties", new TreeSet<>(partyIds))
                .query(String.class)
                .optional();
    }

    /** The receivable that the assessment corrected before. */
    Optional<String> correctedBy(String assessmentId) {
        return corrections.by(assessmentId).map(Made::receivableId);
    }

    /**
     * @param planned all of the year by the dates of the tax act, full zł
     * @param decidedOn when the determining decision was delivered: what it is about then waits for it to become final
     *     (ARR-02, OP art. 239a); {@code null} if declared
     */
    void correct(
            String receivableId,
            String changeCase,
            String assessmentId,
            List<Instalment> planned,
            LocalDate decidedOn) {
        Charged charged = redating.charged(receivableId);
        PayerAccount account = accounts.byNrb(charged.account()).orElseThrow();
        accounts.lock(account);
        BigDecimal before = recharge.tax(receivableId);
        Map<LocalDate, BigDecimal> datesBefore = recharge.byDate(receivableId);
        List<Counted> counted = payments.reverse(
                account.caseNumber(),
                "Zadeklarowany podatek zmieniono w sprawie %s (%s).".formatted(changeCase, BASIS));
        redating.clear(account.account());
        List<String> steps = new ArrayList<>(
                recharge.to(receivableId, recharge.withOthersAtNothing(receivableId, planned), null, BASIS));
        recharge.total(receivableId);
        BigDecimal after = recharge.tax(receivableId);
        if (after.compareTo(before) > 0) {
            reducedRates.passOn(changeCase, assessmentId, charged.caseNumber(), assessmentOf(receivableId));
        }
        steps.addAll(suspendedInterest.charged(changeCase, receivableId));
        redating.settleAnew(charged, account, counted);
        BigDecimal overpaid = payments.overpaid(account.caseNumber());
        Made made = new Made(
                assessmentId,
                receivableId,
                changeCase,
                before,
                after,
                overpaid,
                decidedOn,
                BigDecimal.ZERO,
                false,
                true);
        corrections.keep(made, datesBefore, recharge.byDate(receivableId));
        if (decidedOn != null) {
            jdbc.sql("update ledger.receivable set regime = 'DETERMINED', legal_date = ? where id = ?")
                    .params(decidedOn, receivableId)
                    .update();
        }
        keepReason(charged, changeCase, before, after, overpaid, steps);
        events.publishEvent(new CaseFact.TaxCorrected(
                charged.caseNumber(), receivableId, changeCase, null, before, after, overpaid, clock.today()));
        if (isSettled(receivableId)) {
            events.publishEvent(new ProcedureMessage("ReceivableSettled", changeCase, receivableId + "/" + changeCase));
        }
    }

    /** Whether a decision took the place of what was charged as declared on the assessment. */
    boolean isDetermined(String assessmentId) {
        return corrections.ofDetermination(assessmentId).isPresent();
    }

    /**
     * As {@link #correct}, if the assessment was charged as declared because its decision had seemed undelivered; once.
     *
     * @param receivableId that it was charged on or corrected
     */
    void determine(
            String receivableId,
            String changeCase,
            String assessmentId,
            List<Instalment> planned,
            LocalDate decidedOn) {
        boolean declared = corrections
                .by(assessmentId)
                .map(made -> !made.isDecided())
                .orElseGet(() -> redating.charged(receivableId).legalDate() == null);
        if (declared && !isDetermined(assessmentId)) {
            correct(receivableId, changeCase, assessmentId + Corrections.DETERMINED, planned, decidedOn);
        }
    }

    /** Case and account in which the year was charged. */
    Charged of(String receivableId) {
        return redating.charged(receivableId);
    }

    private String assessmentOf(String receivableId) {
        return jdbc.sql("select assessment_id from ledger.receivable where id = ?")
                .param(receivableId)
                .query(String.class)
                .single();
    }

    private boolean isSettled(String receivableId) {
        return jdbc.sql("select settled_at is not null from ledger.receivable where id = ?")
                .param(receivableId)
                .query(Boolean.class)
                .single();
    }

    private void keepReason(
            Charged charged,
            String changeCase,
            BigDecimal before,
            BigDecimal after,
            BigDecimal overpaid,
            List<String> steps) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Podatek przypisano w sprawie", charged.caseNumber());
        inputs.put("Przypisano dotąd", Zloty.text(before));
        inputs.put("Przypisano po zmianie", Zloty.text(after));
        List<String> all = new ArrayList<>();
        all.add(
                "Za ten rok podatek przypisano już w sprawie %s, więc należność skorygowano zamiast zakładać drugą (%s)."
                        .formatted(charged.caseNumber(), BASIS));
        all.addAll(steps);
        if (overpaid.signum() > 0) {
            all.add("Wpłaty przewyższają należność o %s: to nadpłata (OVP-01, art. 72 § 1 pkt 1 Ordynacji podatkowej)."
                    .formatted(Zloty.text(overpaid)));
        }
        reasons.keep(changeCase, charged.id(), "Korekta zadeklarowanego podatku", inputs, all);
        reasons.keep(charged.caseNumber(), charged.id(), "Korekta zadeklarowanego podatku", inputs, all);
    }
}
