package pl.obieg.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.calendar.StatutoryCalendar;
import pl.obieg.exchange.Submissions;
import pl.obieg.ledger.Offset.Move;
import pl.obieg.ledger.Overpayments.Overpaid;
import pl.obieg.ledger.PayerAccounts.PayerAccount;
import pl.obieg.ledger.law.LegalFigures;
import pl.obieg.ledger.law.LegalFigures.Figure;
import pl.obieg.ledger.law.Overpayment;
import pl.obieg.process.Answer;
import pl.obieg.process.Call;
import pl.obieg.process.Operation;
import pl.obieg.process.OperationCard;
import pl.obieg.process.Reasons;
import pl.obieg.process.Refusal;

/** Finds how much the taxpayers overpaid, what of it goes to other dues by law, and until when the rest is refunded. */
@OperationCard(
        label = "Ustal nadpłatę",
        description =
                "Podaje nadpłatę na koncie sprawy podatkowej, propozycję zaliczenia na inne należności tych samych"
                        + " podatników i termin zwrotu reszty. Niczego jeszcze nie księguje.",
        system = "ledger",
        refusals = {
            "CASE_HAS_NO_ACCOUNT: We wskazanej sprawie nie ma konta podatnika.",
            "OVERPAYMENT_IN_OTHER_CASE: Tą nadpłatą zajmuje się już inna sprawa."
        })
public class FindOverpayment implements Operation<FindOverpayment.Input, FindOverpayment.Output> {

    /**
     * @param taxCaseNumber the case whose tax was overpaid
     * @param submissionId the application; {@code null} if the office acts by itself
     */
    public record Input(
            String caseNumber,
            String taxCaseNumber,
            @Nullable String submissionId) {}

    /**
     * @param overpaidAmount zł
     * @param overpaidOffset of it to other dues, zł
     * @param overpaidSmall whether the rest is not above the cost of an upomnienie
     * @param refundBy last day of a refund (OVP-02)
     * @param payerPartyIds whose account it is
     */
    public record Output(
            BigDecimal overpaidAmount,
            BigDecimal overpaidOffset,
            BigDecimal overpaidRest,
            Boolean overpaidSmall,
            LocalDate refundBy,
            List<String> payerPartyIds) {}

    private final JdbcClient jdbc;
    private final PayerAccounts accounts;
    private final Payments payments;
    private final Overpayments overpayments;
    private final Offset offset;
    private final DecisionDays decisions;
    private final LegalFigures law;
    private final Submissions submissions;
    private final StatutoryCalendar calendar;
    private final OfficeClock clock;
    private final Reasons reasons;

    FindOverpayment(
            JdbcClient jdbc,
            PayerAccounts accounts,
            Payments payments,
            Overpayments overpayments,
            Offset offset,
            DecisionDays decisions,
            LegalFigures law,
            Submissions submissions,
            StatutoryCalendar calendar,
            OfficeClock clock,
            Reasons reasons) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.payments = payments;
        this.overpayments = overpayments;
        this.offset = offset;
        this.decisions = decisions;
        this.law = law;
        this.submissions = submissions;
        this.calendar = calendar;
        this.clock = clock;
        this.reasons = reasons;
    }

    @Override
    public Answer<Output> run(Input input, Call call) {
        PayerAccount account = accounts.ofCase(input.taxCaseNumber().strip())
                .orElseThrow(() -> new Refusal("CASE_HAS_NO_ACCOUNT", "We wskazanej sprawie nie ma konta podatnika."));
        accounts.lock(account);
        overpayments.found(account.account());
        Overpaid overpaid = overpayments.open(account.account()).orElseThrow();
        if (overpaid.caseNumber() != null && !overpaid.caseNumber().equals(input.caseNumber())) {
            throw new Refusal(
                    "OVERPAYMENT_IN_OTHER_CASE", "Tą nadpłatą zajmuje się już sprawa " + overpaid.caseNumber() + ".");
        }
        BigDecimal amount = payments.lockWithRest(account.caseNumber()).stream()
                .filter(payment -> payment.status() == Payments.Status.ALLOCATED)
                .map(Payments.Payment::rest)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Move> moves = offset.proposal(account);
        BigDecimal offsetSum = moves.stream().map(Move::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = amount.subtract(offsetSum);
        BigDecimal costOfUpomnienie = law.on(clock.today(), Figure.KOSZT_UPOMNIENIA);
        LocalDate refundBy = refundBy(input, overpaid);
        overpayments.takeUp(overpaid.id(), input.caseNumber(), refundBy);
        keepReasons(input, overpaid, amount, moves, rest, refundBy);
        return Answer.now(new Output(
                amount,
                offsetSum,
                rest,
                rest.compareTo(costOfUpomnienie) <= 0,
                refundBy,
                jdbc.sql("select party_id from ledger.payer_account_party where account = ? order by party_id")
                        .param(account.account())
                        .query(String.class)
                        .list()));
    }

    /**
     * OVP-02: two months from an application; else 30 days from the decision that changed the tax, or, if it was paid twice,
     * from the day the office found it (cautious).
     */
    private LocalDate refundBy(Input input, Overpaid overpaid) {
        if (input.submissionId() == null) {
            return calendar.endOfDays(
                    decisions
                            .ofOverpayment(overpaid.account())
                            .filter(day -> day.isBefore(overpaid.foundOn()))
                            .orElse(overpaid.foundOn()),
                    law.on(clock.today(), Figure.DNI_ZWROTU_NADPLATY).intValueExact());
        }
        return Overpayment.refundAfterCorrection(
                submissions
                        .get(input.submissionId())
                        .receivedAt()
                        .atZone(OfficeClock.WARSAW)
                        .toLocalDate(),
                calendar);
    }

    private void keepReasons(
            Input input, Overpaid overpaid, BigDecimal amount, List<Move> moves, BigDecimal rest, LocalDate refundBy) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("Sprawa podatkowa", input.taxCaseNumber());
        inputs.put("Nadpłata", Zloty.text(amount.setScale(2)));
        List<String> steps = new ArrayList<>(moves.stream().map(Move::sentence).toList());
        steps.add("Reszta po zaliczeniu: %s. Zwrot najpóźniej %s (OVP-02, art. 77 § 1 Ordynacji podatkowej)."
                .formatted(Zloty.text(rest.setScale(2)), Zloty.day(refundBy)));
        reasons.keep(input.caseNumber(), overpaid.id(), "Rozliczenie nadpłaty", inputs, steps);
    }
}
