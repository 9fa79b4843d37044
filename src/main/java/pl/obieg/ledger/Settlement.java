package pl.obieg.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.Allocation.OpenInstalment;
import pl.obieg.ledger.Allocation.Part;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.Payments.Status;
import pl.obieg.process.ProcedureMessage;

/**
 * Sets payments against receivables and tells who waits for it. Locks are taken in one order: account, payment,
 * instalments. Runs in the caller's transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Settlement {

    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final Payments payments;
    private final ApplicationEventPublisher events;

    Settlement(PayerAccounts accounts, Receivables receivables, Payments payments, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.receivables = receivables;
        this.payments = payments;
        this.events = events;
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
            find(line.payerAccount())
                    .ifPresentOrElse(
                            account -> allocate(lock(paymentId, account), account),
                            () -> leaveToClerk(paymentId, line));
        }
        return stored.isPresent();
    }

    /** Sets the payment against the account's instalments; without any receivable it waits on the account. */
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
        List<OpenInstalment> open = receivables.lockOpen(account.account());
        Allocation allocation = Allocation.earliestDueFirst(payment.amount(), open);
        for (Part part : allocation.parts()) {
            receivables.pay(part);
            payments.insertAllocation(payment.id(), part, explain(payment, part));
        }
        payments.update(
                payment.id(),
                Status.ALLOCATED,
                account.caseNumber(),
                payment.amount().subtract(allocation.overpaid()),
                note(allocation.overpaid()));
        for (Part part : allocation.parts()) {
            events.publishEvent(new CaseFact.PaymentAllocated(
                    account.caseNumber(),
                    part.instalment().receivableId(),
                    payment.id(),
                    part.instalment().number(),
                    payment.paidOn(),
                    part.amount()));
        }
        new TreeSet<>(allocation.parts().stream()
                        .map(part -> part.instalment().receivableId())
                        .toList())
                .forEach(receivableId -> announceIfSettled(receivableId, account.caseNumber()));
    }

    /** Sets what already waited on the account against the receivable that has just been charged. */
    void allocateWaiting(PayerAccount account) {
        payments.lockWaiting(account.caseNumber()).forEach(payment -> allocate(payment, account));
    }

    /** Tells the procedure, once, that nothing is left to pay. */
    void announceIfSettled(String receivableId, String caseNumber) {
        if (receivables.settleIfPaid(receivableId)) {
            events.publishEvent(new ProcedureMessage("ReceivableSettled", caseNumber, receivableId));
        }
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
                : "Rachunek indywidualny " + Nrb.spaced(line.payerAccount()) + " nie należy do żadnej sprawy.";
        payments.update(paymentId, Status.UNMATCHED, null, BigDecimal.ZERO, note);
        events.publishEvent(
                new ProcedureMessage("PaymentUnmatched", paymentId, paymentId, Map.of("paymentId", paymentId)));
    }

    private static String note(BigDecimal overpaid) {
        return overpaid.signum() == 0
                ? "Wpłata zaliczona w całości."
                : "Nadpłata " + Zloty.text(overpaid) + ": żadna rata nie czeka już na zapłatę.";
    }

    private static String explain(Payment payment, Part part) {
        OpenInstalment instalment = part.instalment();
        return "Z wpłaty %s dokonanej %s zaliczono %s na ratę nr %d, płatną do %s – najwcześniejszy termin płatności (art. 62 § 1 Ordynacji podatkowej). Z tej raty pozostaje do zapłaty %s."
                .formatted(
                        Zloty.text(payment.amount()),
                        Zloty.day(payment.paidOn()),
                        Zloty.text(part.amount()),
                        instalment.number(),
                        Zloty.day(instalment.dueOn()),
                        Zloty.text(instalment.open().subtract(part.amount())));
    }
}
