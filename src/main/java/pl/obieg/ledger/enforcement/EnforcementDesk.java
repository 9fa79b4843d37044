package pl.obieg.ledger.enforcement;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.Settlement;
import pl.obieg.ledger.dunning.ArrearsReview;
import pl.obieg.ledger.dunning.Dunning;
import pl.obieg.ledger.dunning.Dunnings;
import pl.obieg.ledger.dunning.LimitationEvents;
import pl.obieg.ledger.enforcement.EnforcementOffice.Report;
import pl.obieg.ledger.enforcement.Titles.NoticeKind;
import pl.obieg.ledger.enforcement.Titles.State;
import pl.obieg.ledger.enforcement.Titles.Title;
import pl.obieg.process.ProcedureMessage;

/**
 * Takes in what the enforcement office tells, each message once, and notes what the office must be told without delay:
 * payments that came to the creditor after the title, reliefs and what became of them, and a title that lost its ground
 * (ARR-09, UPEA art. 56–57).
 */
@Component
class EnforcementDesk {

    private final JdbcClient jdbc;
    private final Titles titles;
    private final Dunnings dunnings;
    private final ArrearsReview review;
    private final LimitationEvents limitation;
    private final Settlement settlement;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    EnforcementDesk(
            JdbcClient jdbc,
            Titles titles,
            Dunnings dunnings,
            ArrearsReview review,
            LimitationEvents limitation,
            Settlement settlement,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.dunnings = dunnings;
        this.review = review;
        this.limitation = limitation;
        this.settlement = settlement;
        this.clock = clock;
        this.events = events;
    }

    /** @return false if there is no such title; a message known already changes nothing */
    @Transactional
    public boolean receive(Report report) {
        Title title = titles.byNumber(report.titleNumber()).orElse(null);
        if (title == null) {
            return false;
        }
        int kept = jdbc.sql("""
                insert into ledger.enforcement_message (external_id, title_id, kind, stated_on, amount, reason, received_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (external_id) do nothing
                """)
                .params(
                        report.externalId(),
                        title.id(),
                        report.kind().name(),
                        report.statedOn(),
                        report.amount(),
                        report.reason(),
                        Timestamp.from(clock.instant()))
                .update();
        if (kept == 1) {
            note(title, report);
            tell(title, report.externalId());
        }
        return true;
    }

    private void note(Title title, Report report) {
        switch (report.kind()) {
            case ACCEPTED -> {
                if (title.state() == State.SENT) {
                    titles.state(title.id(), State.ACCEPTED, null);
                }
            }
            case REJECTED -> titles.state(title.id(), State.REJECTED, report.reason());
            case MEASURE ->
                limitation.broken(
                        title.dunningId(), report.statedOn(), "środek egzekucyjny w sprawie tytułu " + title.number());
            case COLLECTED -> {
                // The money itself comes with the bank's statement, before or after; this says from which day it
                // counts.
                if (report.amount() != null) {
                    settlement.collected(report.externalId());
                }
            }
            case CLOSED -> titles.close(title.id(), closing(report.reason()), report.statedOn());
        }
    }

    private static State closing(String reason) {
        return switch (reason == null ? "" : reason) {
            case "ZAPLATA" -> State.PAID;
            case "WYCOFANIE" -> State.WITHDRAWN;
            default -> State.DISCONTINUED;
        };
    }

    /** A payment on the dues of a title that did not come from the enforcement office. */
    @EventListener
    @Transactional
    public void paid(CaseFact.PaymentAllocated fact) {
        BigDecimal paid = fact.amount().add(fact.interest());
        for (Title title : titles.inWork(fact.receivableId(), fact.instalmentNumber())) {
            boolean fromOffice = jdbc.sql("select exists (select from ledger.payment where id = ? and title ilike ?)")
                    .params(fact.paymentId(), "%" + title.number() + "%")
                    .query(Boolean.class)
                    .single();
            if (!fromOffice && paid.signum() > 0) {
                // By the instalment of the title: the same money set anew when a relief lapsed is not told twice.
                owe(title, NoticeKind.PAYMENT, fact.paymentId() + "-" + titles.origin(fact), paid, fact.paidOn());
            }
        }
    }

