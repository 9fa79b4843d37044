package pl.obieg.ledger;

import org.springframework.context.ApplicationEventPublisher;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.CaseFact;
import pl.obieg.ledger.Overpayments.Overpaid;
import pl.obieg.ledger.Overpayments.Refund;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Nothing;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;

/** A second person agreed, or not: a transfer is written to a file for the bank, or the money is free again. */
@OperationCard(
        label = "Zleć albo cofnij zwrot nadpłaty",
        description = "Po zatwierdzeniu tworzy plik przelewu dla programu banku (zwrot w kasie i przekazem tylko"
                + " odnotowuje), a bez zatwierdzenia zwalnia odłożone pieniądze.",
        system = "ledger")
public class OrderRefund implements Operation<OrderRefund.Input, Nothing> {

    /** @param refundApproval {@code ZATWIERDZ}; anything else takes it back */
    public record Input(String refundId, String refundApproval) {}

    private final PayerAccounts accounts;
    private final Payments payments;
    private final Overpayments overpayments;
    private final TransferFiles files;
    private final OfficeClock clock;
    private final ApplicationEventPublisher events;

    OrderRefund(
            PayerAccounts accounts,
            Payments payments,
            Overpayments overpayments,
            TransferFiles files,
            OfficeClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.payments = payments;
        this.overpayments = overpayments;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Answer<Nothing> run(Input input, Call call) {
        Refund refund = overpayments.lock(input.refundId());
        if (!"PREPARED".equals(refund.status())) {
            return Nothing.done();
        }
        if (!"ZATWIERDZ".equals(input.refundApproval())) {
            overpayments
                    .parts(refund.id())
                    .forEach(part ->
                            payments.refund(part.paymentId(), part.amount().negate()));
            overpayments.cancel(refund.id());
            return Nothing.done();
        }
        Overpaid overpaid = overpayments.of(refund.overpaymentId());
        PayerAccount account = accounts.byNrb(overpaid.account()).orElseThrow();
        overpayments.ordered(
                refund.id(), "TRANSFER".equals(refund.way()) ? files.write(refund, account.caseNumber()) : null);
        events.publishEvent(new CaseFact.OverpaymentRefunded(
                account.caseNumber(), refund.id(), refund.amount(), refund.interest(), clock.today()));
        return Nothing.done();
    }
}
