package pl.obieg.ledger;

import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.Payments.Status;
import pl.obieg.ledger.law.Allocation.Wish;
import pl.obieg.ledger.law.ThirdPartyPayment;
import pl.obieg.ledger.law.ThirdPartyPayment.Payer;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/** A clerk has found out whose payment it is: it is set against the instalments of that case (PAY-04). */
@OperationCard(
        label = "Zalicz wpłatę na sprawę",
        description = "Zalicza wpłatę, której płatnika ustalił pracownik, na koszty upomnienia i raty wskazanej"
                + " sprawy z odsetkami, zaczynając od raty wskazanej przez podatnika albo o najwcześniejszym terminie.",
        system = "ledger",
        refusals = {
            "PAYMENT_NOT_FOUND: Nie ma takiej wpłaty.",
            "CASE_HAS_NO_RECEIVABLE: We wskazanej sprawie nie przypisano żadnej należności.",
            "PAYER_UNCLEAR: Nie wskazano, kim wpłacający jest dla podatnika.",
            "PAYER_NOT_ALLOWED: Ta osoba nie może zapłacić tego podatku za podatnika.",
            "PAYMENT_ALREADY_RESOLVED: Wpłata została już zaliczona na inną sprawę albo zwrócona."
        })
public class AllocatePayment implements Operation<AllocatePayment.Input, Nothing> {

    /**
     * @param caseNumber the case it belongs to
     * @param instalmentNumber which the payer named (PAY-04), or {@code null}
     * @param payerRelation who the payer is to the taxpayer (PAY-02), a {@link Payer}; needed if that was in doubt
     */
    public record Input(
            String paymentId,
            String caseNumber,
            Integer instalmentNumber,
            @Nullable String payerRelation) {}

    private final PayerAccounts accounts;
    private final Receivables receivables;
    private final Payments payments;
    private final Settlement settlement;
    private final StampDuties stampDuties;
    private final PayerCheck payerCheck;
    private final Reasons reasons;
    private final OfficeClock clock;

    AllocatePayment(
            PayerAccounts accounts,
            Receivables receivables,
            Payments payments,
            Settlement settlement,
            StampDuties stampDuties,
            PayerCheck payerCheck,
            Reasons reasons,
            OfficeClock clock) {
        this.accounts = accounts;
        this.receivables = receivables;
        this.payments = payments;
        this.settlement = settlement;
        this.stampDuties = stampDuties;
        this.payerCheck = payerCheck;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        boolean unresolved = payments.lock(input.paymentId())
                .filter(payment -> payment.status() == Status.UNMATCHED)
                .isPresent();
        if (unresolved && stampDuties.pay(input.caseNumber(), input.paymentId())) {
            return Nothing.done();
        }
        PayerAccount account = accounts.ofCase(input.caseNumber())
                .filter(found -> receivables.anyOn(found.account()))
                .orElseThrow(() -> new Refusal(
                        "CASE_HAS_NO_RECEIVABLE", "We wskazanej sprawie nie przypisano żadnej należności."));
        accounts.lock(account);
        Payment payment = payments.lock(input.paymentId())
                .orElseThrow(() -> new Refusal("PAYMENT_NOT_FOUND", "Nie ma takiej wpłaty."));
        boolean doneBefore =
                payment.status() == Status.ALLOCATED && account.caseNumber().equals(payment.caseNumber());
        if (!doneBefore) {
            if (payment.status() != Status.UNMATCHED) {
                throw new Refusal(
                        "PAYMENT_ALREADY_RESOLVED", "Wpłata została już zaliczona na inną sprawę albo zwrócona.");
            }
            checkPayer(payment, input, account);
            settlement.allocate(withWish(payment, input, account), account);
        }
        return Nothing.done();
    }

    /** PAY-02: what the clerk found out about the payer is kept, and why it is enough or not. */
    private void checkPayer(Payment payment, Input input, PayerAccount account) {
        if (input.payerRelation() == null || input.payerRelation().isBlank()) {
            if (payments.doubted(payment.id())) {
                throw new Refusal("PAYER_UNCLEAR", "Wskaż, kim wpłacający jest dla podatnika (art. 62b § 1).");
            }
            return;
        }
        Payer payer = Payer.valueOf(input.payerRelation());
        ThirdPartyPayment.Answer answer = payerCheck.judge(account, payer, payment.paidOn());
        if (!answer.effective()) {
            throw new Refusal("PAYER_NOT_ALLOWED", answer.sentence());
        }
        payments.relation(payment.id(), payer);
        payerCheck.accept(account, payment.id(), payer, clock.today());
        reasons.keep(
                account.caseNumber(),
                payment.id(),
                "Kto zapłacił",
                Map.of("Wpłata", Zloty.text(payment.amount()), "Dzień zapłaty", Zloty.day(payment.paidOn())),
                List.of(answer.sentence() + " (PAY-02)"));
    }

    /** Of several receivables of the case the one with the earliest open instalment of that number is meant. */
    private Payment withWish(Payment payment, Input input, PayerAccount account) {
        if (input.instalmentNumber() == null) {
            return payment;
        }
        // One that a later payment covers is open again when this one is set where its day puts it.
        receivables
                .withInstalment(account.account(), input.instalmentNumber())
                .ifPresent(id -> payments.wish(payment.id(), new Wish(id, input.instalmentNumber())));
        return payments.lock(payment.id()).orElseThrow();
    }
}