    /** The upomnienie turned out not to have come to a debtor, so his title has no ground (UPEA art. 15 §1). */
    @EventListener
    @Transactional
    public void notCalled(CaseFact.DeliveryConcluded fact) {
        if (fact.legalDate() == null) {
            for (Dunning dunning : dunnings.ofDocument(fact.documentId())) {
                for (Title title : titles.inWork(dunning, fact.partyId())) {
                    owe(title, NoticeKind.WITHDRAWAL, "not-called-" + fact.deliveryId(), null, clock.today());
                }
            }
        }
    }

    /** By the due dates as they are now the dues of the title were not overdue when it was dunned. */
    @EventListener
    @Transactional
    public void redated(CaseFact.TaxRedated fact) {
        for (Title title : titles.inWork(fact.receivableId())) {
            if (dunnings.isPremature(dunnings.get(title.dunningId()))) {
                owe(title, NoticeKind.WITHDRAWAL, "redated-" + fact.legalDate(), null, clock.today());
            }
        }
    }

    /** New terms suspend what they cover; terms that are not kept let it be enforced again. */
    @EventListener
    @Transactional
    public void relieved(CaseFact.ReliefChanged fact) {
        for (Title title : titles.inWork(fact.receivableId())) {
            String cause = fact.reliefCase() + "-" + fact.lapsedTerms();
            switch (fact.standing()) {
                case GRANTED -> {
                    BigDecimal covered = review.covered(dunnings.dues(title.dunningId()));
                    if (covered.signum() > 0) {
                        owe(title, NoticeKind.SUSPENSION, cause, covered, fact.changedOn());
                    }
                }
                case TERM_LAPSED, LAPSED -> {
                    BigDecimal back = arrears(title);
                    if (back.signum() > 0 && titles.suspended(title.id())) {
                        owe(title, NoticeKind.RESUMPTION, cause, back, fact.changedOn());
                    }
                }
                case APPLIED, KEPT, REFUSED, DROPPED -> {
                    // Enforcement goes on while a relief is only asked for; payments are told one by one.
                }
            }
        }
    }

    /** A lowered tax is enforced only as far as it is owed. */
    @EventListener
    @Transactional
    public void corrected(CaseFact.TaxCorrected fact) {
        if (fact.newAmount().compareTo(fact.oldAmount()) < 0) {
            for (Title title : titles.inWork(fact.receivableId())) {
                reduced(title, fact.correctedOn());
            }
        }
    }

    /** Told once for what is left, however many parts were written off together. */
    private void reduced(Title title, LocalDate day) {
        BigDecimal left = arrears(title);
        boolean nothingLeft = left.signum() == 0
                && review.covered(dunnings.dues(title.dunningId())).signum() == 0;
        owe(
                title,
                nothingLeft ? NoticeKind.WITHDRAWAL : NoticeKind.REDUCTION,
                "left-" + left.toPlainString() + "-" + day,
                null,
                day);
    }

    /** What is remitted is not enforced; if nothing is left, the title is withdrawn. */
    @EventListener
    @Transactional
    public void writtenOff(CaseFact.ArrearsWrittenOff fact) {
        for (Title title : titles.inWork(fact.receivableId(), fact.instalmentNumber())) {
            reduced(title, fact.writtenOffOn());
        }
    }

    /** A title that is not sent yet is only told to look again: it is filled in anew with what is owed then. */
    private void owe(Title title, NoticeKind kind, String cause, BigDecimal amount, LocalDate statedOn) {
        if (!title.state().withOffice() || titles.owe(title.id(), kind, cause, amount, statedOn, arrears(title))) {
            tell(title, kind + "-" + cause);
        }
    }

    /** Principal with interest that may be enforced today, zł. */
    private BigDecimal arrears(Title title) {
        Dunning dunning = dunnings.get(title.dunningId());
        return review.of(dunning.account(), dunnings.dues(dunning.id()), clock.today())
                .total();
    }

    private void tell(Title title, String cause) {
        events.publishEvent(new ProcedureMessage("TitleReported", title.id(), title.id() + "-" + cause));
    }
}
