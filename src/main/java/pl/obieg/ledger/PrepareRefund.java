package pl.obieg.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.ledger.Overpayments.Overpaid;
import pl.obieg.ledger.Overpayments.Refund;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.Payments.Payment;
import pl.obieg.ledger.law.Arrear;
import pl.obieg.ledger.law.Interest;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/**
 * Sets money aside for a refund, until a second person orders it (OVP-02, OP art. 77b). Whether interest is owed on it
 * (OP art. 78) a clerk decides by giving the first day; it counts at the rate of arrears up to today, in full zł.
 */
@OperationCard(
        label = "Przygotuj zwrot nadpłaty",
        description = "Odkłada nadpłatę do zwrotu przelewem, w kasie albo przekazem i liczy oprocentowanie, jeżeli"
                + " pracownik wskaże dzień, od którego przysługuje. Zwrot czeka na zatwierdzenie drugiej osoby.",
        system = "ledger",
        refusals = {
            "NOTHING_TO_REFUND: Nie ma nadpłaty do zwrotu.",
            "BANK_ACCOUNT_MISSING: Nie podano rachunku, na który ma trafić przelew.",
            "UNKNOWN_REFUND_WAY: Nie ma takiego sposobu zwrotu."
        })
public class PrepareRefund implements Operation<PrepareRefund.Input, PrepareRefund.Output> {

    /**
     * @param refundWay {@code TRANSFER}, {@code CASH} or {@code POSTAL_ORDER}
     * @param refundInterestFrom first day of interest on the overpayment; {@code null}: none
     */
    public record Input(
            String caseNumber, String refundWay, @Nullable LocalDate refundInterestFrom) {}

    /** @param refundAmount zł, without interest */
    public record Output(String refundId, BigDecimal refundAmount, BigDecimal refundInterest) {}

    private final PayerAccounts accounts;
    private final Payments payments;
    private final Overpayments overpayments;
    private final LegalFigures law;
    private final OfficeClock clock;
    private final Reasons reasons;

    PrepareRefund(
            PayerAccounts accounts,
            Payments payments,
            Overpayments overpayments,
            LegalFigures law,
            OfficeClock clock,
            Reasons reasons) {
        this.accounts = accounts;
        this.payments = payments;
        this.overpayments = overpayments;
        this.law = law;
        this.clock = clock;
        this.reasons = reasons;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        Overpaid overpaid = overpayments.ofCase(input.caseNumber()).orElseThrow();
        PayerAccount account = accounts.byNrb(overpaid.account()).orElseThrow();
        accounts.lock(account);
        if (!List.of("TRANSFER", "CASH", "POSTAL_ORDER").contains(input.refundWay())) {
            throw new Refusal("UNKNOWN_REFUND_WAY", "Nie ma sposobu zwrotu " + input.refundWay() + ".");
        }
        if ("TRANSFER".equals(input.refundWay()) && overpaid.bankAccount() == null) {
            throw new Refusal("BANK_ACCOUNT_MISSING", "Nie podano rachunku, na który ma trafić przelew.");
        }
        List<Payment> from = payments.lockWithRest(account.caseNumber()).stream()
                .filter(payment -> payment.status() == Payments.Status.ALLOCATED)
                .toList();
        BigDecimal amount = from.stream().map(Payment::rest).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (amount.signum() == 0) {
            throw new Refusal("NOTHING_TO_REFUND", "Nie ma nadpłaty do zwrotu.");
        }
        Interest interest = interest(amount, input.refundInterestFrom());
        String explanation = sentence(input, amount, interest);
        Refund refund = overpayments.prepare(
                overpaid, input.refundWay(), from, interest.charged(), input.refundInterestFrom(), explanation);
        from.forEach(payment -> payments.refund(payment.id(), payment.rest()));
        reasons.keep(
                input.caseNumber(),
                refund.id(),
                "Zwrot nadpłaty " + refund.number(),
                java.util.Map.of("Kwota", Zloty.text(amount.setScale(2))),
                List.of(explanation));
        return Answer.now(new Output(refund.id(), refund.amount(), refund.interest()));
    }

    private Interest interest(BigDecimal amount, LocalDate from) {
        if (from == null || from.isAfter(clock.today())) {
            return new Interest(List.of(), BigDecimal.ZERO, BigDecimal.ZERO);
        }
        // The limit of OP art. 54 §1 pkt 5 concerns interest on arrears, not on overpayments.
        return Interest.of(Arrear.basic(amount, from.minusDays(1)), clock.today(), law.rates(), BigDecimal.ZERO);
    }

    private static String sentence(Input input, BigDecimal amount, Interest interest) {
        String base = "Zwraca się %s (OVP-01, art. 76 § 1 i art. 77b Ordynacji podatkowej)."
                .formatted(Zloty.text(amount.setScale(2)));
        if (interest.charged().signum() == 0) {
            return base + " Oprocentowania nie nalicza się (art. 78 Ordynacji podatkowej).";
        }
        return base
                + " Oprocentowanie od %s: %s, razem %s, w pełnych złotych %s (art. 78 § 1 i § 3 Ordynacji podatkowej)."
                        .formatted(
                                Zloty.day(input.refundInterestFrom()),
                                String.join(
                                        "; ",
                                        interest.periods().stream()
                                                .map(AllocationSentences::period)
                                                .toList()),
                                Zloty.text(interest.raw().setScale(2, RoundingMode.HALF_UP)),
                                Zloty.text(interest.charged().setScale(2)));
    }
}
