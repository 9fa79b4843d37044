package pl.obieg.ledger.dunning;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.PayerAccounts;
import pl.obieg.ledger.Settlement;
import pl.obieg.ledger.dunning.Dunning.State;
import pl.obieg.process.ProcedureMessage;

/**
 * Follows what happens to open rounds: payments, moved due dates, appeals, reliefs, the letter and its delivery, the end
 * of the case. The procedure is told that its arrears changed; while the letter is on its way it is not, since it looks by itself when
 * the delivery has ended.
 */
@Component
class DunningWatch {

    private final JdbcClient jdbc;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final DunningCosts costs;
    private final DunningDelivery deliveries;
    private final PayerAccounts accounts;
    private final Settlement settlement;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    DunningWatch(
            JdbcClient jdbc,
            Dunnings dunnings,
            ArrearsReview review,
            DunningCosts costs,
            DunningDelivery deliveries,
            PayerAccounts accounts,
            Settlement settlement,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.dunnings = dunnings;
        this.review = review;
        this.costs = costs;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.settlement = settlement;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional
    public void paid(CaseFact.PaymentAllocated fact) {
        for (Dunning dunning : dunnings.openWith(fact.receivableId())) {
            boolean nothingLeft = review.of(dunning.account(), dunnings.dues(dunning.id()), clock.today())
                    .overdue()
                    .isEmpty();
            if (nothingLeft) {
                tell(dunning, "paid-" + fact.paymentId());
            }
        }
    }

    @EventListener
    @Transactional
    public void redated(CaseFact.TaxRedated fact) {
        for (Dunning dunning : dunnings.openWith(fact.receivableId())) {
            dunnings.redated(dunning.id());
            tell(dunning, "redated-" + fact.legalDate());
        }
    }

    /** A relief was asked for, given, refused or broken: D11 is to be asked again. */
    @EventListener
    @Transactional
    public void relieved(CaseFact.ReliefChanged fact) {
        for (Dunning dunning : dunnings.openWith(fact.receivableId())) {
            tell(dunning, "relief-" + fact.reliefCase() + "-" + fact.standing() + "-" + fact.lapsedTerms());
        }
    }

    /** Costs lapse with the last due they concern (ARR-06). */
    @EventListener
    @Transactional
    public void writtenOff(CaseFact.ArrearsWrittenOff fact) {
        for (Dunning dunning : dunnings.openWith(fact.receivableId())) {
            boolean concerns = dunnings.dues(dunning.id())
                    .contains(new Dunning.DueKey(fact.receivableId(), fact.instalmentNumber()));
            if (concerns && nothingLeft(dunning)) {
                costs.lapse(
                        dunning,
                        "Koszty upomnienia wygasły razem z umorzoną należnością, której dotyczyły (ARR-06; art. 15"
                                + " § 3c ustawy o postępowaniu egzekucyjnym w administracji).");
                tell(dunning, "written-off-" + fact.writeOffId());
            }
        }
    }

    private boolean nothingLeft(Dunning dunning) {
        return review.of(dunning.account(), dunnings.dues(dunning.id()), clock.today())
                        .overdue()
                        .isEmpty()
                && review.covered(dunnings.dues(dunning.id())).signum() == 0;
    }

    @EventListener
    @Transactional
    public void issued(CaseFact.LetterIssued fact) {
        dunnings.ofLetter(fact.letterId())
                .ifPresent(dunning -> dunnings.issued(dunning.id(), fact.documentId(), fact.issuedOn()));
    }

    @EventListener
    @Transactional
    public void delivered(CaseFact.DeliveryConcluded fact) {
        for (Dunning dunning : dunnings.ofDocument(fact.documentId())) {
            boolean counted = dunning.deliveredOn() != null || dunning.state() == State.AGAIN;
            if (counted) {
                accounts.byNrb(dunning.account()).ifPresent(settlement::hold);
            }
            dunnings.delivered(dunning.id(), fact.partyId(), fact.legalDate());
            // The first time the procedure counts when all deliveries have ended.
            if (counted) {
                deliveries.countAnew(dunning, dunning.deliveredOn());
                tell(dunning, "delivery-" + fact.deliveryId() + "-" + fact.legalDate());
            }
        }
    }

    @EventListener
    @Transactional
    public void closed(CaseFact.CaseClosed fact) {
        dunnings.openOfCase(fact.caseNumber())
                .ifPresent(dunning -> dunnings.close(dunning.id(), fact.closedOn(), fact.outcome()));
    }

    /** While an appeal is open the decision is not final (ARR-02). */
    @EventListener
    @Transactional
    public void appealed(CaseFact.AppealFiled fact) {
        jdbc.sql("""
                insert into ledger.appeal (case_number, decision_number, party_id, filed_on) values (?, ?, ?, ?)
                on conflict (decision_number, party_id) do nothing
                """)
                .params(fact.caseNumber(), fact.decisionNumber(), fact.partyId(), fact.filedOn())
                .update();
    }

    @EventListener
    @Transactional
    public void appealEnded(CaseFact.AppealEnded fact) {
        jdbc.sql("update ledger.appeal set ended_on = ? where decision_number = ? and ended_on is null")
                .params(fact.endedOn(), fact.decisionNumber())
                .update();
    }

    private void tell(Dunning dunning, String cause) {
        if (dunning.state() != State.ISSUED && dunning.closedOn() == null) {
            events.publishEvent(
                    new ProcedureMessage("ArrearsChanged", dunning.businessKey(), dunning.id() + "-" + cause));
        }
    }
}
