package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Counted;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.Payments.Status;
import pl.obieg.ledger.law.Allocation;
import pl.obieg.ledger.law.Allocation.Cost;
import pl.obieg.ledger.law.Allocation.Due;
import pl.obieg.ledger.law.Allocation.DuePart;
import pl.obieg.ledger.law.AllocationOrder;
import pl.obieg.ledger.law.Overpayment;
import pl.obieg.process.ProcedureMessage;
import pl.obieg.process.ProcedureMessageWithdrawn;

/**
 * Sets payments against receivables and tells who waits for it. Locks are taken in one order: account, payment,
 * instalments. Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Settlement {

    private static final int WORKING_DAYS_FOR_STATEMENT = 3;

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final Payments payments;
    private final StampDuties stampDuties;
    private final Debts debts;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final AllocationBook book;
    private final TransferTitles titles;
    private final ApplicationEventPublisher events;
    private final ReliefPlans reliefs;
    private final BrokenTerms brokenTerms;
    private final PayerCheck payerCheck;
    private final ReducedRates reducedRates;
    private final Overpayments overpayments;

    Settlement(
            JdbcClient jdbc,
            PayerAccounts accounts,
            Receivables receivables,
            Payments payments,
            StampDuties stampDuties,
            Debts debts,
            StatutoryCalendar calendar,
            OfficeClock clock,
            AllocationBook book,
            TransferTitles titles,
            ApplicationEventPublisher events,
            ReliefPlans reliefs,
            BrokenTerms brokenTerms,
            PayerCheck payerCheck,
            ReducedRates reducedRates,
            Overpayments overpayments) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.receivables = receivables;
        this.payments = payments;
        this.stampDuties = stampDuties;
        this.debts = debts;
        this.calendar = calendar;
        this.clock = clock;
        this.book = book;
        this.titles = titles;
        this.events = events;
        this.reliefs = reliefs;
        this.brokenTerms = brokenTerms;
        this.payerCheck = payerCheck;
        this.reducedRates = reducedRates;
        this.overpayments = overpayments;
    }

    /**
     * Takes in a line of a statement: sets it against the case whose account it names, or asks a clerk.
     *
     * @return whether the line was not known before
     */
    public boolean takeIn(BankLine line, String bankFileId) {
        Optional<String> stored = payments.insert(line, bankFileId);
        if (stored.isPresent() && line.credit()) {
            String paymentId = stored.get();
            if (stampDuties.isAccount(line.payerAccount()) && stampDuties.takeIn(paymentId, line)) {
                return true;
            }
            find(line.payerAccount())
                    .or(() -> titles.accountOf(line.title()))
                    .ifPresentOrElse(account -> takeIn(paymentId, line, account), () -> leaveToClerk(paymentId, line));
        }
        if (stored.isPresent() && !line.credit()) {
            overpayments.executed(line.title(), line.amount(), line.valueDate());
        }
        return stored.isPresent();
    }

    private void takeIn(String paymentId, BankLine line, PayerAccount account) {
        titles.read(paymentId, line, account);
        payerCheck
                .doubt(account, line.senderAccount(), line.sender(), line.title(), line.paidOn())
                .ifPresentOrElse(
                        doubt -> {
                            payments.doubt(paymentId);
                            leaveToClerk(paymentId, doubt, doubt, true);
                        },
                        () -> allocate(lock(paymentId, account), account));
    }

    /** Sets what is left of the payment against what the account owes; without any receivable it waits. */
    void allocate(Payment payment, PayerAccount account) {
        if (!receivables.anyOn(account.account())) {
            payments.update(
                    payment.id(),
                    Status.ON_ACCOUNT,
                    account.caseNumber(),
                    BigDecimal.ZERO,
                    "Wpłata wyprzedziła przypis; zostanie zaliczona, gdy podatek zostanie przypisany.");
            return;
        }
        lapseMissed(account, payment.paidOn());
        if (payments.countsAfter(account.caseNumber(), payment.paidOn())) {
            setWhereItsDayPutsIt(payment, account);
        } else {
            // What lapsed may have set this payment anew.
            payments.lock(payment.id()).filter(now -> now.rest().signum() > 0).ifPresent(now -> setOnTop(now, account));
        }
    }

    /**
     * A payment counts on the day it was made (PAY-01), also when the office learns of it late: then the ones made after it
     * are set anew, so that no interest runs on what was paid by then (INT-01).
     */
    private void setWhereItsDayPutsIt(Payment payment, PayerAccount account) {
        if (payment.status() != Status.ALLOCATED) {
            payments.update(payment.id(), Status.ON_ACCOUNT, account.caseNumber(), BigDecimal.ZERO, null);
        }
        settleAnew(account, AllocationSentences.foundLate(payment));
    }

    private void setOnTop(Payment payment, PayerAccount account) {
        List<Due> atReducedRate = debts.lockDues(account.account(), payment.paidOn());
        List<Cost> costs = debts.lockCosts(account.account(), payment.paidOn());
        List<ReducedRates.Open> corrections = reducedRates.open(account.account(), payment.paidOn());
        boolean reduced = !corrections.isEmpty()
                && reducedRates.earned(corrections, payment.rest(), sum(costs), atReducedRate, payment.paidOn());
        List<Due> dues = corrections.isEmpty() || reduced
                ? atReducedRate
                : debts.lockDues(account.account(), payment.paidOn(), false);
        if (reduced) {
            reducedRates.mark(corrections, payment.paidOn());
        }
        Allocation allocation = Allocation.firstTo(payments.wishes(payment), payment.rest(), costs, dues);
        List<String> sentences = book.store(payment, allocation);
        AllocationOrder order = book.order(payment, costs, dues, allocation);
        Overpayment overpayment = book.overpayment(allocation.overpaid());
        ReducedRates.sentence(corrections, reduced).ifPresent(sentences::add);
        String note = AllocationSentences.overpayment(overpayment)
                + (order == AllocationOrder.NONE ? "" : " " + order.sentence())
                + (debts.anyExpired(account.account(), payment.paidOn()) ? AllocationSentences.EXPIRED : "");
        payments.update(
                payment.id(),
                Status.ALLOCATED,
                account.caseNumber(),
                payment.allocated().add(payment.rest()).subtract(allocation.overpaid()),
                note);
        book.keepWhy(payment, account, sentences, note);
        payments.order(payment.id(), order);
        if (order == AllocationOrder.EX_OFFICIO) {
            // Set otherwise later, it needs another order.
            String once = payment.id() + "-"
                    + Integer.toHexString(allocation.toString().hashCode());
            events.publishEvent(
                    new ProcedureMessage("AllocationOrderDue", once, once, Map.of("paymentId", payment.id())));
        }
        if (overpayment.fate() == Overpayment.Fate.REFUND) {
            overpayments
                    .found(account.account())
                    .ifPresent(id -> events.publishEvent(new ProcedureMessage(
                            "OverpaymentFound",
                            id,
                            id,
                            Map.of("overpaymentId", id, "taxCaseNumber", account.caseNumber()))));
        }
        for (DuePart part : allocation.dues()) {
            events.publishEvent(new CaseFact.PaymentAllocated(
                    account.caseNumber(),
                    part.due().receivableId(),
                    payment.id(),
                    part.due().number(),
                    payment.paidOn(),
                    part.principal(),
                    part.interest()));
        }
        new TreeSet<>(allocation.dues().stream()
                        .map(part -> part.due().receivableId())
                        .toList())
                .forEach(receivableId -> announceIfSettled(receivableId, account.caseNumber()));
        reliefs.kept(account.account()).forEach(kept -> tellKept(kept, account.caseNumber()));
    }

    /**
     * When it can be said whether a term of a relief was kept: three working days after it, since the bank's statement of
     * that day is there by then (house rule UR-07).
     */
    LocalDate judgedOn(LocalDate term) {
        LocalDate day = term;
        for (int i = 0; i < WORKING_DAYS_FOR_STATEMENT; i++) {
            day = calendar.orNextWorkingDay(day.plusDays(1));
        }
        return day;
    }

    /** Lets lapse what nobody watches any more, for instance since a term that was paid is open again. */
    public void lapseOverdue(LocalDate today) {
        record Open(String account, String caseNumber, LocalDate dueOn) {}
        jdbc.sql("""
                select distinct a.account, a.case_number, i.due_on from ledger.instalment i
                join ledger.receivable r on r.id = i.receivable_id join ledger.payer_account a on a.account = r.account
                where i.relief_id is not null and i.paid + i.written_off < i.amount and i.due_on < ?
                order by i.due_on, a.account
                """).param(today).query(Open.class).list().stream()
                .filter(open -> !judgedOn(open.dueOn()).isAfter(today))
                .forEach(open -> {
                    PayerAccount account = new PayerAccount(open.account(), open.caseNumber());
                    accounts.lock(account);
                    lapseMissed(account, open.dueOn().plusDays(1));
                });
    }

    private void tellKept(ReliefPlans.Kept kept, String taxCase) {
        events.publishEvent(new ProcedureMessage("ReliefPaid", kept.caseNumber(), kept.caseNumber()));
        events.publishEvent(new CaseFact.ReliefChanged(
                taxCase,
                kept.receivableId(),
                kept.caseNumber(),
                CaseFact.ReliefStanding.KEPT,
                kept.lapsedTerms(),
                ReliefSentences.kept(kept.caseNumber(), kept.lapsedTerms()),
                clock.today()));
    }

    /** Terms of a relief that were missed before the day fall back; what was paid on them in part is set anew. */
    void lapseMissed(PayerAccount account, LocalDate day) {
        BrokenTerms.Broken broken = brokenTerms.lapse(account, day);
        broken.freed().forEach(paymentId -> payments.lock(paymentId).ifPresent(payment -> allocate(payment, account)));
        broken.facts().forEach(events::publishEvent);
    }

    private static BigDecimal sum(List<Cost> costs) {
        return costs.stream().map(Cost::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sets what waits on the account, earlier overpayments too (OVP-01), against what has just been charged. */
    void allocateWaiting(PayerAccount account) {
        // Setting one may set others anew, so each is looked at as it is then.
        payments.lockWithRest(account.caseNumber())
                .forEach(waiting -> payments.lock(waiting.id())
                        .filter(payment -> payment.rest().signum() > 0)
                        .ifPresent(payment -> allocate(payment, account)));
    }

    /**
     * Takes all payments of the account back and sets them again by the days they were made.
     *
     * @param why Polish sentence with the article, kept with what is taken back
     */
    public void settleAnew(PayerAccount account, String why) {
        accounts.lock(account);
        List<Counted> counted = payments.reverse(account.caseNumber(), why);
        receivables.clear(account.account());
        setAgain(account, counted);
    }

    /** As {@link #settleAnew}, but the payment leaves the account and waits for a clerk. */
    void settleAnewWithout(Payment payment, PayerAccount account, String why) {
        List<Counted> counted = payments.reverse(account.caseNumber(), why);
        receivables.clear(account.account());
        payments.update(payment.id(), Status.UNMATCHED, null, BigDecimal.ZERO, why);
        payments.forgetTitle(payment.id());
        setAgain(account, counted);
    }

    /** As {@link #settleAnew} if payments made on the day or later count already. */
    public void settleAnewFrom(PayerAccount account, LocalDate day, String why) {
        accounts.lock(account);
        if (payments.countsAfter(account.caseNumber(), day.minusDays(1))) {
            settleAnew(account, why);
        }
    }

    /** The enforcement office told what it collected; money of that amount that came before counts from that day. */
    public void collected(String messageId) {
        titles.collected(messageId)
                .ifPresent(redated ->
                        accounts.ofCase(redated.caseNumber()).ifPresent(account -> settleAnew(account, redated.why())));
    }

    /** Sets again what {@link Payments#reverse} took back, after {@link Receivables#clear}, and tells what follows. */
    void setAgain(PayerAccount account, List<Counted> counted) {
        counted.forEach(part -> events.publishEvent(new CaseFact.PaymentAllocated(
                account.caseNumber(),
                part.receivableId(),
                part.paymentId(),
                part.instalmentNumber(),
                part.paidOn(),
                BigDecimal.ZERO,
                BigDecimal.ZERO)));
        allocateWaiting(account);
        receivables.openAgain(account.account()).forEach(this::withdrawSettled);
        reliefs.openAgain(account.account());
        receivables.on(account.account()).forEach(id -> announceIfSettled(id, account.caseNumber()));
    }

    /** Tells the procedure, once, that nothing is left to pay. */
    public void announceIfSettled(String receivableId, String caseNumber) {
        if (receivables.settleIfPaid(receivableId)) {
            events.publishEvent(new ProcedureMessage("ReceivableSettled", caseNumber, receivableId));
            receivables
                    .correctedIn(receivableId)
                    .forEach(other -> events.publishEvent(
                            new ProcedureMessage("ReceivableSettled", other, receivableId + "/" + other)));
        }
    }

    /** A procedure that does not wait yet, since it still verifies the declaration, is not to hear that all is paid. */
    private void withdrawSettled(String receivableId) {
        events.publishEvent(new ProcedureMessageWithdrawn("ReceivableSettled", receivableId));
        receivables
                .correctedIn(receivableId)
                .forEach(other -> events.publishEvent(
                        new ProcedureMessageWithdrawn("ReceivableSettled", receivableId + "/" + other)));
    }

    /** Tells the receivable as it is after something of it was written off, and why. */
    public void tell(CaseFact.ArrearsWrittenOff fact) {
        receivables.charged(fact.receivableId()).ifPresent(events::publishEvent);
        events.publishEvent(fact);
    }

    /** Holds the account until the end of the transaction. */
    public void hold(PayerAccount account) {
        accounts.lock(account);
    }

    private Payment lock(String paymentId, PayerAccount account) {
        accounts.lock(account);
        return payments.lock(paymentId).orElseThrow();
    }

    private Optional<PayerAccount> find(String nrbOrClientPart) {
        if (nrbOrClientPart == null) {
            return Optional.empty();
        }
        return Nrb.isValid(nrbOrClientPart) ? accounts.byNrb(nrbOrClientPart) : accounts.byClientPart(nrbOrClientPart);
    }

    private void leaveToClerk(String paymentId, BankLine line) {
        String note = line.payerAccount() == null
                ? "Bank nie podał rachunku indywidualnego płatnika."
                : stampDuties.isAccount(line.payerAccount())
                        ? "Opłata skarbowa; tytuł nie wskazuje wniosku, który na nią czeka."
                        : "Rachunek indywidualny " + Nrb.spaced(line.payerAccount()) + " nie należy do żadnej sprawy.";
        leaveToClerk(paymentId, note, note.replaceAll(" [0-9][0-9 \\u00a0]{9,}[0-9]", ""), false);
    }

    /** @param reason for the task, without account numbers */
    private void leaveToClerk(String paymentId, String note, String reason, boolean payerDoubt) {
        payments.update(paymentId, Status.UNMATCHED, null, BigDecimal.ZERO, note);
        events.publishEvent(new ProcedureMessage(
                "PaymentUnmatched",
                paymentId,
                paymentId,
                Map.of("paymentId", paymentId, "payerDoubt", payerDoubt, "unmatchedReason", reason)));
    }
}
